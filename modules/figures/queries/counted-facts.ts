// Which facts an indicator counts, said once: the number adds their signs, the rows behind it list those that live.
import { sql, type RawBuilder } from 'kysely'
import type { Split } from '../contract.ts'
import type { Span } from '../rules/period-keys.ts'
import { isOfSplit } from './money-of.ts'

/** Names of the table or its alias a condition speaks of. */
type Alias = 'fact' | 'later' | 'suspect'

/** Whether a fact of a flow lies within the period. An ender has the day of its fact, so that both lie in it or neither. */
export const happenedWithin = (alias: Alias, span: Span): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.happenedOn`)} between ${span.from}::date and ${span.to}::date`

/** Whether a fact of a stock, or its end, had come by the day of the stock. */
export const happenedBy = (alias: Alias, span: Span): RawBuilder<boolean> => sql<boolean>`${sql.ref(`${alias}.happenedOn`)} <= ${span.asOf}::date`

/** Whether a fact belongs to the period of an indicator. */
export const belongs = (alias: Alias, timing: 'flow' | 'stock', span: Span): RawBuilder<boolean> =>
  timing === 'flow' ? happenedWithin(alias, span) : happenedBy(alias, span)

/** What the rows behind a figure are listed by. */
export type RowsWanted = {
  cityId: number
  lo: string
  hi: string
  measures: readonly string[]
  timing: 'flow' | 'stock'
  counting: 'rows' | 'subjects'
  span: Span
  /** Of a figure of money: a part of it. */
  split?: Split
}

/** The facts that live: each has happened in the period and nothing that belongs to the period takes it back. */
export function livingFacts(alias: 'fact' | 'later', wanted: RowsWanted): RawBuilder<boolean> {
  const { cityId, lo, hi, measures, timing, span, split = {} } = wanted
  const ended = timing === 'stock' ? sql`and ender.happened_on <= ${span.asOf}::date` : sql``
  return sql<boolean>`${sql.ref(`${alias}.cityId`)} = ${cityId} and ${isOf(alias, measures)}
    and ${sql.ref(`${alias}.scopeCode`)} >= ${lo}::bigint and ${sql.ref(`${alias}.scopeCode`)} <= ${hi}::bigint
    and ${sql.ref(`${alias}.sign`)} = 1 and ${belongs(alias, timing, span)} and ${isOfSplit(alias, cityId, split)}
    and not exists (select from figures.facts ender where ender.city_id = ${cityId} and ender.ends_id = ${sql.ref(`${alias}.id`)} ${ended})`
}

/** One measure is asked for by equality: only then the index gives the rows in the order of their days. */
function isOf(alias: Alias, measures: readonly string[]): RawBuilder<boolean> {
  const [only, ...others] = measures
  if (only !== undefined && others.length === 0) return sql<boolean>`${sql.ref(`${alias}.measure`)} = ${only}`
  return sql<boolean>`${sql.ref(`${alias}.measure`)} = any(${[...measures]}::text[])`
}

/**
 * What is opened to see the record of a fact; whether it may be opened is asked there. A record without a page of its own – a validity, a review –
 * opens whom it is about. Columns opens_kind and opens_id.
 */
export const opening = (cityId: number): RawBuilder<unknown> => sql`
  case when fact.record_kind = 'pairing' then 'case' when fact.record_kind in ('post', 'term') then 'unit'
       when fact.record_kind in ('clearance', 'insurance') then 'volunteer' when fact.record_kind = 'plan-review' then 'child'
       else fact.record_kind end as opens_kind,
  case when fact.record_kind = 'pairing'
       then coalesce((select pairing.case_id from care.published_pairings pairing
                       where pairing.city_id = ${cityId} and pairing.id = fact.record_id), fact.record_id)
       when fact.record_kind in ('post', 'term') then fact.unit_id
       when fact.record_kind in ('clearance', 'insurance', 'plan-review') then coalesce(fact.subject_id, fact.record_id) else fact.record_id end as opens_id`

/** The facts listed behind a figure: all that live, or of each subject the latest one. */
export function listedFacts(wanted: RowsWanted): RawBuilder<boolean> {
  if (wanted.counting === 'rows') return livingFacts('fact', wanted)
  return sql<boolean>`${livingFacts('fact', wanted)} and fact.subject_id is not null and not exists (
    select from figures.facts later where later.city_id = ${wanted.cityId} and later.subject_id = fact.subject_id
       and (later.happened_on, later.id) > (fact.happened_on, fact.id) and ${livingFacts('later', wanted)})`
}
