import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { BusyAccount, PlannedPart } from '../../rules/archives/plan.ts'

/** An archive with its books. */
export type HeldArchive = { id: string; bookId: string; scopeCode: string; month: number; status: 'making' | 'ready' | 'failed' }
/** A file of an archive that lies in the store. */
export type MadePart = { id: string; seq: number; title: string; fileKey: string; wrappedKey: Buffer }
/** A file that is still to be made. */
export type OpenPart = PlannedPart & { id: string; seq: number }

/** One archive; not found otherwise. */
export async function loadArchive({ tx, actor }: Context, id: string, { isLocked = false } = {}): Promise<HeldArchive> {
  const { rows } = await sql<HeldArchive>`select a.id, a.book_id, a.scope_code::text as scope_code, a.month, a.status from ledger.archives a
    where a.city_id = ${actor.cityId} and a.id = ${id} ${isLocked ? sql`for update of a` : sql``}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** The first file that is not there yet, and the number its first page gets. */
export async function findOpenPart({ tx, actor }: Context, archiveId: string): Promise<{ part: OpenPart; firstPage: number } | undefined> {
  const { rows } = await sql<OpenPart & { firstPage: number }>`
    select p.id, p.seq, p.kind, p.title, p.from_number, p.until_number, p.account_ids,
      (select coalesce(sum(d.page_count), 0)::int + 1 from ledger.archive_parts d
        where d.city_id = p.city_id and d.archive_id = p.archive_id and d.seq < p.seq) as first_page
      from ledger.archive_parts p where p.city_id = ${actor.cityId} and p.archive_id = ${archiveId} and p.file_key is null order by p.seq limit 1`.execute(tx)
  const [found] = rows
  if (found === undefined) return undefined
  const { firstPage, ...part } = found
  return { part, firstPage }
}

/** Files of an archive that lie in the store, in their order. */
export async function listMadeParts({ tx, actor }: Context, archiveId: string): Promise<MadePart[]> {
  const { rows } = await sql<MadePart>`select p.id, p.seq, p.title, p.file_key, p.wrapped_key from ledger.archive_parts p
    where p.city_id = ${actor.cityId} and p.archive_id = ${archiveId} and p.file_key is not null order by p.seq`.execute(tx)
  return rows
}

/** Accounts that held or did something by the end of a month, with how many lines the month gave them. */
export async function listBusyAccounts({ tx, actor }: Context, { bookId, month }: { bookId: string; month: number }): Promise<BusyAccount[]> {
  const { rows } = await sql<BusyAccount>`
    select a.id, a.code, count(*) filter (where p.month = ${month})::int as lines from ledger.postings p
      join ledger.accounts a on a.city_id = p.city_id and a.id = p.account_id
     where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.month <= ${month} group by a.id, a.code
    having sum(p.amount_fen) <> 0 or count(*) filter (where p.month = ${month}) > 0 order by a.code, a.id`.execute(tx)
  return rows
}

/** Posted vouchers of a span of numbers. */
export async function listPostedIds(
  { tx, actor }: Context, of: { bookId: string; month: number; fromNumber: number; untilNumber: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select v.id from ledger.vouchers v where v.city_id = ${actor.cityId} and v.book_id = ${of.bookId}
    and v.month = ${of.month} and v.number between ${of.fromNumber} and ${of.untilNumber} order by v.number`.execute(tx)
  return rows.map(({ id }) => id)
}
