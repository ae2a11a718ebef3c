// Counts many measures of many units over one period in one statement: rollups plus the facts not folded yet, seen in one snapshot.
import { sql, type RawBuilder } from 'kysely'
import { findWatermark } from '#platform/audit/watermark.ts'
import type { Context } from '#platform/http/context.ts'
import { nothing, type Counted } from '../rules/indicator.ts'
import { stockKeys } from '../rules/period-keys.ts'
import { reader, type Counting, type Ground } from './counting.ts'
import { happenedBy, happenedWithin } from './counted-facts.ts'
import { lateParts } from './late-facts.ts'
import { keepsPresences, liveSubjects, presentSubjects } from './subject-counts.ts'

/** What was counted of each measure, by the first scope code of each unit. */
export async function countMeasures(context: Context, counting: Counting): Promise<Map<string, Map<string, Counted>>> {
  for (let tries = 0; ; tries++) {
    const mark = await findWatermark(context.tx, context.actor.cityId, reader)
    const rows = await readParts(context, { ...counting, cityId: context.actor.cityId, mark })
    if (rows[0]?.isSame === true) return gather(counting, rows)
    // A fold ended between the two statements; the next try sees its watermark.
    if (tries === 20) throw new Error('the watermark of the figures moved twenty times during one read')
  }
}

type Part = { isSame: boolean; lo: string | null; measure: string | null; isLate: boolean | null; count: number; sum: number; subjects: number; facts: number }

async function readParts(context: Context, ground: Ground): Promise<Part[]> {
  const { cityId, mark, nodes } = ground
  // The watermark is given as a value, so that the planner knows how few facts lie behind it, and is compared within the snapshot.
  const { rows } = await sql<Part>`
    with node(lo, hi) as materialized (
      select lo, hi from unnest(${nodes.map((node) => node.lo)}::bigint[], ${nodes.map((node) => node.hi)}::bigint[]) as given(lo, hi)),
    mark as (select (count(*) = 0 and ${mark.tx}::bigint = 0)
                 or bool_and((epoch, tx, position) = (${mark.epoch}::int, ${mark.tx}::bigint, ${mark.position}::bigint)) as is_same
      from audit.watermarks where city_id = ${cityId} and reader = ${reader}),
    fresh as materialized (${freshFacts(ground)}),
    moved as materialized (${movedFacts(ground)}),
    part as (${sql.join(partsOf(ground), sql` union all `)})
    select mark.is_same, total.* from mark left join (
      select lo::text as lo, measure, is_late, sum(count)::float8 as count, sum(sum)::float8 as sum, sum(subjects)::float8 as subjects,
             sum(facts)::float8 as facts
        from part group by lo, measure, is_late) total on true`.execute(context.tx)
  return rows
}

/** Facts behind the watermark. */
const freshFacts = ({ cityId, mark, plan }: Ground) => sql`
  select node.lo, fact.measure, fact.happened_on, fact.sign, fact.value, fact.subject_id, fact.epoch, fact.tx
    from figures.facts fact join node on fact.scope_code between node.lo and node.hi
   where fact.city_id = ${cityId} and fact.measure = any(${[...plan.flow, ...plan.stock]}::text[])
     and (fact.epoch, fact.tx, fact.position) > (${mark.epoch}::int, ${mark.tx}::bigint, ${mark.position}::bigint)`

/** Folded facts of stocks that come only after the day of the stock: the rollups hold them, the stock does not. */
const movedFacts = ({ cityId, mark, plan, span }: Ground) => sql`
  select node.lo, fact.measure, fact.happened_on, fact.sign, fact.value, fact.subject_id
    from figures.facts fact join node on fact.scope_code between node.lo and node.hi
   where fact.city_id = ${cityId} and fact.measure = any(${plan.stock}::text[]) and fact.happened_on > ${span.asOf}::date
     and (fact.happened_on <= ${stockKeys(span.asOf).monthEnd}::date or fact.measure = any(${plan.stockSubjects}::text[]))
     and not ((fact.epoch, fact.tx, fact.position) > (${mark.epoch}::int, ${mark.tx}::bigint, ${mark.position}::bigint))`

/** Pieces that are added up: each has lo, measure, is_late, count, sum, subjects, facts. */
function partsOf(ground: Ground): RawBuilder<unknown>[] {
  const parts = [foldedFlows(ground), foldedStocks(ground), addedFacts(ground), takenBackFacts(ground)]
  const isKept = ground.nodes.every((node) => keepsPresences(node.lo))
  parts.push(...(isKept ? presentSubjects(ground) : liveSubjects(ground)))
  if (ground.hasClosings) parts.push(...lateParts(ground))
  return parts
}

const foldedFlows = ({ cityId, plan, span }: Ground) => sql`
  select node.lo, rollup.measure, false as is_late, rollup.count, rollup.total as sum, 0 as subjects, 0 as facts
    from node join figures.rollups rollup on rollup.scope_code = node.lo
   where rollup.city_id = ${cityId} and rollup.measure = any(${plan.flow}::text[]) and rollup.period = any(${span.keys}::int[])`

function foldedStocks({ cityId, plan, span }: Ground) {
  const keys = stockKeys(span.asOf)
  return sql`
    select node.lo, rollup.measure, false, rollup.count, rollup.total, 0, 0
      from node join figures.rollups rollup on rollup.scope_code = node.lo
     where rollup.city_id = ${cityId} and rollup.measure = any(${plan.stock}::text[])
       and ((rollup.period % 100 = 0 and rollup.period < ${keys.yearsBefore}::int) or rollup.period between ${keys.monthFrom}::int and ${keys.monthTo}::int)`
}

const addedFacts = ({ plan, span }: Ground) => sql`
  select fact.lo, fact.measure, false, fact.sign, fact.sign * fact.value, 0, 0 from fresh fact
   where (fact.measure = any(${plan.flow}::text[]) and ${happenedWithin('fact', span)})
      or (fact.measure = any(${plan.stock}::text[]) and ${happenedBy('fact', span)})`

const takenBackFacts = ({ span }: Ground) => sql`
  select moved.lo, moved.measure, false, -moved.sign, -moved.sign * moved.value, 0, 0 from moved
   where moved.happened_on <= ${stockKeys(span.asOf).monthEnd}::date`

function gather({ nodes }: Counting, rows: readonly Part[]): Map<string, Map<string, Counted>> {
  const found = new Map(nodes.map((node) => [node.lo, new Map<string, Counted>()]))
  for (const row of rows) {
    if (row.lo === null || row.measure === null) continue
    const measures = found.get(row.lo.padStart(18, '0'))
    const before = measures?.get(row.measure) ?? nothing
    measures?.set(row.measure, row.isLate === true
      ? { ...before, lateFacts: row.facts, lateCount: row.count, lateSum: row.sum, lateSubjects: row.subjects }
      : { ...before, count: row.count, sum: row.sum, subjects: row.subjects })
  }
  return found
}
