import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { lastDayOf } from '../../rules/months.ts'
import type { Span } from '../../rules/statements/columns.ts'
import { isInSpan } from './spans.ts'

/**
 * Postings that explain the movement of cash, each with its item and what it brought (`flow_fen`, coming counted up); `s` is the name in FROM. A journal
 * whose lines of cash name an item is explained by these lines, any other by the lines opposite cash, so that both ways the sum is the movement of
 * cash. Which side cash stands on says the direction: a red-letter line takes back from the item it was counted in.
 */
export function flows(context: Context, { bookId, month, spans }: { bookId: string; month: number; spans: readonly Span[] }): RawBuilder<unknown> {
  const { actor } = context
  const among = (row: string) => sql`(${sql.join(spans.map((span) => isInSpan(row, { span, month })), sql` or `)})`
  const money = sql`(select a.id from ledger.accounts a where a.city_id = ${actor.cityId} and a.book_id = ${bookId} and a.duty in ('cash', 'bank'))`
  return sql`(
    with touched as (
      select p.journal_id, bool_or(p.flow_item is not null) as is_named, bool_and(p.side = 'debit') as is_debit, bool_and(p.side = 'credit') as is_credit,
        sum(p.amount_fen) as net_fen
        from ledger.postings p where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.account_id in ${money} and ${among('p')}
       group by p.journal_id),
    explained as (
      select p.*, coalesce(a.form_code, a.code) as account_code, case when t.is_named then p.amount_fen else -p.amount_fen end as flow_fen, t.is_named,
        case when t.is_debit then 'in' when t.is_credit then 'out' when t.net_fen > 0 then 'in' when t.net_fen < 0 then 'out'
          when p.amount_fen < 0 then 'in' else 'out' end as direction
        from touched t join ledger.postings p on p.city_id = ${actor.cityId} and p.journal_id = t.journal_id
        join ledger.accounts a on a.city_id = ${actor.cityId} and a.id = p.account_id
       where t.is_named = (coalesce(a.duty, '') in ('cash', 'bank')))
    select e.*, coalesce((select i.code from ledger.flow_items i where e.is_named and i.code = e.flow_item), ${itemByRule(month)}) as item from explained e) s`
}

/** The item by the longest number that begins the account's, else the rest of the direction. */
const itemByRule = (month: number) => sql`coalesce(
  (select r.item from ledger.flow_rules r where r.direction = e.direction and left(e.account_code, length(r.account_code)) = r.account_code and not e.is_named
    and r.valid_from = (select max(latest.valid_from) from ledger.flow_rules latest where latest.valid_from <= ${lastDayOf(month)}::date)
    order by length(r.account_code) desc limit 1),
  (select i.code from ledger.flow_items i where i.is_rest and i.direction = e.direction))`
