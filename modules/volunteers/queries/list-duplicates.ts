import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustManageVolunteers } from '../access.ts'
import type { Duplicate, volunteersContract } from '../contract.ts'
import { itemColumns, itemOf, itemsOf } from './volunteer-items.ts'

type Input = z.output<NonNullable<(typeof volunteersContract.listDuplicates)['~orpc']['inputSchema']>>
type Page = { items: Duplicate[]; next: string | null; total: number; totalIsCapped: boolean }

/** Open pairs of a range, newest first. */
export async function listDuplicates(context: Context, input: Input): Promise<Page> {
  mustManageVolunteers(context.actor)
  const { tx, actor } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const open = tx.selectFrom('volunteers.duplicates').where('cityId', '=', actor.cityId).where('status', '=', 'open')
    .where('scopeCode', '>=', lo).where('scopeCode', '<=', hi)
  let page = open.select(['id', 'scopeCode', 'firstId', 'secondId', 'reasons', 'foundAt']).orderBy('foundAt', 'desc').orderBy('id', 'desc')
    .limit(input.limit + 1)
  if (input.after !== undefined) {
    const [at, id] = cursorOf(input.after, 'moment', 'id')
    page = page.where(sql<boolean>`(found_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const [pairs, count] = await Promise.all([
    page.execute(),
    tx.selectFrom(open.select('id').limit(countCap + 1).as('capped')).select((is) => is.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
  ])
  const shown = pairs.slice(0, input.limit)
  const people = await listPeople(context, shown.flatMap((pair) => [pair.firstId, pair.secondId]))
  const last = pairs.length > input.limit ? shown.at(-1) : undefined
  const total = Number(count.count)
  return {
    items: shown.flatMap((pair) => {
      const [first, second] = [people.get(pair.firstId), people.get(pair.secondId)]
      if (first === undefined || second === undefined) return []
      return [{ id: pair.id, unitCode: codeOfScope(pair.scopeCode), reasons: pair.reasons as Duplicate['reasons'],
        foundAt: pair.foundAt.toISOString(), first, second }]
    }),
    next: last === undefined ? null : encodeCursor([last.foundAt.toISOString(), last.id]), total: Math.min(total, countCap), totalIsCapped: total > countCap,
  }
}

async function listPeople(context: Context, ids: readonly string[]) {
  if (ids.length === 0) return new Map()
  const rows = await itemsOf(context).select(itemColumns).where('v.id', 'in', [...ids]).execute()
  return new Map(rows.map((row) => [row.id, itemOf(context, row)]))
}
