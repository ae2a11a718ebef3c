import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import { runPrepared, sendPrepared } from '#platform/database/prepared.ts'
import { given, statement } from '#platform/database/statement.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** One countable occurrence. */
export type Fact = {
  /** What is counted, e.g. visit.made; see the indicator dictionary. */
  measure: string
  happenedOn: LocalDate
  /** The unit it is reported under. */
  unit: { id: string; scopeCode: string }
  record: { kind: string; id: string }
  /** Whom distinct counts count: a child, a volunteer, a unit. */
  subjectId?: string
  /** Amount for sums (minutes, fen); 1 otherwise. */
  value?: number
  /** How the row reads in a drill-down: masked, never a child's name. */
  label: string
  /** A stock that is entered with its end: the day from which it no longer counts. */
  endedOn?: LocalDate
}

/** Rows of one statement. */
const batchSize = 4000

/** Appends facts in the transaction of the write that made them; thousands at once for imports. */
export async function recordFacts(context: Context, facts: readonly Fact[]): Promise<void> {
  const rows = facts.flatMap((fact) => {
    const row = {
      id: newId(), scope_code: fact.unit.scopeCode, unit_id: fact.unit.id, measure: fact.measure, happened_on: fact.happenedOn, sign: 1,
      value: fact.value ?? 1, record_kind: fact.record.kind, record_id: fact.record.id, subject_id: fact.subjectId ?? null, label: fact.label,
      ends_id: null as string | null,
    }
    return fact.endedOn === undefined ? [row] : [row, { ...row, id: newId(), happened_on: fact.endedOn, sign: -1, ends_id: row.id }]
  })
  for (let from = 0; from < rows.length; from += batchSize) await insertFacts(context, rows.slice(from, from + batchSize))
}

const columns = {
  id: 'uuid', scope_code: 'bigint', unit_id: 'uuid', measure: 'text', happened_on: 'date', sign: 'smallint', value: 'bigint', record_kind: 'text',
  record_id: 'uuid', subject_id: 'uuid', label: 'text', ends_id: 'uuid',
} as const

/** The number of rows hardly changes the text, so that the database knows the statement already. */
async function insertFacts({ tx, actor, installation }: Context, rows: readonly Record<keyof typeof columns, unknown>[]): Promise<void> {
  const insert = statement`
    insert into figures.facts (city_id, id, scope_code, unit_id, measure, happened_on, sign, value, record_kind, record_id, subject_id, label, ends_id, epoch)
    select ${actor.cityId}::int, r.id, r.scope_code, r.unit_id, r.measure, r.happened_on, r.sign, r.value, r.record_kind, r.record_id, r.subject_id,
      r.label, r.ends_id, ${installation.epoch}::int
    from ${given('r', columns, rows)}`
  // The few of a single record are not waited for; thousands are, so that they do not pile up.
  if (rows.length < batchSize) sendPrepared(tx, insert)
  else await runPrepared(tx, insert)
}

/** Whose facts are taken back: of one record or of many. */
type EndedFacts = { recordId: string | readonly string[]; measures?: readonly string[]; subjectId?: string; on?: LocalDate }

/**
 * Takes back the live facts of a record: without `on` as though they had never been (void, correction),
 * with `on` from that day on (the end of a stock: a pairing ends, a volunteer leaves). What merely happened, a flow,
 * does not end on a later day: it is left alone then.
 */
export async function endFacts(context: Context, ended: EndedFacts): Promise<number> {
  const { tx, actor } = context
  if (ended.recordId.length === 0) return 0
  let live = tx.selectFrom('figures.facts as fact').selectAll('fact')
    .where('fact.cityId', '=', actor.cityId).where('fact.recordId', 'in', [ended.recordId].flat()).where('fact.sign', '=', 1)
    .where(({ not, exists, selectFrom }) => not(exists(
      selectFrom('figures.facts as ender').select(sql.lit(1).as('one')).where('ender.cityId', '=', actor.cityId).whereRef('ender.endsId', '=', 'fact.id'))))
  if (ended.measures !== undefined) live = live.where('fact.measure', 'in', [...ended.measures])
  if (ended.subjectId !== undefined) live = live.where('fact.subjectId', '=', ended.subjectId)
  if (ended.on !== undefined) live = live.where(isNoFlow)
  const facts = await live.execute()
  const rows = facts.map((fact) => ({
    id: newId(), scope_code: fact.scopeCode, unit_id: fact.unitId, measure: fact.measure,
    happened_on: ended.on === undefined || ended.on < fact.happenedOn ? fact.happenedOn : ended.on,
    sign: -1, value: fact.value, record_kind: fact.recordKind, record_id: fact.recordId, subject_id: fact.subjectId, label: fact.label, ends_id: fact.id,
  }))
  for (let from = 0; from < rows.length; from += batchSize) await insertFacts(context, rows.slice(from, from + batchSize))
  return facts.length
}

const isNoFlow = sql<boolean>`not exists (
  select from figures.indicators indicator where indicator.timing = 'flow' and fact.measure = any(indicator.measures))`
