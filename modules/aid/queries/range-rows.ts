import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { visibleAid } from '../access.ts'

/** The rows of the city and range asked for, among those one may see; `r` is the row. */
export function inRange(context: Context, unit: string | undefined): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(context.actor, unit)
  return sql`r.scope_code >= ${lo}::bigint and r.scope_code <= ${hi}::bigint and ${ofVisible(context)}`
}

/** A volunteer sees what belongs to the cases of pairings that last; everybody else all of the range. */
export function ofVisible({ actor, today }: Context): RawBuilder<unknown> {
  const { onlyOf } = visibleAid(actor)
  if (onlyOf === null) return sql`true`
  return sql`exists (select 1 from care.published_pairings own where own.city_id = ${actor.cityId} and own.case_id = r.case_id and own.volunteer_id = ${onlyOf}
    and own.from_on <= ${today}::date and (own.until_on is null or own.until_on >= ${today}::date))`
}

/** Rows after a page's last one, where the latest changed stands first. */
export function beyond(after: string | undefined): RawBuilder<unknown> {
  const mark = cursorOf(after, 'moment', 'id')
  return mark === undefined ? sql`` : sql` and (r.updated_at, r.id) < (${mark[0]}::timestamptz, ${mark[1]}::uuid)`
}

/** What every list asks for beside its filters. */
type PageWish = { after?: string | undefined; limit: number }

/** A page of records, of which one more than asked for was read. */
export function pageOfRecords<R extends { id: string; changedText: string }, Row>(
  records: readonly R[], { limit, count, rowOf }: { limit: number; count: number; rowOf: (record: R) => Row },
): { items: Row[]; next: string | null; total: number; totalIsCapped: boolean } {
  const shown = records.slice(0, limit)
  const last = records.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(rowOf), next: last === undefined ? null : encodeCursor([last.changedText, last.id]), total: Math.min(count, countCap),
    totalIsCapped: count > countCap,
  }
}

/** All rows in batches, each read after the last of the one before. */
export async function* inBatches<R extends { id: string; changedText: string }>(read: (page: PageWish) => Promise<R[]>): AsyncGenerator<R> {
  const limit = 500
  for (let after: string | undefined; ;) {
    const records = await read({ after, limit })
    yield* records
    const last = records.at(-1)
    if (last === undefined || records.length < limit) return
    after = encodeCursor([last.changedText, last.id])
  }
}
