import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
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
}

/** Appends facts in the transaction of the write that made them. */
export async function recordFacts(context: Context, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return
  const { tx, actor, installation } = context
  await tx.insertInto('figures.facts').values(facts.map((fact) => ({
    cityId: actor.cityId, id: newId(), scopeCode: fact.unit.scopeCode, unitId: fact.unit.id, measure: fact.measure, happenedOn: fact.happenedOn,
    value: fact.value ?? 1, recordKind: fact.record.kind, recordId: fact.record.id, subjectId: fact.subjectId ?? null, label: fact.label,
    epoch: installation.epoch,
  }))).execute()
}

/**
 * Takes back the live facts of a record: without `on` as though they had never been (void, correction),
 * with `on` from that day on (the end of a stock: a pairing ends, a volunteer leaves).
 */
export async function endFacts(context: Context, ended: { recordId: string; measures?: readonly string[]; subjectId?: string; on?: LocalDate }): Promise<number> {
  const { tx, actor, installation } = context
  let live = tx.selectFrom('figures.facts as fact').selectAll('fact')
    .where('fact.cityId', '=', actor.cityId).where('fact.recordId', '=', ended.recordId).where('fact.sign', '=', 1)
    .where(({ not, exists, selectFrom }) => not(exists(
      selectFrom('figures.facts as ender').select(sql.lit(1).as('one')).where('ender.cityId', '=', actor.cityId).whereRef('ender.endsId', '=', 'fact.id'))))
  if (ended.measures !== undefined) live = live.where('fact.measure', 'in', [...ended.measures])
  if (ended.subjectId !== undefined) live = live.where('fact.subjectId', '=', ended.subjectId)
  const facts = await live.execute()
  if (facts.length === 0) return 0
  await tx.insertInto('figures.facts').values(facts.map((fact) => ({
    cityId: actor.cityId, id: newId(), scopeCode: fact.scopeCode, unitId: fact.unitId, measure: fact.measure,
    happenedOn: ended.on === undefined || ended.on < fact.happenedOn ? fact.happenedOn : ended.on,
    sign: -1, value: fact.value, recordKind: fact.recordKind, recordId: fact.recordId, subjectId: fact.subjectId, label: fact.label, endsId: fact.id,
    epoch: installation.epoch,
  }))).execute()
  return facts.length
}
