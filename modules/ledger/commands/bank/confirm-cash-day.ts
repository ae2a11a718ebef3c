import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmCash } from '../../access.ts'
import type { CashDay } from '../../contract.ts'
import { readCashDays, sumCash } from '../../queries/bank/list-cash-days.ts'
import { loadMoneyAccount } from '../../queries/bank/load-money-account.ts'

type Input = { bookId: string; accountId: string; countedOn: string; version: number }

/** Second signature: another person than who counted, and only while the books still say what they said then. */
export async function confirmCashDay(context: Context, input: Input): Promise<CashDay> {
  mustConfirmCash(context.actor)
  const { tx, actor, now } = context
  const account = await loadMoneyAccount(context, input)
  const { rows: [held] } = await sql<{ bookFen: number; countedBy: string | null; isConfirmed: boolean; version: number }>`
    select d.book_fen::float8 as book_fen, d.counted_by, d.confirmed_at is not null as is_confirmed, d.version from ledger.cash_days d
     where d.city_id = ${actor.cityId} and d.account_id = ${account.id} and d.counted_on = ${input.countedOn}::date for update of d`.execute(tx)
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.isConfirmed) throw new Refusal('DAY_CONFIRMED')
  if (held.countedBy === actor.accountId) throw new Refusal('SAME_PERSON')
  if (held.version !== input.version) throw new Refusal('STALE')
  const bookFen = await sumCash(context, { accountId: account.id, on: input.countedOn })
  if (bookFen !== held.bookFen) throw new Refusal('BOOK_MOVED', { bookFen })
  await sql`update ledger.cash_days d set confirmed_by = ${actor.accountId}, confirmed_name = ${actor.personName}, confirmed_at = ${now},
      version = d.version + 1
    where d.city_id = ${actor.cityId} and d.account_id = ${account.id} and d.counted_on = ${input.countedOn}::date`.execute(tx)
  await recordAudit(context, {
    verb: 'cash-day.confirmed', subjectKind: 'book', subjectId: account.bookId, scopeCode: account.scopeCode,
    details: { account: account.code, countedOn: input.countedOn },
  })
  const [day] = await readCashDays(context, account.id, sql`d.counted_on = ${input.countedOn}::date`)
  if (day === undefined) throw new Error('the confirmed day is gone')
  return day
}
