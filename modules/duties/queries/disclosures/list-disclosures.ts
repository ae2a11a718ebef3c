import { sql } from 'kysely'
import { inRange } from '#platform/access/paged-rows.ts'
import { countCap, cursorOf, encodeCursor, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadDuties } from '../../access.ts'
import type { DisclosureFilters, DisclosureRow } from '../../contract.ts'
import { disclosureColumns, disclosureJoins } from './disclosure-rows.ts'

/** The calendar: what is open by its due day, the first due first; what was published or given up the other way round. */
export async function listDisclosures(context: Context, { state, bookId, unit, after, limit }: DisclosureFilters): Promise<Page<DisclosureRow>> {
  const { tx, actor, today } = context
  mustReadDuties(actor)
  const isOpen = state === 'open'
  const where = sql`${inRange(context, unit)} and ${isOpen ? sql`r.status in ('due', 'prepared', 'approved')` : sql`r.status = ${state}`}
    ${bookId === undefined ? sql`` : sql`and r.book_id = ${bookId}`}`
  const mark = cursorOf(after, 'day', 'id')
  const beyond = mark === undefined ? sql`` : sql`and (r.due_on, r.id) ${isOpen ? sql`>` : sql`<`} (${mark[0]}::date, ${mark[1]}::uuid)`
  const order = isOpen ? sql`r.due_on, r.id` : sql`r.due_on desc, r.id desc`
  const { rows } = await sql<DisclosureRow>`select ${disclosureColumns(today)} from duties.disclosures r ${disclosureJoins(actor.cityId)}
    where r.city_id = ${actor.cityId} and ${where} ${beyond} order by ${order} limit ${limit + 1}`.execute(tx)
  const { rows: [counted] } = await sql<{ count: number }>`select count(*)::int as count from (select 1 from duties.disclosures r
    where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const count = counted?.count ?? 0
  return { items: shown, next: last === undefined ? null : encodeCursor([last.dueOn, last.id]), total: Math.min(count, countCap),
    totalIsCapped: count > countCap }
}
