import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { MoneyAccount } from '../../queries/bank/load-money-account.ts'
import type { ReadLine } from '../../rules/bank/lines.ts'

const batch = 1000

/** Writes the lines of a statement in their order, many at once. */
export async function insertBankLines(
  { tx, actor }: Context, account: MoneyAccount,
  { statementId, lines, onProgress }: { statementId: string; lines: readonly ReadLine[]; onProgress: (done: number) => void },
): Promise<void> {
  for (let from = 0; from < lines.length; from += batch) {
    onProgress(from)
    const part = lines.slice(from, from + batch)
    await sql`insert into ledger.bank_lines (city_id, id, scope_code, book_id, account_id, statement_id, seq, booked_on, amount_fen, balance_fen, counterparty,
        reference, summary)
      select ${actor.cityId}, n.id, ${account.scopeCode}::bigint, ${account.bookId}, ${account.id}, ${statementId}, ${from}::int + n.seq::int, n.booked_on,
          n.amount_fen, n.balance_fen, n.counterparty, n.reference, n.summary
        from unnest(${part.map(() => newId())}::uuid[], ${part.map(({ bookedOn }) => bookedOn)}::date[], ${part.map(({ amountFen }) => amountFen)}::bigint[],
          ${part.map(({ balanceFen }) => balanceFen)}::bigint[], ${part.map(({ counterparty }) => counterparty)}::text[],
          ${part.map(({ reference }) => reference)}::text[], ${part.map(({ summary }) => summary)}::text[])
          with ordinality n(id, booked_on, amount_fen, balance_fen, counterparty, reference, summary, seq)`.execute(tx)
  }
}
