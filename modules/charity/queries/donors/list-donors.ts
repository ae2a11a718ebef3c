import { sql, type RawBuilder } from 'kysely'
import { countCap, type Page } from '#platform/contract/paging.ts'
import { blindQuery } from '#platform/crypto/blind-index.ts'
import type { Context } from '#platform/http/context.ts'
import { parseCreditCode } from '#platform/values/credit-code.ts'
import { mustReadDonors } from '../../access.ts'
import type { DonorRow, DonorSearch } from '../../contract.ts'
import { beyond, inRange, pageOfRecords } from '#platform/access/paged-rows.ts'
import { donorColumns, donorJoins, donorRowOf, type DonorRecord } from './donor-rows.ts'

/** Masked donors of the range, the latest changed first; a search compares keyed hashes. */
export async function listDonors(context: Context, input: DonorSearch): Promise<Page<DonorRow>> {
  const { tx, actor } = context
  mustReadDonors(actor)
  const q = input.q?.trim() ?? ''
  const code = parseCreditCode(q)
  const terms = q === '' || code.ok ? [] : blindQuery(context.installation.masterKeys.searchKey, q)
  if (terms.length === 0 && q !== '' && !code.ok) return { items: [], next: null, total: 0, totalIsCapped: false }
  const where = sql.join([
    inRange(context, input.unit), sql`r.merged_into is null`, ...(input.kind === undefined ? [] : [sql`r.kind = ${input.kind}`]),
      ...(code.ok ? [sql`r.credit_code = ${code.value}`] : []),
    ...terms.map((term) => having(actor.cityId, term)),
  ], sql` and `)
  const from = sql`${where}${beyond(input.after)}`
  const [page, counted] = await Promise.all([
    sql<DonorRecord>`select ${donorColumns} from charity.donors r ${donorJoins(actor.cityId)}
      where r.city_id = ${actor.cityId} and ${from} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from charity.donors r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(page.rows, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: donorRowOf })
}

/** Donors that are found by a keyed hash; `r` is the donor. */
export const having = (cityId: number, term: Buffer): RawBuilder<unknown> => sql`exists (select 1 from charity.donor_terms t
  where t.city_id = ${cityId} and t.term = ${term} and t.scope_code = r.scope_code and t.donor_id = r.id)`
