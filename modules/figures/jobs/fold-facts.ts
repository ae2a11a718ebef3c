import { sql } from 'kysely'
import { findWatermark, isSettledAfter, moveWatermark, takeTurn, type LogPlace } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { reader } from '../queries/counting.ts'
import { chunks, addRows } from './add-rows.ts'
import { unseenBy } from '../queries/late-facts.ts'
import {
  presenceChanges, presenceCountChanges, presenceKey, rollupChanges, type FactGroup, type PresenceChange, type RollupChange, type SubjectGroup,
} from '../rules/fold.ts'

/** Most facts one fold adds: its memory and its time stay small. */
export const foldBatch = 50_000

/**
 * Adds the next settled facts to the rollups and says how many there were. Rollups and watermark change in one transaction, so that a fact
 * is added once, however often the job runs; whoever cannot take the turn leaves the work to the one who has it.
 */
export async function foldFacts(context: Context, limit = foldBatch): Promise<number> {
  const { tx, actor: { cityId }, installation } = context
  if (!await takeTurn(tx, cityId, reader)) return 0
  const from = await findWatermark(tx, cityId, reader)
  const settled = tx.selectFrom('figures.facts').select(['epoch', 'tx', 'position'])
    .where('cityId', '=', cityId).where(isSettledAfter(from, installation.epoch)).orderBy('epoch').orderBy('tx').orderBy('position').limit(limit)
  const last = await tx.selectFrom(settled.as('batch')).select(['epoch', 'tx', 'position', sql<number>`count(*) over ()`.as('facts')])
    .orderBy('epoch', 'desc').orderBy('tx', 'desc').orderBy('position', 'desc').limit(1).executeTakeFirst()
  if (last === undefined) return 0
  const { facts, ...to } = last
  const lies = between(from, to)
  const { distinct, stocks } = await findDistinctMeasures(context)
  const [groups, subjects] = await Promise.all([groupFacts(context, lies), groupSubjects(context, lies, distinct)])
  await addToRollups(context, rollupChanges(groups))
  await addToPresences(context, presenceChanges(subjects, stocks))
  await noteCorrections(context, lies)
  await moveWatermark(tx, cityId, reader, to)
  return Number(facts)
}

/** Whether a fact lies behind one place and not behind the other. */
export const between = (from: LogPlace, to: LogPlace) => sql<boolean>`
  (fact.epoch, fact.tx, fact.position) > (${from.epoch}::int, ${from.tx}::bigint, ${from.position}::bigint)
  and (fact.epoch, fact.tx, fact.position) <= (${to.epoch}::int, ${to.tx}::bigint, ${to.position}::bigint)`

/** Measures of which distinct subjects are counted by any version of any indicator. */
export async function findDistinctMeasures({ tx }: Context): Promise<{ distinct: string[]; stocks: Set<string> }> {
  const rows = await tx.selectFrom('figures.indicators').select(['measures', 'timing']).where('counting', '=', 'subjects').execute()
  const stocks = rows.filter((row) => row.timing === 'stock').flatMap((row) => row.measures)
  return { distinct: [...new Set(rows.flatMap((row) => row.measures))], stocks: new Set(stocks) }
}

const month = sql<number>`(extract(year from fact.happened_on) * 100 + extract(month from fact.happened_on))::int`

async function groupFacts({ tx, actor }: Context, lies: ReturnType<typeof between>): Promise<FactGroup[]> {
  const rows = await tx.selectFrom('figures.facts as fact')
    .select([
      'fact.scopeCode', 'fact.measure', month.as('month'), sql<number>`sum(fact.sign)::float8`.as('count'),
      sql<number>`sum(fact.sign * fact.value)::float8`.as('total')])
    .where('fact.cityId', '=', actor.cityId).where(lies).groupBy(['fact.scopeCode', 'fact.measure', 'month']).execute()
  return rows.map((row) => ({ ...row, scopeCode: row.scopeCode.padStart(18, '0') }))
}

