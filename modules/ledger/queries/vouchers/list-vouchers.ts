import { sql, type RawBuilder } from 'kysely'
import { countCap, cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { cleanText } from '#platform/values/text.ts'
import { mustReadBooks } from '../../access.ts'
import type { VoucherFilters, VoucherRow } from '../../contract.ts'
import { loadBook } from '../load-book.ts'
import { voucherColumns } from './voucher-rows.ts'

/** Those without a number yet stand before those with one. */
const place = sql`coalesce(v.number, 1000000)`

/** Vouchers of a set of books, the latest month first, in it those without a number, then the highest number. */
export async function listVouchers(context: Context, input: VoucherFilters): Promise<Page<VoucherRow>> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const mark = cursorOf(input.after, 'number', 'number', 'id')
  const book = await loadBook(context, input.bookId)
  const where = wished(context, { ...input, bookId: book.id })
  const beyond = mark === undefined ? sql`true` : sql`(v.month, ${place}, v.id) < (${mark[0]}::int, ${mark[1]}::int, ${mark[2]}::uuid)`
  const [{ rows }, counted] = await Promise.all([
    sql<VoucherRow>`select ${voucherColumns} from ledger.vouchers v where v.city_id = ${actor.cityId} and ${where} and ${beyond}
      order by v.month desc, ${place} desc, v.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from ledger.vouchers v where v.city_id = ${actor.cityId} and ${where}
      limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageFrom(rows, { limit: input.limit, keyOf: ({ month, number, id }) => [month, number ?? 1_000_000, id] }, counted.rows[0]?.count ?? 0)
}

function wished({ actor }: Context, input: VoucherFilters): RawBuilder<unknown> {
  const parts = [sql`v.book_id = ${input.bookId}`, input.status === undefined ? sql`v.status <> 'discarded'` : sql`v.status = ${input.status}`]
  if (input.month !== undefined) parts.push(sql`v.month = ${input.month}`)
  const lineWith = (also: RawBuilder<unknown>) => sql`exists (select 1 from ledger.voucher_lines l
    where l.city_id = ${actor.cityId} and l.voucher_id = v.id and ${also})`
  if (input.accountId !== undefined) parts.push(lineWith(sql`l.account_id = ${input.accountId}`))
  const words = cleanText(input.q ?? '')
  if (/^\d{1,6}$/.test(words)) parts.push(sql`v.number = ${Number(words)}`)
  else if (words !== '') parts.push(lineWith(sql`strpos(l.memo, ${words}) > 0`))
  return sql.join(parts, sql` and `)
}
