import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import { queryTerms } from '#platform/crypto/query-terms.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadUnits } from '../access.ts'
import type { organizationContract, Unit } from '../contract.ts'
import { childCount, unitColumns, unitOf } from './unit-columns.ts'

type Input = z.output<NonNullable<(typeof organizationContract.listUnits)['~orpc']['inputSchema']>>

/** Units of a range in the order of their codes, which is the order of the tree. */
export async function listUnits(context: Context, input: Input): Promise<{ items: Unit[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor } = context
  mustReadUnits(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let matching = tx.selectFrom('organization.units as unit').where('unit.cityId', '=', actor.cityId).where('unit.scopeLo', '>=', lo)
    .where('unit.scopeLo', '<=', hi)
    .where(stateIs(input.state ?? (input.parent === undefined ? undefined : 'open')))
  if (input.parent !== undefined) matching = matching.where('unit.parentId', '=', input.parent)
  if (input.level !== undefined) matching = matching.where('unit.level', '=', input.level)
  if (input.kind !== undefined) matching = matching.where('unit.kind', '=', input.kind)
  for (const condition of searchConditions(actor.cityId, input.q)) matching = matching.where(condition)
  let page = matching.select(unitColumns).select(childCount.as('childCount')).orderBy('unit.scopeLo').limit(input.limit + 1)
  if (input.after !== undefined) page = page.where('unit.scopeLo', '>', cursorOf(input.after, 'scopeCode')[0])
  const [rows, count] = await Promise.all([
    page.execute(),
    tx.selectFrom(matching.select('unit.id').limit(countCap + 1).as('capped')).select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ])
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  const total = Number(count.count)
  return {
    items: items.map(unitOf), next: last === undefined ? null : encodeCursor([last.scopeLo]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

function stateIs(state: Input['state']): RawBuilder<boolean> {
  if (state === 'open') return sql<boolean>`unit.closed_on is null`
  if (state === 'closed') return sql<boolean>`unit.closed_on is not null`
  if (state === 'due') return sql<boolean>`unit.closed_on is null and unit.established_on is null`
  return state === 'established' ? sql<boolean>`unit.closed_on is null and unit.established_on is not null` : sql<boolean>`true`
}

/** Every term of the question must be among the unit's; digits are a code; what has no terms at all is looked for in the name. */
function searchConditions(cityId: number, text: string | undefined): RawBuilder<boolean>[] {
  const asked = text?.trim() ?? ''
  if (asked === '') return []
  if (/^\d{2,18}$/.test(asked)) return [sql<boolean>`(unit.code like ${`${asked}%`} or unit.division_code like ${`${asked}%`})`]
  const terms = queryTerms(asked).filter(({ kind }) => kind === 'han' || kind === 'pinyin')
  if (terms.length === 0) return [sql<boolean>`position(${asked} in unit.name) > 0`]
  return [...numbersOf(asked), ...terms.map(({ kind, term }) => {
    const key = `${kind}:${term}`
    const matches = kind === 'han' ? sql`term = ${key}` : sql`term >= ${key} and term < ${`${key}~`}`
    return sql<boolean>`unit.id in (select unit_id from organization.unit_search_terms where city_id = ${cityId} and ${matches})`
  })]
}

/** Digits have no terms, and 第20村 is not 第1村: each number of the question stands in the name. */
const numbersOf = (asked: string): RawBuilder<boolean>[] => [...asked.matchAll(/\d+/g)].map(([digits]) => sql<boolean>`position(${digits} in unit.name) > 0`)
