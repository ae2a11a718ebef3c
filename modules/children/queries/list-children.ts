import { sql, type SelectQueryBuilder } from 'kysely'
import { rangeOf, type ScopeRange } from '#platform/access/range.ts'
import { countCap, encodeCursor } from '#platform/contract/paging.ts'
import { blindQuery } from '#platform/crypto/blind-index.ts'
import type { DB } from '#platform/database/rows.ts'
import type { Context } from '#platform/http/context.ts'
import { soughtOf } from '#platform/values/mask.ts'
import { mustReadChildren } from '../access.ts'
import type { ChildListQuery, ChildRow } from '../contract.ts'
import { childRowOf, rowColumns } from './steps/child-rows.ts'
import { readTimeCursor } from './steps/time-cursor.ts'

/** A page of masked children. */
export type ChildPage = { items: ChildRow[]; next: string | null; total: number; totalIsCapped: boolean }

/** Masked children of a range, the last changed first: ids from the index, then the cards of one page; the count goes in the same round trip. */
export async function listChildren(context: Context, input: ChildListQuery): Promise<ChildPage> {
  const { tx, actor } = context
  mustReadChildren(actor)
  const range = rangeOf(actor, input.unit)
  const terms = input.q === undefined || input.q.trim() === '' ? undefined : blindQuery(context.installation.masterKeys.searchKey, soughtOf(input.q))
  if (terms?.length === 0) return { items: [], next: null, total: 0, totalIsCapped: false }
  const matching = matchingChildren(context, input, range, terms ?? [])
  const [rows, count] = await Promise.all([
    readPage(context, matching, { limit: input.limit + 1, after: input.after }),
    tx
      .selectFrom(
        matching
          .select('child.id')
          .limit(countCap + 1)
          .as('capped'),
      )
      .select((is) => is.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  const total = Number(count.count)
  return {
    items: items.map(childRowOf),
    next: last === undefined ? null : encodeCursor([last.updatedAt.toISOString(), last.id]),
    total: Math.min(total, countCap),
    totalIsCapped: total > countCap,
  }
}

/** All masked children as filtered, page by page: what an export writes. Search text is left out, it would stand in an address. */
export async function* readChildrenInBatches(context: Context, input: Omit<ChildListQuery, 'q' | 'after' | 'limit'>): AsyncGenerator<ChildRow> {
  const limit = 1000
  const matching = matchingChildren(context, input, rangeOf(context.actor, input.unit), [])
  let after: string | undefined
  do {
    const rows = await readPage(context, matching, { limit, after })
    for (const row of rows) yield childRowOf(row)
    const last = rows.length < limit ? undefined : rows.at(-1)
    after = last === undefined ? undefined : encodeCursor([last.updatedAt.toISOString(), last.id])
  } while (after !== undefined)
}

/** Ids of a page from the index, then their cards. */
async function readPage({ tx, actor }: Context, matching: Matching, page: { limit: number; after: string | undefined }) {
  let ids = matching
    .select(['child.id', 'child.updatedAt'])
    .orderBy('child.updatedAt', 'desc')
    .orderBy('child.id', 'desc')
    .limit(page.limit)
  if (page.after !== undefined) {
    const [updatedAt, id] = readTimeCursor(page.after)
    ids = ids.where(({ eb, refTuple, tuple }) => eb(refTuple('child.updatedAt', 'child.id'), '<', tuple(updatedAt, id)))
  }
  return tx
    .selectFrom(ids.as('page'))
    .innerJoin('children.children as child', (join) => join.on('child.cityId', '=', actor.cityId).onRef('child.id', '=', 'page.id'))
    .innerJoin('organization.publishedUnits as unit', (join) =>
      join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'child.unitId'),
    )
    .select(rowColumns)
    .orderBy('page.updatedAt', 'desc')
    .orderBy('page.id', 'desc')
    .execute()
}

type Matching = SelectQueryBuilder<DB & { child: DB['children.children'] }, 'child', object>

function matchingChildren(context: Context, input: Omit<ChildListQuery, 'q' | 'after' | 'limit'>, range: ScopeRange, terms: readonly Buffer[]): Matching {
  const { tx, actor } = context
  let matching: Matching = tx
    .selectFrom('children.children as child')
    .where('child.cityId', '=', actor.cityId)
    .where('child.scopeCode', '>=', range.lo)
    .where('child.scopeCode', '<=', range.hi)
  if (input.type !== undefined) matching = matching.where(sql<boolean>`child.derived_types @> array[${input.type}]`)
  if (input.civilAffairsType !== undefined)
    matching = matching.where(sql<boolean>`child.civil_affairs_types @> array[${input.civilAffairsType}]`)
  if (input.differs !== undefined) matching = matching.where('child.differs', '=', input.differs)
  if (input.ageBand !== undefined) matching = matching.where('child.ageBand', '=', input.ageBand)
  if (input.sex !== undefined) matching = matching.where('child.sex', '=', input.sex)
  // A merged record is shown by the one that goes on, a withdrawn one by none.
  matching = input.status === undefined
    ? matching.where('child.status', 'in', ['registered', 'closed', 'erased']) : matching.where('child.status', '=', input.status)
  for (const term of terms) {
    matching = matching.where('child.id', 'in', (from) =>
      from
        .selectFrom('children.searchTerms as found')
        .select('found.childId')
        .where('found.cityId', '=', actor.cityId)
        .where('found.term', '=', term)
        .where('found.scopeCode', '>=', range.lo)
        .where('found.scopeCode', '<=', range.hi),
    )
  }
  return matching
}
