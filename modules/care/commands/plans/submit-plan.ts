import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWritePlans } from '../../access.ts'
import type { PlanRow } from '../../contract.ts'
import { getPlanRow } from '../../queries/plans/plan-rows.ts'
import { findSubmitObstacle } from '../../rules/plans.ts'
import { lockPlan, planFacts, writePlanStep } from '../steps/lock-plan.ts'

/** Hands a plan in to be approved by another person; the job tell-of-submitted-plan asks somebody. */
export async function submitPlan(context: Context, input: { id: string; version: number }): Promise<PlanRow> {
  const { actor, now } = context
  mustWritePlans(actor)
  const { plan, held } = await lockPlan(context, input)
  const obstacle = findSubmitObstacle({ ...await planFacts(context, plan, held), goals: plan.goals.length, services: plan.services })
  if (obstacle !== undefined) throw new Refusal(obstacle.code)
  await writePlanStep(context, plan, { status: 'submitted', submittedBy: actor.accountId, submittedAt: now })
  await recordAudit(context, {
    verb: 'plan.submitted', subjectKind: 'plan', subjectId: plan.id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, before: plan.status },
  })
  return getPlanRow(context, plan.id)
}
