import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { endFacts, recordFacts } from './record-facts.ts'

/** Who turned out to be whom, and in which measures others count that person. */
export type ReplacedSubject = {
  from: string
  to: string
  /** All measures when left out. */
  measures?: readonly string[]
  /** Only what these records count; all records when left out. */
  recordIds?: readonly string[]
}

type LivingFact = {
  unitId: string; scopeCode: string; measure: string; happenedOn: LocalDate; value: string; recordKind: string; recordId: string; label: string
}

/**
 * Two subjects turn out to be one: what lives and counts the one is taken back and counts the other, on the same days, so that distinct counts
 * see one person. Where both are counted of one record, take back the second first. A stock that had ended keeps its subject. Answers the records
 * whose facts were taken over, so that they can be given back.
 */
export async function replaceSubject(context: Context, { from, to, measures, recordIds }: ReplacedSubject): Promise<string[]> {
  const { tx, actor } = context
  const { rows } = await sql<LivingFact>`
    select fact.unit_id, lpad(fact.scope_code::text, 18, '0') as scope_code, fact.measure, fact.happened_on, fact.value, fact.record_kind, fact.record_id,
           fact.label
      from figures.facts fact
     where fact.city_id = ${actor.cityId} and fact.subject_id = ${from} and fact.sign = 1
       and ${measures === undefined ? sql`true` : sql`fact.measure = any(${[...measures]}::text[])`}
       and ${recordIds === undefined ? sql`true` : sql`fact.record_id = any(${[...recordIds]}::uuid[])`}
       and not exists (select from figures.facts ender where ender.city_id = ${actor.cityId} and ender.ends_id = fact.id)`.execute(tx)
  if (rows.length === 0) return []
  await endFacts(context, { recordId: rows.map(({ recordId }) => recordId), ...(measures === undefined ? {} : { measures }), subjectId: from })
  await recordFacts(context, rows.map(({ unitId, scopeCode, measure, happenedOn, value, recordKind, recordId, label }) => ({
    measure, happenedOn, unit: { id: unitId, scopeCode }, record: { kind: recordKind, id: recordId }, subjectId: to, value: Number(value), label })))
  return [...new Set(rows.map(({ recordId }) => recordId))]
}
