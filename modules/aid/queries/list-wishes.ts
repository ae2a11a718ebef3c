import { sql, type RawBuilder } from 'kysely'
import { countCap } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadWishes } from '../access.ts'
import type { WishFilters, WishRow } from '../contract.ts'
import { beyond, inBatches, inRange, pageOfRecords } from './range-rows.ts'
import { wishColumns, wishJoins, wishRowOf, type WishRecord } from './wish-rows.ts'

type Filters = Omit<WishFilters, 'after' | 'limit'>

/** Wishes of the range, the latest changed first. */
export async function listWishes(
  context: Context, input: WishFilters,
): Promise<{ items: WishRow[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustReadWishes(context.actor)
  const { tx, actor } = context
  // Refused here, before two statements are on their way.
  const where = wished(context, input)
  const from = sql`${where}${beyond(input.after)}`
  const [records, counted] = await Promise.all([
    readWishes(context, from, input.limit + 1),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from aid.wishes r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(records, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: wishRowOf })
}

/** All wishes as filtered, for a workbook. */
export async function* readWishesInBatches(context: Context, filters: Filters): AsyncGenerator<WishRow> {
  const where = wished(context, filters)
  for await (const record of inBatches(({ after, limit }) => readWishes(context, sql`${where}${beyond(after)}`, limit))) yield wishRowOf(record)
}

async function readWishes({ tx, actor }: Context, where: RawBuilder<unknown>, limit: number): Promise<WishRecord[]> {
  const { rows } = await sql<WishRecord>`select ${wishColumns} from aid.wishes r ${wishJoins}
    where r.city_id = ${actor.cityId} and ${where} order by r.updated_at desc, r.id desc limit ${limit}`.execute(tx)
  return rows
}

function wished(context: Context, input: Filters): RawBuilder<unknown> {
  const parts = [inRange(context, input.unit)]
  if (input.status !== undefined) parts.push(sql`r.status = ${input.status}`)
  if (input.caseId !== undefined) parts.push(sql`r.case_id = ${input.caseId}`)
  if (input.childId !== undefined) parts.push(sql`r.child_id = ${input.childId}`)
  return sql.join(parts, sql` and `)
}
