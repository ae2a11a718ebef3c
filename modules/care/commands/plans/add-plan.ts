import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWritePlans } from '../../access.ts'
import type { careContract, PlanRow } from '../../contract.ts'
import { sealText } from '../../queries/case-key.ts'
import { lockCase } from '../../queries/lock-case.ts'
import { getPlanRow } from '../../queries/plans/plan-rows.ts'
import { findPlanTextObstacle } from '../../rules/plans.ts'
import { writePlanText } from '../steps/plan-text.ts'

type Input = z.output<NonNullable<(typeof careContract.addPlan)['~orpc']['inputSchema']>>

/** Drafts the plan of a case; one that has not ended stands alone. */
export async function addPlan(context: Context, { id: caseId, ...text }: Input): Promise<PlanRow> {
  const { tx, actor } = context
  mustWritePlans(actor)
  const held = await lockCase(context, caseId)
  const obstacle = findPlanTextObstacle(text, { caseStatus: held.status, openedOn: held.openedOn, status: 'draft' })
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  const other = await tx.selectFrom('care.plans').select('id')
    .where('cityId', '=', actor.cityId).where('caseId', '=', held.id).where('status', '<>', 'ended').executeTakeFirst()
  if (other !== undefined) throw new Refusal('PLAN_EXISTS', { planId: other.id })
  const id = newId()
  await tx.insertInto('care.plans').values({
    cityId: actor.cityId, id, scopeCode: held.scopeCode, caseId: held.id, childId: held.childId, fromOn: text.fromOn, untilOn: text.untilOn,
    reviewOn: text.reviewOn, sealedAim: sealText(context, held, 'plan-aim', text.aim), writtenBy: actor.accountId, writtenName: actor.personName,
  }).execute()
  await writePlanText(context, held, id, text)
  await recordAudit(context, {
    verb: 'plan.added', subjectKind: 'plan', subjectId: id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, fromOn: text.fromOn, untilOn: text.untilOn, reviewOn: text.reviewOn },
  })
  return getPlanRow(context, id)
}
