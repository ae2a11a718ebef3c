import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { recordFacts, type Fact } from './record-facts.ts'

/** Where stocks stood, and where they stand from a day on. */
export type MovedStocks = { from: Fact['unit']; to: Fact['unit']; on: LocalDate; limit: number }

/** A stock that has not ended. */
export type LivingFact = {
  id: string; unitId: string; measure: string; happenedOn: LocalDate; value: string; recordKind: string; recordId: string; subjectId: string | null
  label: string
}

/**
 * Lets at most so many living stocks of a unit follow it to another code: each ends at the old one and begins at the new one, on the day of
 * the move or, if it began later, on its own day. Flows, and stocks that had ended, stay where they were reported. Says how many it took up;
 * 0 when none is left, so that it may run again.
 */
export async function moveStocks(context: Context, moved: MovedStocks): Promise<number> {
  const living = await listLivingStocks(context, moved)
  if (living.length === 0) return 0
  await carryStocks(context, living, moved)
  return living.length
}

/** Ends stocks at the old place and begins them at the new one. */
export async function carryStocks(context: Context, living: readonly LivingFact[], moved: Omit<MovedStocks, 'limit'>): Promise<void> {
  const ended = await endAt(context, living, moved.on)
  await recordFacts(context, living.filter(({ id }) => ended.has(id)).map((fact) => begunAt(fact, moved)))
}

async function listLivingStocks({ tx, actor }: Context, { from, limit }: MovedStocks): Promise<LivingFact[]> {
  const { rows } = await sql<LivingFact>`
    select fact.id, fact.unit_id, fact.measure, fact.happened_on, fact.value, fact.record_kind, fact.record_id, fact.subject_id, fact.label
      from figures.facts fact
     where fact.city_id = ${actor.cityId} and fact.scope_code = ${from.scopeCode}::bigint and fact.sign = 1
       and fact.measure in (select unnest(measures) from figures.indicators where timing = 'stock'
                            except select unnest(measures) from figures.indicators where timing = 'flow')
       and not exists (select from figures.facts ender where ender.city_id = ${actor.cityId} and ender.ends_id = fact.id)
     limit ${limit}`.execute(tx)
  return rows
}

/** Somebody else may end a stock at this moment; then that end holds. Answers which facts were ended here. */
async function endAt({ tx, actor, installation }: Context, living: readonly LivingFact[], on: LocalDate): Promise<Set<string>> {
  const rows = living.map(({ id }) => ({ id: newId(), ends_id: id }))
  const ended = await sql<{ endsId: string }>`
    insert into figures.facts (city_id, id, scope_code, unit_id, measure, happened_on, sign, value, record_kind, record_id, subject_id, label, ends_id, epoch)
    select ${actor.cityId}::int, r.id, fact.scope_code, fact.unit_id, fact.measure, greatest(fact.happened_on, ${on}::date), -1, fact.value,
           fact.record_kind, fact.record_id, fact.subject_id, fact.label, fact.id, ${installation.epoch}::int
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, ends_id uuid)
      join figures.facts fact on fact.city_id = ${actor.cityId} and fact.id = r.ends_id
    on conflict (city_id, ends_id) where ends_id is not null do nothing returning ends_id`.execute(tx)
  return new Set(ended.rows.map(({ endsId }) => endsId))
}

function begunAt(fact: LivingFact, { from, to, on }: Omit<MovedStocks, 'limit'>): Fact {
  const { unitId, measure, happenedOn, value, recordKind, recordId, subjectId, label } = fact
  return {
    measure, happenedOn: happenedOn > on ? happenedOn : on, unit: { id: unitId === from.id ? to.id : unitId, scopeCode: to.scopeCode },
    record: { kind: recordKind, id: recordId }, ...(subjectId === null ? {} : { subjectId }), value: Number(value), label,
  }
}
