import { sql, type RawBuilder } from 'kysely'
import { countCap, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { readTimeCursor } from './time-cursor.ts'

/** A page of a list and how long the list is. */
export type TimePage<Row> = { items: Row[]; next: string | null; total: number; totalIsCapped: boolean }

/**
 * Reads a page of a list that is ordered by the creation of its rows, the newest first. `select` names the rows as `item` and ends with
 * its conditions; `count` gives one row for each of the list, for counting up to the cap.
 */
export async function readTimePage<Row extends { id: string; createdAt: Date }>(
  { tx }: Context, { select, count, after, limit }: { select: RawBuilder<unknown>; count: RawBuilder<unknown>; after: string | undefined; limit: number },
): Promise<TimePage<Row>> {
  const [at, id] = after === undefined ? [] : readTimeCursor(after)
  const beyond = at === undefined ? sql`` : sql` and (item.created_at, item.id) < (${at}::timestamptz, ${id}::uuid)`
  const [page, counted] = await Promise.all([
    sql<Row>`${select}${beyond} order by item.created_at desc, item.id desc limit ${limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (${count} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const items = page.rows.slice(0, limit)
  const last = page.rows.length > limit ? items.at(-1) : undefined
  const total = counted.rows[0]?.count ?? 0
  return {
    items, next: last === undefined ? null : encodeCursor([last.createdAt.toISOString(), last.id]), total: Math.min(total, countCap),
    totalIsCapped: total > countCap,
  }
}
