import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadPosts } from '../access.ts'
import type { organizationContract, Post } from '../contract.ts'
import { postOf, selectPosts } from './post-columns.ts'

type Input = z.output<NonNullable<(typeof organizationContract.listPosts)['~orpc']['inputSchema']>>

/** Posts of a range in the order of the tree, or the vacant ones by age of the vacancy. */
export async function listPosts(context: Context, input: Input): Promise<{ items: Post[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor, today } = context
  mustReadPosts(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  const order = input.isVacant === true ? (['post.vacantSince', 'post.id'] as const) : (['post.scopeCode', 'post.id'] as const)
  let ids = tx.selectFrom('organization.posts as post').select([...order])
    .where('post.cityId', '=', actor.cityId).where('post.scopeCode', '>=', lo).where('post.scopeCode', '<=', hi).where('post.closedOn', 'is', null)
  if (input.isVacant === true) ids = ids.where('post.vacantSince', 'is not', null)
  if (input.isVacant === false) ids = ids.where('post.vacantSince', 'is', null)
  if (input.unitId !== undefined) ids = ids.where('post.unitId', '=', input.unitId)
  if (input.title !== undefined) ids = ids.where('post.titleCode', '=', input.title)
  if (input.q !== undefined) ids = ids.where('post.id', 'in', tx.selectFrom('organization.terms as held').select('held.postId')
    .where('held.cityId', '=', actor.cityId).where('held.untilOn', 'is', null).where('held.personName', 'like', likeStart(input.q)))
  const counted = tx.selectFrom(ids.select(sql.lit(1).as('one')).limit(countCap + 1).as('capped'))
    .select((is) => is.fn.countAll<string>().as('count'))
  if (input.after !== undefined) ids = ids.where(sql<boolean>`(${sql.ref(order[0])}, post.id) > (${behind(input.after, order[0])})`)
  const page = ids.orderBy(order[0]).orderBy('post.id').limit(input.limit + 1)
  const [rows, count] = await Promise.all([
    selectPosts(context).where('post.id', 'in', tx.selectFrom(page.as('page')).select('page.id')).orderBy(order[0]).orderBy('post.id').execute(),
    counted.executeTakeFirstOrThrow()])
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  const key = last === undefined ? undefined : input.isVacant === true ? last.vacantSince ?? '' : last.scopeCode
  return {
    items: items.map((row) => postOf(row, today)), next: last === undefined || key === undefined ? null : encodeCursor([key, last.id]),
    total: Math.min(Number(count.count), countCap), totalIsCapped: Number(count.count) > countCap,
  }
}

/** What begins with these words; signs that mean any text are taken as written. */
const likeStart = (text: string): string => `${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function behind(after: string, first: 'post.vacantSince' | 'post.scopeCode') {
  const [at, id] = cursorOf(after, first === 'post.scopeCode' ? 'scopeCode' : 'day', 'id')
  return first === 'post.scopeCode' ? sql`${at}::bigint, ${id}::uuid` : sql`${at}::date, ${id}::uuid`
}
