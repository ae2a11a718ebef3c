import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatchBankLines } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'

/** Takes a match back: its lines and postings wait again. */
export async function unmatchBankLines(context: Context, { id }: { id: string }): Promise<{ id: string }> {
  mustMatchBankLines(context.actor)
  const { tx, actor } = context
  const { rows: [match] } = await sql<{ bookId: string; scopeCode: string }>`select m.book_id, m.scope_code::text as scope_code from ledger.bank_matches m
    where m.city_id = ${actor.cityId} and m.id = ${id}`.execute(tx)
  if (match === undefined) throw new Refusal('NOT_FOUND')
  await loadBook(context, match.bookId)
  await sql`update ledger.bank_lines l set match_id = null where l.city_id = ${actor.cityId} and l.match_id = ${id}`.execute(tx)
  await sql`delete from ledger.matched_postings m where m.city_id = ${actor.cityId} and m.match_id = ${id}`.execute(tx)
  await sql`delete from ledger.bank_matches m where m.city_id = ${actor.cityId} and m.id = ${id}`.execute(tx)
  await recordAudit(context, { verb: 'bank-lines.unmatched', subjectKind: 'book', subjectId: match.bookId, scopeCode: match.scopeCode })
  return { id }
}
