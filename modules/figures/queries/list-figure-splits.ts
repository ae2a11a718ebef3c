import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { mustReadFigures } from '../access.ts'
import type { figuresContract, Split, SplitPart } from '../contract.ts'
import type { Indicator, Value } from '../rules/indicator.ts'
import { livingFacts } from './counted-facts.ts'
import { indicatorOf, resolveRequest, type FigureRequest } from './figure-request.ts'
import { isOfMoney, moneyOf } from './money-of.ts'

type Input = z.output<NonNullable<(typeof figuresContract.listFigureSplits)['~orpc']['inputSchema']>>
type Summed = { count: number; sum: number; subjects: number }

/** A figure of money by fund and by source; nothing of any other figure. */
export async function listFigureSplits(context: Context, input: Input): Promise<{ funds: SplitPart[]; sources: SplitPart[] }> {
  mustReadFigures(context.actor)
  const request = await resolveRequest(context, input)
  const indicator = indicatorOf(request, input.code)
  if (!isOfMoney(indicator)) return { funds: [], sources: [] }
  const split = { indicator, request }
  return { funds: await sumBy(context, { ...split, key: sql`money.fund_id::text`, name: sql`money.fund_name` }),
    sources: await sumBy(context, { ...split, key: sql`money.source`, name: sql`money.source` }) }
}

type By = { indicator: Indicator; request: FigureRequest; key: RawBuilder<unknown>; name: RawBuilder<unknown> }

/** A record that several funds bear counts once under each; under one of them it counts once. */
async function sumBy({ tx, actor: { cityId } }: Context, { indicator, request: { range, span }, key, name }: By): Promise<SplitPart[]> {
  const { measures, timing, counting } = indicator
  const { rows } = await sql<Summed & { key: string; name: string }>`
    select part.key, max(part.name) as name, count(*)::int as count, coalesce(sum(part.value), 0)::float8 as sum,
           count(distinct part.subject_id)::int as subjects
      from (select distinct fact.id, fact.value, fact.subject_id, ${key} as key, ${name} as name
              from figures.facts fact join ${moneyOf(cityId)} money on money.record_id = fact.record_id
             where ${livingFacts('fact', { cityId, ...range, measures, timing, counting, span })}) part
     group by part.key order by max(part.name), part.key`.execute(tx)
  return rows.map((row) => ({ key: row.key, name: row.name, value: valueOfSum(indicator, row).value }))
}

/** What an indicator comes to within one fund or source, with the number of its rows. */
export async function countSplit(
  { tx, actor: { cityId } }: Context, { range, span }: FigureRequest, indicator: Indicator, split: Split,
): Promise<Value> {
  const { measures, timing, counting } = indicator
  const { rows } = await sql<Summed>`select count(*)::int as count, coalesce(sum(fact.value), 0)::float8 as sum,
      count(distinct fact.subject_id)::int as subjects
    from figures.facts fact where ${livingFacts('fact', { cityId, ...range, measures, timing, counting, span, split })}`.execute(tx)
  return valueOfSum(indicator, rows[0] ?? { count: 0, sum: 0, subjects: 0 })
}

function valueOfSum({ counting, kind, scale }: Indicator, { count, sum, subjects }: Summed): Value {
  const rows = counting === 'subjects' ? subjects : count
  const value = kind === 'sum' ? sum / scale : rows
  return { value, rows, reported: value, corrections: 0 }
}
