import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { countCap, cursorOf, encodeCursor, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'

/** The rows of the city and range asked for; `r` is the row. */
export function inRange({ actor }: Context, unit: string | undefined): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(actor, unit)
  return sql`r.city_id = ${actor.cityId} and r.scope_code >= ${lo}::bigint and r.scope_code <= ${hi}::bigint`
}

/** Rows after a page's last one, where the latest changed stands first. */
export function beyond(after: string | undefined): RawBuilder<unknown> {
  const mark = cursorOf(after, 'moment', 'id')
  return mark === undefined ? sql`` : sql` and (r.updated_at, r.id) < (${mark[0]}::timestamptz, ${mark[1]}::uuid)`
}

/** A page of records, of which one more than asked for was read. */
export function pageOfRecords<R extends { id: string; changedText: string }, Row>(
  records: readonly R[], { limit, count, rowOf }: { limit: number; count: number; rowOf: (record: R) => Row },
): Page<Row> {
  const shown = records.slice(0, limit)
  const last = records.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(rowOf), next: last === undefined ? null : encodeCursor([last.changedText, last.id]), total: Math.min(count, countCap),
    totalIsCapped: count > countCap,
  }
}
