import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { BankStatement } from '../../contract.ts'
import { loadMoneyAccount } from './load-money-account.ts'

/** Nobody looks for a wrong file among older ones. */
const most = 60

/** Files of a bank account, the last one that came in first, those that were taken back among them. */
export async function listBankStatements(context: Context, input: { bookId: string; accountId: string }): Promise<{ items: BankStatement[] }> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const account = await loadMoneyAccount(context, input)
  const { rows } = await sql<Omit<BankStatement, 'withdrawn'> & { withdrawnOn: string | null; withdrawnName: string; withdrawnReason: string }>`
    select s.id, s.file_name, s.line_count, s.from_on, s.until_on, s.imported_name, (s.imported_at at time zone 'Asia/Shanghai')::date as imported_on,
      (select count(*)::int from ledger.bank_lines l where l.city_id = ${actor.cityId} and l.statement_id = s.id and l.match_id is not null) as matched_count,
      (s.withdrawn_at at time zone 'Asia/Shanghai')::date as withdrawn_on, s.withdrawn_name, s.withdrawn_reason
      from ledger.bank_statements s where s.city_id = ${actor.cityId} and s.account_id = ${account.id}
     order by s.imported_at desc, s.id desc limit ${most}`.execute(tx)
  return {
    items: rows.map(({ withdrawnOn, withdrawnName, withdrawnReason, ...row }) => ({
      ...row, withdrawn: withdrawnOn === null ? null : { on: withdrawnOn, name: withdrawnName, reason: withdrawnReason },
    })),
  }
}
