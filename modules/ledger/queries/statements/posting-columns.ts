import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { cursorOf } from '#platform/contract/paging.ts'

/** A posting as books of account show it. */
export type ListedPosting = {
  journalId: string; seq: number; datedOn: string; voucherId: string | null; voucherNumber: number | null; month: number; memo: string
  accountCode: string; accountName: string; fundName: string | null; projectLabel: string | null
}

/** Columns of `ListedPosting` of the posting `p`. */
export const listedColumns = sql`p.journal_id, p.seq, p.dated_on, v.id as voucher_id, v.number as voucher_number, p.month, p.memo, a.code as account_code,
  a.name as account_name, f.name as fund_name, p.project_label`

/** Joins what `listedColumns` reads beside the posting `p`. */
export const withListed = ({ actor }: Context): RawBuilder<unknown> => sql`
  join ledger.accounts a on a.city_id = ${actor.cityId} and a.id = p.account_id
  left join ledger.funds f on f.city_id = ${actor.cityId} and f.id = p.fund_id
  left join ledger.voucher_journals vj on vj.city_id = ${actor.cityId} and vj.journal_id = p.journal_id
  left join ledger.vouchers v on v.city_id = ${actor.cityId} and v.id = vj.voucher_id`

/** Order of the books: by day, then as it was entered. */
export const inOrder = sql`p.dated_on, p.journal_id, p.seq`
/** The key of a posting in this order. */
export const orderKey = ({ datedOn, journalId, seq }: ListedPosting): (string | number)[] => [datedOn, journalId, seq]

/** Postings `p` behind or, turned round, up to the cursor; all without one. */
export function behindCursor(after: string | undefined, { isBefore = false } = {}): RawBuilder<boolean> {
  const key = cursorOf(after, 'day', 'id', 'number')
  if (key === undefined) return isBefore ? sql`false` : sql`true`
  const [day, journalId, seq] = key
  const place = sql`(${day}::date, ${journalId}::uuid, ${Number(seq)}::int)`
  return isBefore ? sql`(p.dated_on, p.journal_id, p.seq) <= ${place}` : sql`(p.dated_on, p.journal_id, p.seq) > ${place}`
}
