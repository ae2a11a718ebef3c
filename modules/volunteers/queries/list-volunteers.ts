import type { z } from 'zod'
import { sql } from 'kysely'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadVolunteers } from '../access.ts'
import type { VolunteerItem, volunteersContract } from '../contract.ts'
import { matchingVolunteers } from './matching-volunteers.ts'
import { itemColumns, itemOf, itemsOf } from './volunteer-items.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.listVolunteers)['~orpc']['inputSchema']>>
type Page = { items: VolunteerItem[]; next: string | null; total: number; totalIsCapped: boolean }

/** Volunteers of a range, last changed first: the ids of the page out of the index, then the rows of these alone. */
export async function listVolunteers(context: Context, input: Input): Promise<Page> {
  mustReadVolunteers(context.actor)
  const { tx } = context
  const matching = matchingVolunteers(context, input)
  let page = matching.select(['v.id', 'v.updatedAt']).orderBy('v.updatedAt', 'desc').orderBy('v.id', 'desc').limit(input.limit + 1)
  if (input.after !== undefined) {
    const [at, id] = cursorOf(input.after, 'moment', 'id')
    page = page.where(sql<boolean>`(v.updated_at, v.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const [rows, count] = await Promise.all([
    itemsOf(context).innerJoin(page.as('page'), 'page.id', 'v.id').select([...itemColumns, 'v.updatedAt'])
      .orderBy('v.updatedAt', 'desc').orderBy('v.id', 'desc').execute(),
    tx.selectFrom(matching.select(sql.lit(1).as('one')).limit(countCap + 1).as('capped'))
      .select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ])
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  const total = Number(count.count)
  return {
    items: shown.map(({ updatedAt: _at, ...row }) => itemOf(context, row)),
      next: last === undefined ? null : encodeCursor([last.updatedAt.toISOString(), last.id]),
    total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}
