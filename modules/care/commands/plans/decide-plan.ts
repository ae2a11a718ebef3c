import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustApprovePlans } from '../../access.ts'
import type { careContract, PlanRow } from '../../contract.ts'
import { sealText } from '../../queries/case-key.ts'
import { getPlanRow } from '../../queries/plans/plan-rows.ts'
import { countApprovedPlan, countPlanInForce } from '../../rules/countable-plans.ts'
import { findDecisionObstacle } from '../../rules/plans.ts'
import { lockPlan, planFacts, writePlanStep } from '../steps/lock-plan.ts'

type Input = z.output<NonNullable<(typeof careContract.decidePlan)['~orpc']['inputSchema']>>

/** Approves a plan that another person wrote, or gives it back with words. An approved one counts as in force from its first day on. */
export async function decidePlan(context: Context, input: Input): Promise<PlanRow> {
  const { actor, today } = context
  mustApprovePlans(actor)
  const { plan, held } = await lockPlan(context, input)
  const obstacle = findDecisionObstacle({
    ...await planFacts(context, plan, held), authors: [plan.writtenBy, plan.submittedBy], decider: actor.accountId, isApproved: input.isApproved,
    answer: input.answer,
  })
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  await writePlanStep(context, plan, {
    status: input.isApproved ? 'approved' : 'returned', decidedBy: actor.accountId, decidedName: actor.personName, decidedOn: today,
    sealedAnswer: sealText(context, held, 'plan-answer', input.answer),
  })
  if (input.isApproved) await recordFacts(context, [countApprovedPlan(held, { id: plan.id, on: today }), countPlanInForce(held, { ...plan, today })])
  await recordAudit(context, {
    verb: input.isApproved ? 'plan.approved' : 'plan.returned', subjectKind: 'plan', subjectId: plan.id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, writtenBy: plan.writtenBy, submittedBy: plan.submittedBy },
  })
  return getPlanRow(context, plan.id)
}
