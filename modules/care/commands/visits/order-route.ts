import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../../access.ts'
import { ofVisible } from '../../queries/case-rows.ts'

/** Keeps in which order somebody means to make the visits of a day, for that person alone; a case that the caller does not see is not found. */
export async function orderRoute(context: Context, input: { on: string; caseIds: string[] }): Promise<{ ordered: number }> {
  const { tx, actor, now } = context
  mustRecordVisits(actor)
  const caseIds = [...new Set(input.caseIds)]
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from care.cases c
    where c.city_id = ${actor.cityId} and c.id = any (${caseIds}::uuid[])${ofVisible(context)}`.execute(tx)
  if (rows[0]?.count !== caseIds.length) throw new Refusal('NOT_FOUND')
  const kept = { caseIds, updatedAt: now, scopeCode: actor.scopeLo }
  await tx.insertInto('care.routeOrders').values({ cityId: actor.cityId, grantId: actor.grantId, onDay: input.on, ...kept })
    .onConflict((conflict) => conflict.columns(['cityId', 'grantId', 'onDay']).doUpdateSet(kept)).execute()
  await recordAudit(context, { verb: 'visit-route.ordered', subjectKind: 'visit-route', details: { on: input.on, visits: caseIds.length } })
  return { ordered: caseIds.length }
}
