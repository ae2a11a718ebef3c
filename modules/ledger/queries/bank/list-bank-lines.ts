import { sql } from 'kysely'
import { cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { BankLine } from '../../contract.ts'
import { loadMoneyAccount } from './load-money-account.ts'

type Wish = { bookId: string; accountId: string; state: 'open' | 'matched'; after?: string | undefined; limit: number }

/** Lines of a bank: those that wait in the queue of differences, or those that were matched. */
export async function listBankLines(context: Context, input: Wish): Promise<Page<BankLine>> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const account = await loadMoneyAccount(context, input)
  const key = cursorOf(input.after, 'day', 'id')
  const behind = key === undefined ? sql`true` : sql`(l.booked_on, l.id) > (${key[0]}::date, ${key[1]}::uuid)`
  const lines = sql`l.account_id = ${account.id} and (l.match_id is null) = ${input.state === 'open'}`
  const { rows: [count] } = await sql<{ total: number }>`select count(*)::int as total from ledger.bank_lines l
    where l.city_id = ${actor.cityId} and ${lines}`.execute(tx)
  const { rows } = await sql<BankLine>`
    select l.id, l.booked_on, l.amount_fen::float8 as amount_fen, l.counterparty, l.reference, l.summary, l.match_id, m.is_by_rule, m.matched_name
      from ledger.bank_lines l left join ledger.bank_matches m on m.city_id = l.city_id and m.id = l.match_id
     where l.city_id = ${actor.cityId} and ${lines} and ${behind} order by l.booked_on, l.id limit ${input.limit + 1}`.execute(tx)
  return pageFrom(rows, { limit: input.limit, keyOf: ({ bookedOn, id }) => [bookedOn, id] }, count?.total ?? 0)
}
