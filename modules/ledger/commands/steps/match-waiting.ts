import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { findMatches, type FoundMatch, type WaitingLine } from '../../rules/bank/matching.ts'
import { findMatchingDays } from '../../queries/bank/find-matching-days.ts'
import { isMovement, isOpenPosting } from '../../queries/bank/list-open-postings.ts'
import type { MoneyAccount } from '../../queries/bank/load-money-account.ts'

/** Lets rules match what waits on both sides of a bank account; says how many lines were matched. */
export async function matchWaiting(context: Context, account: MoneyAccount): Promise<number> {
  const { tx, actor } = context
  const { rows: lines } = await sql<WaitingLine>`
    select l.id, l.booked_on as on, l.amount_fen::float8 as amount_fen, l.counterparty, l.reference from ledger.bank_lines l
     where l.city_id = ${actor.cityId} and l.account_id = ${account.id} and l.match_id is null order by l.booked_on, l.statement_id, l.seq`.execute(tx)
  const { rows: postings } = await sql<{ journalId: string; seq: number; on: string; amountFen: number; memo: string }>`
    select p.journal_id, p.seq, p.dated_on as on, p.amount_fen::float8 as amount_fen, p.memo from ledger.postings p
     where p.city_id = ${actor.cityId} and p.account_id = ${account.id} and ${isMovement} and ${isOpenPosting(actor.cityId)}
     order by p.dated_on, p.journal_id, p.seq`.execute(tx)
  const waiting = postings.map((posting) => ({ ...posting, key: `${posting.journalId}/${posting.seq}` }))
  const found = findMatches(lines, waiting, await findMatchingDays(context))
  await insertMatches(context, account, { found, isByRule: true })
  return found.reduce((count, { lineIds }) => count + lineIds.length, 0)
}

/** Writes what belongs together, many at once. */
export async function insertMatches(
  context: Context, account: MoneyAccount, { found, isByRule }: { found: readonly FoundMatch[]; isByRule: boolean },
): Promise<void> {
  if (found.length === 0) return
  const { tx, actor, now } = context
  const matches = found.map((match) => ({ ...match, id: newId() }))
  const lines = matches.flatMap(({ id, lineIds }) => lineIds.map((lineId) => ({ id, lineId })))
  const postings = matches.flatMap(({ id, postingKeys }) => postingKeys.map((key) => ({ id, journalId: key.slice(0, 36), seq: Number(key.slice(37)) })))
  await sql`insert into ledger.bank_matches (city_id, id, scope_code, book_id, account_id, is_by_rule, matched_by, matched_name, matched_at)
    select ${actor.cityId}, m.id, ${account.scopeCode}::bigint, ${account.bookId}, ${account.id}, ${isByRule}, ${actor.accountId}, ${actor.personName}, ${now}
      from unnest(${matches.map(({ id }) => id)}::uuid[]) m(id)`.execute(tx)
  await sql`update ledger.bank_lines l set match_id = m.id
    from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ lineId }) => lineId)}::uuid[]) m(id, line_id)
    where l.city_id = ${actor.cityId} and l.id = m.line_id`.execute(tx)
  await sql`insert into ledger.matched_postings (city_id, journal_id, seq, scope_code, match_id)
    select ${actor.cityId}, m.journal_id, m.seq, ${account.scopeCode}::bigint, m.id from unnest(${postings.map(({ id }) => id)}::uuid[],
      ${postings.map(({ journalId }) => journalId)}::uuid[], ${postings.map(({ seq }) => seq)}::int[]) m(id, journal_id, seq)`.execute(tx)
}