async function groupSubjects({ tx, actor }: Context, lies: ReturnType<typeof between>, measures: string[]): Promise<SubjectGroup[]> {
  const rows = await tx.selectFrom('figures.facts as fact')
    .select(['fact.scopeCode', 'fact.measure', month.as('month'), 'fact.subjectId', sql<number>`sum(fact.sign)::int`.as('net')])
    .where('fact.cityId', '=', actor.cityId).where(lies).where('fact.measure', 'in', measures).where('fact.subjectId', 'is not', null)
    .groupBy(['fact.scopeCode', 'fact.measure', 'month', 'fact.subjectId']).execute()
  return rows.flatMap(({ subjectId, ...row }) => (subjectId === null ? [] : [{ ...row, subjectId, scopeCode: row.scopeCode.padStart(18, '0') }]))
}

async function addToRollups(context: Context, changes: readonly RollupChange[]): Promise<void> {
  const columns = ['scope_code', 'measure', 'period', 'count', 'total']
  for (const rows of chunks(changes)) {
    await addRows(context, {
      into: 'figures.rollups', columns, rows: rows.map((row) => [row.scopeCode, row.measure, row.period, row.count, row.total]),
      ending: `on conflict (city_id, scope_code, measure, period)
             do update set count = rollups.count + excluded.count, total = rollups.total + excluded.total`,
    })
  }
}

async function addToPresences(context: Context, changes: readonly PresenceChange[]): Promise<void> {
  const columns = ['scope_code', 'measure', 'period', 'subject_id', 'net']
  for (const rows of chunks(changes)) {
    const after = await addRows<{ scopeCode: string; measure: string; period: number; subjectId: string; net: number }>(context, {
      into: 'figures.presences', columns, rows: rows.map((row) => [row.scopeCode, row.measure, row.period, row.subjectId, row.net]),
      ending: `on conflict (city_id, scope_code, measure, period, subject_id) do update set net = presences.net + excluded.net
             returning scope_code, measure, period, subject_id, net`,
    })
    const nets = new Map(after.map((row) => [presenceKey({ ...row, scopeCode: row.scopeCode.padStart(18, '0') }), row.net]))
    await addToPresenceCounts(context, presenceCountChanges(rows, nets))
  }
}

async function addToPresenceCounts(context: Context, changes: readonly Omit<RollupChange, 'total'>[]): Promise<void> {
  for (const rows of chunks(changes)) {
    await addRows(context, {
      into: 'figures.presence_counts', columns: ['scope_code', 'measure', 'period', 'count'],
      rows: rows.map((row) => [row.scopeCode, row.measure, row.period, row.count]),
      ending: 'on conflict (city_id, scope_code, measure, period) do update set count = presence_counts.count + excluded.count',
    })
  }
}

/** Notes what a closing did not see. A closing takes the fold's turn, so that no fact slips between the two. */
async function noteCorrections({ tx, actor: { cityId } }: Context, lies: ReturnType<typeof between>): Promise<void> {
  const facts = await findUnseen(cityId, lies).execute(tx)
  for (const rows of chunks(facts.rows)) {
    await tx.insertInto('figures.corrections').values(rows.map(({ id, ...fact }) => ({ cityId, factId: id, ...fact })))
      .onConflict((conflict) => conflict.columns(['cityId', 'factId']).doNothing()).execute()
  }
}

/** Facts that some closing of their month or a later one did not see. */
export const findUnseen = (cityId: number, lies: ReturnType<typeof between>) => sql<{ id: string; scopeCode: string; measure: string; happenedOn: string }>`
  select fact.id, fact.scope_code, fact.measure, fact.happened_on from figures.facts fact
   where fact.city_id = ${cityId} and ${lies} and exists (
     select from figures.closings closing where closing.city_id = ${cityId} and closing.reopened_at is null
        and closing.month >= date_trunc('month', fact.happened_on)::date and ${unseenBy('fact', 'closing')})`

/** Folds what the minute brought; after a bulk load several batches at once. */
export const foldFactsJob: JobDefinition = {
  name: 'fold-facts',
  schedule: '* * * * *',
  run: async (context) => {
    for (let batches = 0; batches < 20; batches++) if (await foldFacts(context) < foldBatch) return
  },
}
