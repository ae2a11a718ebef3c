import { sql, type RawBuilder } from 'kysely'
import { findWatermark, waitForTurn, type LogPlace } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { reader } from '../queries/counting.ts'
import { monthKey } from '../rules/period-keys.ts'
import { between, findDistinctMeasures, findUnseen } from './fold-facts.ts'
import { chunks } from './add-rows.ts'

/** A row that is not what the facts give. */
export type Difference = { table: string; scopeCode: string; measure: string; period: number; kept: string; counted: string }
/** What a recount found. */
export type Recount = { facts: number; rows: number; differences: Difference[] }

/** The most differences that are named one by one. */
const mostNamed = 100

/**
 * Counts everything anew from the folded facts, by other means than the fold (one GROUP BY over all of them), and names every row that
 * differs. There must be none. Nothing is changed: a difference is a defect that a person has to see.
 */
export async function recountFigures(context: Context): Promise<Recount> {
  const { tx, actor: { cityId } } = context
  await waitForTurn(tx, cityId, reader)
  const mark = await findWatermark(tx, cityId, reader)
  const folded = between({ epoch: 0, tx: '0', position: '0' }, mark)
  const { distinct, stocks } = await findDistinctMeasures(context)
  const checks = [
    ['rollups', rollupDifferences(cityId, folded)], ['presences', presenceDifferences(cityId, folded, { distinct, stocks: [...stocks] })],
    ['presence_counts', countDifferences(cityId)]] as const
  const differences: Difference[] = []
  for (const [table, check] of checks) differences.push(...(await check.execute(tx)).rows.map((row) => ({ table, ...row })))
  differences.push(...await correctionDifferences(context, folded))
  return { ...await size(context, mark), differences: differences.slice(0, mostNamed) }
}

type Row = Omit<Difference, 'table'>

/** First scope codes of the unit of a fact and of all above it; a level that is only padding is left out. */
const nodes = sql`(values (10000000000000000, null, 1), (100000000000000, 10000000000000000, 2), (100000000000, 100000000000000, 3),
  (10000000, 100000000000, 4), (1000, 10000000, 5), (1, 1000, 6)) as level(width, above, depth)`
const isNode = sql`(level.above is null or fact.scope_code / level.width * level.width <> fact.scope_code / level.above * level.above)`
const lo = sql`fact.scope_code / level.width * level.width`
const monthOf = sql`(extract(year from fact.happened_on) * 100 + extract(month from fact.happened_on))::int`

const rollupDifferences = (cityId: number, folded: RawBuilder<boolean>) => sql<Row>`
  select scope_code::text as scope_code, measure, period, coalesce(kept.count || '/' || kept.total, '–') as kept,
         coalesce(anew.count || '/' || anew.total, '–') as counted
    from (select ${lo} as scope_code, fact.measure, part.period, sum(fact.sign)::bigint as count,
                 sum(fact.sign * fact.value)::bigint as total
            from figures.facts fact cross join ${nodes} cross join lateral (values (${monthOf}), (${monthOf} / 100 * 100)) as part(period)
           where fact.city_id = ${cityId} and ${folded} and ${isNode} group by 1, 2, 3) anew
    full join (select scope_code, measure, period, count, total from figures.rollups where city_id = ${cityId}) kept using (scope_code, measure, period)
   where (coalesce(kept.count, 0), coalesce(kept.total, 0)) <> (coalesce(anew.count, 0), coalesce(anew.total, 0)) limit ${mostNamed}`

const presenceDifferences = (cityId: number, folded: RawBuilder<boolean>, of: { distinct: string[]; stocks: string[] }) => sql<Row>`
  select scope_code::text as scope_code, measure, period, coalesce(kept.net::text, '–') as kept, coalesce(anew.net::text, '–') as counted
    from (select ${lo} as scope_code, fact.measure, part.period, fact.subject_id, sum(fact.sign)::int as net
            from figures.facts fact cross join ${nodes}
           cross join lateral (select unnest(case when fact.measure = any(${of.stocks}::text[]) then array[0]
                                             else array[${monthOf}, ${monthOf} / 100 * 100] end) as period) part
           where fact.city_id = ${cityId} and ${folded} and ${isNode} and level.depth in (2, 3) and fact.subject_id is not null
             and fact.measure = any(${of.distinct}::text[]) group by 1, 2, 3, 4) anew
    full join (select scope_code, measure, period, subject_id, net from figures.presences where city_id = ${cityId}) kept
         using (scope_code, measure, period, subject_id)
   where coalesce(kept.net, 0) <> coalesce(anew.net, 0) limit ${mostNamed}`

const countDifferences = (cityId: number) => sql<Row>`
  select scope_code::text as scope_code, measure, period, coalesce(kept.count::text, '–') as kept, coalesce(anew.count::text, '–') as counted
    from (select scope_code, measure, period, count(*) as count from figures.presences where city_id = ${cityId} and net > 0 group by 1, 2, 3) anew
    full join (select scope_code, measure, period, count from figures.presence_counts where city_id = ${cityId}) kept using (scope_code, measure, period)
   where coalesce(kept.count, 0) <> coalesce(anew.count, 0) limit ${mostNamed}`

/** Facts a closing did not see and nobody noted. One noted for a closing that was lifted since does no harm. */
async function correctionDifferences({ tx, actor: { cityId } }: Context, folded: RawBuilder<boolean>): Promise<Difference[]> {
  const unseen = (await findUnseen(cityId, folded).execute(tx)).rows
  const differences: Difference[] = []
  for (const facts of chunks(unseen)) {
    const noted = await tx.selectFrom('figures.corrections').select('factId')
      .where('cityId', '=', cityId).where('factId', 'in', facts.map((fact) => fact.id)).execute()
    const known = new Set(noted.map((row) => row.factId))
    differences.push(...facts.filter((fact) => !known.has(fact.id)).map(({ id, scopeCode, measure, happenedOn }) => (
      { table: 'corrections', scopeCode, measure, period: monthKey(happenedOn), kept: '–', counted: id })))
  }
  return differences
}

async function size({ tx, actor: { cityId } }: Context, mark: LogPlace): Promise<{ facts: number; rows: number }> {
  const { rows: [found] } = await sql<{ facts: number; rows: number }>`
    select (select count(*)::float8 from figures.facts fact where fact.city_id = ${cityId}
               and (fact.epoch, fact.tx, fact.position) <= (${mark.epoch}::int, ${mark.tx}::bigint, ${mark.position}::bigint)) as facts,
           (select count(*)::float8 from figures.rollups where city_id = ${cityId}) as rows`.execute(tx)
  return found ?? { facts: 0, rows: 0 }
}

/** Each night: a difference fails the job, which the system administrator sees among the failed ones. */
export const recountFiguresJob: JobDefinition = {
  name: 'recount-figures',
  schedule: '30 2 * * *',
  run: async (context) => {
    const { differences } = await recountFigures(context)
    if (differences.length > 0) throw new Error(`recounted figures differ: ${JSON.stringify(differences.slice(0, 5))}`)
  },
}
