import { sql, type RawBuilder } from 'kysely'
import { countCap, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { AgreementFilters, AgreementRow } from '../../contract.ts'
import { beyond, inRange, pageOfRecords } from '#platform/access/paged-rows.ts'
import { agreementColumns, agreementJoins, agreementRowOf, type AgreementRecord } from './agreement-rows.ts'

/** Agreements of the range, the latest changed first. */
export async function listAgreements(context: Context, input: AgreementFilters): Promise<Page<AgreementRow>> {
  const { tx, actor } = context
  mustReadGifts(actor)
  const where = wished(context, input)
  const from = sql`${where}${beyond(input.after)}`
  const [page, counted] = await Promise.all([
    sql<AgreementRecord>`select ${agreementColumns} from charity.agreements r ${agreementJoins(context)}
      where r.city_id = ${actor.cityId} and ${from} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from charity.agreements r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(page.rows, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: agreementRowOf })
}

function wished(context: Context, { unit, status, donorId, isOverdue }: AgreementFilters): RawBuilder<unknown> {
  const parts = [inRange(context, unit)]
  if (status !== undefined) parts.push(sql`r.status = ${status}`)
  if (donorId !== undefined) parts.push(sql`r.donor_id = ${donorId}`)
  if (isOverdue !== undefined) parts.push(isOverdue === 'true' ? isLate(context) : sql`not ${isLate(context)}`)
  return sql.join(parts, sql` and `)
}

/** Whether an instalment of the agreement `r` should have come and did not. */
const isLate = ({ actor: { cityId }, today }: Context): RawBuilder<unknown> => sql`(r.status = 'open' and exists (select 1 from charity.instalments n
  where n.city_id = ${cityId} and n.agreement_id = r.id and n.due_on < ${today}::date and n.amount_fen > coalesce((select sum(g.amount_fen) from charity.gifts g
    where g.city_id = ${cityId} and g.agreement_id = n.agreement_id and g.instalment = n.seq and g.status = 'confirmed'), 0)))`
