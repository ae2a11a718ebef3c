import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { VoucherLine } from '../../contract.ts'
import { restrictionOf, type AccountFacts, type Line } from '../../rules/dimensions.ts'

/** Lines of a voucher as they become postings. */
export async function readLines({ tx, actor }: Context, voucherId: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select l.memo, l.account_id, l.side, l.amount_fen::float8 as amount_fen, l.fund_id, l.project_id, l.project_label, l.cost_class, l.flow_item
      from ledger.voucher_lines l where l.city_id = ${actor.cityId} and l.voucher_id = ${voucherId} order by l.seq`.execute(tx)
  return rows
}

type Named = VoucherLine & AccountFacts & { fundRestriction: VoucherLine['restriction'] | null }

/** Lines of a voucher with the names one reads. */
export async function readNamedLines({ tx, actor }: Context, voucherId: string): Promise<VoucherLine[]> {
  const { rows } = await sql<Named>`
    select l.seq, l.memo, l.account_id, a.code as account_code, a.name as account_name, l.side, l.amount_fen::float8 as amount_fen, l.fund_id,
      f.name as fund_name, f.restriction as fund_restriction, l.project_id, l.project_label, l.cost_class, l.flow_item, a.kind, a.duty
      from ledger.voucher_lines l join ledger.accounts a on a.city_id = l.city_id and a.id = l.account_id
      left join ledger.funds f on f.city_id = l.city_id and f.id = l.fund_id
     where l.city_id = ${actor.cityId} and l.voucher_id = ${voucherId} order by l.seq`.execute(tx)
  return rows.map(({ kind, duty, fundRestriction, ...line }) => ({
    ...line,
    restriction: restrictionOf({ kind, duty, costClass: null }, line.fundId === null ? undefined : { id: line.fundId, restriction: fundRestriction ?? 'none' }),
  }))
}
