import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatchBankLines } from '../../access.ts'
import { loadBook } from '../../queries/load-book.ts'

type Held = { bookId: string; scopeCode: string; accountId: string; code: string; lineCount: number; isWithdrawn: boolean }

/**
 * Takes a file of a bank back that came in for the wrong account or with its columns mistaken: its lines go, what they were matched with waits again, and
 * how its columns were read is forgotten. The file itself stays on record with the reason.
 */
export async function withdrawBankStatement(context: Context, { id, reason }: { id: string; reason: string }): Promise<{ id: string }> {
  mustMatchBankLines(context.actor)
  const { tx, actor, now } = context
  const { rows: [held] } = await sql<Held>`select s.book_id, s.scope_code::text as scope_code, s.account_id, a.code, s.line_count,
      s.withdrawn_at is not null as is_withdrawn
    from ledger.bank_statements s join ledger.accounts a on a.city_id = ${actor.cityId} and a.id = s.account_id
    where s.city_id = ${actor.cityId} and s.id = ${id} for update of s`.execute(tx)
  if (held === undefined) throw new Refusal('NOT_FOUND')
  await loadBook(context, held.bookId)
  if (held.isWithdrawn) throw new Refusal('STATEMENT_WITHDRAWN')
  await takeLinesAway(context, { id, accountId: held.accountId })
  await tx.updateTable('ledger.bankStatements').set({
    withdrawnBy: actor.accountId === '' ? null : actor.accountId, withdrawnName: actor.personName, withdrawnAt: now, withdrawnReason: reason,
  }).where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await recordAudit(context, {
    verb: 'bank-statement.withdrawn', subjectKind: 'book', subjectId: held.bookId, scopeCode: held.scopeCode, reason,
    details: { account: held.code, lineCount: held.lineCount },
  })
  return { id }
}

/** All that a match held waits again, also lines of other files. */
async function takeLinesAway({ tx, actor }: Context, { id, accountId }: { id: string; accountId: string }): Promise<void> {
  const { rows } = await sql<{ matchId: string }>`select distinct l.match_id from ledger.bank_lines l
    where l.city_id = ${actor.cityId} and l.statement_id = ${id} and l.match_id is not null`.execute(tx)
  const matches = rows.map(({ matchId }) => matchId)
  await sql`update ledger.bank_lines l set match_id = null where l.city_id = ${actor.cityId} and l.match_id = any (${matches}::uuid[])`.execute(tx)
  await sql`delete from ledger.matched_postings m where m.city_id = ${actor.cityId} and m.match_id = any (${matches}::uuid[])`.execute(tx)
  await sql`delete from ledger.bank_matches m where m.city_id = ${actor.cityId} and m.id = any (${matches}::uuid[])`.execute(tx)
  await sql`delete from ledger.bank_lines l where l.city_id = ${actor.cityId} and l.statement_id = ${id}`.execute(tx)
  await sql`delete from ledger.known_layouts k where k.city_id = ${actor.cityId} and k.account_id = ${accountId}`.execute(tx)
}
