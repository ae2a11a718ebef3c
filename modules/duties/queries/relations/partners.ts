import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { PartnerHit } from '../../contract.ts'

/** Where a dealing comes from that is a contract of a project. */
export const partnerSource = 'projects.project'

/**
 * Partners of approved projects that were related parties on the day of the approval, by credit code or by whole name, and stand in no dealing yet. What
 * passes between them is typed by a person: a project knows its contracts, not their amounts.
 */
export async function findPartnerHits({ tx, actor }: Context, bookId: string): Promise<PartnerHit[]> {
  const { rows } = await sql<PartnerHit>`
    select x.project_id, p.id as party_id, p.name as party_name, x.project_name, string_agg(x.task, '；' order by x.seq) as task, x.approved_on,
        case when bool_or(x.credit_code = p.credit_code) then 'code' else 'name' end as matched_by
      from projects.published_partners x
      join duties.related_parties p on p.city_id = ${actor.cityId} and p.book_id = x.book_id
        and (p.credit_code = x.credit_code or p.name = x.name) and p.from_on <= x.approved_on and (p.until_on is null or p.until_on >= x.approved_on)
     where x.city_id = ${actor.cityId} and x.book_id = ${bookId} and not exists (select 1 from duties.dealings d
       where d.city_id = ${actor.cityId} and d.party_id = p.id and d.source = ${partnerSource} and d.source_id = x.project_id)
     group by x.project_id, p.id, p.name, x.project_name, x.approved_on order by x.approved_on, p.name, p.id limit 200`.execute(tx)
  return rows
}
