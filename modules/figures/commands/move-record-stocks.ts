import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { carryStocks, type LivingFact } from './move-stocks.ts'
import type { Fact } from './record-facts.ts'

/** Records that went over to another unit, and since when. */
export type MovedRecords = { recordIds: readonly string[]; to: Fact['unit']; on: LocalDate }

/** Lets the living stocks of some records follow them to another unit: each ends at the old one and begins at the new one. Flows stay where they happened. */
export async function moveRecordStocks(context: Context, { recordIds, to, on }: MovedRecords): Promise<void> {
  const { tx, actor } = context
  if (recordIds.length === 0) return
  const { rows } = await sql<LivingFact & { scopeCode: string }>`
    select fact.id, fact.unit_id, fact.scope_code, fact.measure, fact.happened_on, fact.value, fact.record_kind, fact.record_id, fact.subject_id, fact.label
      from figures.facts fact
     where fact.city_id = ${actor.cityId} and fact.record_id = any (${[...recordIds]}::uuid[]) and fact.sign = 1
       and not exists (select from figures.indicators indicator where indicator.timing = 'flow' and fact.measure = any (indicator.measures))
       and not exists (select from figures.facts ender where ender.city_id = ${actor.cityId} and ender.ends_id = fact.id)`.execute(tx)
  const living = rows.filter(({ scopeCode }) => scopeCode.padStart(18, '0') !== to.scopeCode)
  for (const [unitId, facts] of Map.groupBy(living, (fact) => fact.unitId)) {
    await carryStocks(context, facts, { from: { id: unitId, scopeCode: '' }, to, on })
  }
}
