import { sql } from 'kysely'
import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { endAccess } from '#modules/children/index.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { mustCloseCases } from '../access.ts'
import type { CaseRow, careContract, PlanStatus } from '../contract.ts'
import { sealText } from '../queries/case-key.ts'
import { getCaseRow } from '../queries/case-rows.ts'
import { isChildRegistered } from '../queries/closing/child-registered.ts'
import { findOpenCases } from '../queries/closing/double-cases.ts'
import { findOpenReferral } from '../queries/closing/find-open-referral.ts'
import { lockCase, lockCases, type LockedCase } from '../queries/lock-case.ts'
import { findClosingObstacle } from '../rules/closing.ts'
import { countClosing, pairingCountsUntil } from '../rules/countable.ts'
import { writePlanStep } from './steps/lock-plan.ts'

type Input = z.output<NonNullable<(typeof careContract.closeCase)['~orpc']['inputSchema']>>

/** Closes a case with reason and result; its pairings, plans and given access end with it, and the superior committee is told. */
export async function closeCase(context: Context, input: Input): Promise<CaseRow> {
  const { today } = context
  mustCloseCases(context.actor)
  const isDouble = input.reason === 'duplicate'
  if (isDouble) await lockDoubles(context, input.id)
  const held = await lockCase(context, input.id)
  const closedOn = input.closedOn ?? today
  const [plan, referral, lastVisitOn] = [
    await findOpenPlan(context, held), await findOpenReferral(context, held.childId), await findLastVisit(context, held)]
  const obstacle = findClosingObstacle({
    ...held, closedOn, today, lastVisitOn, planStatus: plan?.status ?? null, referralSentOn: referral?.sentOn ?? null, isDouble,
    isChildRegistered: await isChildRegistered(context, held.childId),
    hasOther: isDouble && (await findOpenCases(context, held.childId)).some(({ id }) => id !== held.id),
  })
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { colour: held.colour, status: held.status } })
  await writeClosing(context, held, { ...input, closedOn })
  if (plan !== undefined) await writePlanStep(context, plan, { status: 'ended', endedOn: closedOn, endingReason: 'case-closed' })
  await endPairings(context, held, closedOn)
  await endFacts(context, { recordId: held.id, on: closedOn })
  await Promise.all([
    // The child goes on being helped: its double ends, and nothing is counted as closed.
    recordFacts(context, isDouble ? [] : [countClosing(held, closedOn)]),
    recordAudit(context, {
      verb: 'child-case.closed', subjectKind: 'child-case', subjectId: held.id, scopeCode: held.scopeCode,
      details: { childId: held.childId, closedOn, reason: input.reason },
    }),
    endAccess(context, { ground: { kind: 'case', id: held.id } }),
  ])
  return getCaseRow(context, held.id)
}

/** Whoever closes one case as the double of the other holds both, in the order of their ids: never are both closed so. */
async function lockDoubles(context: Context, id: string): Promise<void> {
  const { tx, actor } = context
  const own = await tx.selectFrom('care.cases').select('childId').where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  if (own !== undefined) await lockCases(context, [id, ...(await findOpenCases(context, own.childId)).map((open) => open.id)])
}

async function findLastVisit({ tx, actor }: Context, held: LockedCase): Promise<string | null> {
  const row = await tx.selectFrom('care.visits').select(({ fn }) => fn.max('madeOn').as('lastOn'))
    .where('cityId', '=', actor.cityId).where('caseId', '=', held.id).where('voidedAt', 'is', null).executeTakeFirst()
  return row?.lastOn ?? null
}

/** The plan that has not ended; one that nobody handed in ends with the case. */
async function findOpenPlan({ tx, actor }: Context, held: LockedCase): Promise<{ id: string; status: PlanStatus; version: number } | undefined> {
  const row = await tx.selectFrom('care.plans').select(['id', 'status', 'version'])
    .where('cityId', '=', actor.cityId).where('caseId', '=', held.id).where('status', '<>', 'ended').executeTakeFirst()
  return row === undefined ? undefined : { ...row, status: row.status as PlanStatus }
}

async function writeClosing(context: Context, held: LockedCase, input: Input & { closedOn: string }): Promise<void> {
  const { tx, actor } = context
  await Promise.all([
    tx.updateTable('care.cases').set({
      status: 'closed', closedOn: input.closedOn, closingReason: input.reason, sealedClosingResult: sealText(context, held, 'closing-result', input.result),
      nextVisitDueOn: null, version: held.version + 1, updatedAt: sql<Date>`now()`,
    }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute(),
    tx.updateTable('care.plannedVisits').set({ status: 'dropped' })
      .where('cityId', '=', actor.cityId).where('caseId', '=', held.id).where('status', '=', 'planned').execute(),
  ])
}

/** A pairing that had not begun yet never counted; the others end with the case. */
async function endPairings(context: Context, held: LockedCase, closedOn: string): Promise<void> {
  const { tx, actor, today } = context
  const lasting = held.pairings.filter(({ untilOn }) => untilOn === null || untilOn > closedOn)
  if (lasting.length === 0) return
  await tx.updateTable('care.pairings')
    .set({ untilOn: sql<string>`greatest(from_on, ${closedOn}::date)`, endedReason: '结案', version: sql<number>`version + 1`, updatedAt: sql<Date>`now()` })
    .where('cityId', '=', actor.cityId).where('id', 'in', lasting.map(({ id }) => id)).execute()
  for (const { id, fromOn } of lasting) {
    if (fromOn > closedOn) await endFacts(context, { recordId: id })
    else if (closedOn < today) await endFacts(context, { recordId: id, on: pairingCountsUntil(closedOn) })
    await endAccess(context, { ground: { kind: 'pairing', id } })
  }
}
