import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCountCash } from '../../access.ts'
import type { CashDay } from '../../contract.ts'
import { readCashDays, sumCash } from '../../queries/bank/list-cash-days.ts'
import { loadMoneyAccount } from '../../queries/bank/load-money-account.ts'

type Input = { bookId: string; accountId: string; countedOn: string; counted: number; reason?: string | undefined }

/** First signature: what the cashier counted at the end of a day, beside what the books say. A difference is explained; a confirmed day stays. */
export async function countCashDay(context: Context, input: Input): Promise<CashDay> {
  mustCountCash(context.actor)
  const { tx, actor, today } = context
  const account = await loadMoneyAccount(context, { ...input, duty: 'cash' })
  if (input.countedOn > today) throw new Refusal('DAY_AHEAD')
  const bookFen = await sumCash(context, { accountId: account.id, on: input.countedOn })
  if (bookFen !== input.counted && input.reason === undefined) throw new Refusal('DIFFERENCE_UNEXPLAINED', { bookFen, countedFen: input.counted })
  const { rows } = await sql`
    insert into ledger.cash_days as known (city_id, account_id, counted_on, scope_code, book_id, book_fen, counted_fen, reason, counted_by, counted_name)
    values (${actor.cityId}, ${account.id}, ${input.countedOn}::date, ${account.scopeCode}::bigint, ${account.bookId}, ${bookFen}, ${input.counted},
      ${input.reason ?? null}, ${actor.accountId}, ${actor.personName})
    on conflict on constraint cash_days_pkey do update set book_fen = excluded.book_fen, counted_fen = excluded.counted_fen, reason = excluded.reason,
      counted_by = excluded.counted_by, counted_name = excluded.counted_name, version = known.version + 1 where known.confirmed_at is null
    returning known.version`.execute(tx)
  if (rows.length === 0) throw new Refusal('DAY_CONFIRMED')
  await recordAudit(context, {
    verb: 'cash-day.counted', subjectKind: 'book', subjectId: account.bookId, scopeCode: account.scopeCode,
    details: { account: account.code, countedOn: input.countedOn, differenceFen: input.counted - bookFen },
  })
  const [day] = await readCashDays(context, account.id, sql`d.counted_on = ${input.countedOn}::date`)
  if (day === undefined) throw new Error('the counted day is gone')
  return day
}
