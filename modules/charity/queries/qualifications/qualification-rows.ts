import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { CampaignQualification, Qualification } from '../../contract.ts'
import { covers, type Leave } from '../../rules/qualifications/leave.ts'

/** Qualifications that fit, those of one body together, the latest first. */
export async function readQualifications({ tx, actor: { cityId }, today }: Context, where: RawBuilder<unknown>): Promise<Qualification[]> {
  const { rows } = await sql<Omit<Qualification, 'holds'>>`select q.id, q.book_id, b.name as book_name, q.number, q.granted_on, q.valid_until, q.source,
      q.recorded_name, q.ended_on, q.ended_reason, q.ended_name, q.scan_key is not null as has_scan
    from charity.qualifications q join ledger.published_books b on b.city_id = q.city_id and b.id = q.book_id
    where q.city_id = ${cityId} and ${where} order by b.name, b.id, q.granted_on desc, q.id desc`.execute(tx)
  return rows.map((row) => ({ ...row, holds: covers(row, { startsOn: today, endsOn: today }) }))
}

/** One of them. */
export async function getQualification(context: Context, id: string): Promise<Qualification> {
  const [found] = await readQualifications(context, sql`q.id = ${id}::uuid`)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found
}

type Found = Leave & CampaignQualification

/** By whose leave a campaign may ask on each of its days: that of the body before that of a partner; undefined where nobody has it. */
export async function findCampaignQualification(
  { tx, actor: { cityId } }: Context, campaign: { id: string; bookId: string; startsOn: string; endsOn: string },
): Promise<CampaignQualification | undefined> {
  const { rows } = await sql<Found>`
    select b.holder_name as holder, q.number, q.granted_on, q.valid_until, q.ended_on, 0 as rank
      from charity.qualifications q join ledger.published_books b on b.city_id = q.city_id and b.id = q.book_id
      where q.city_id = ${cityId} and q.book_id = ${campaign.bookId}::uuid
    union all
    select p.name, p.qualification_number, p.qualification_granted_on, p.qualification_valid_until, null, p.seq
      from charity.campaign_partners p
      where p.city_id = ${cityId} and p.campaign_id = ${campaign.id}::uuid and p.qualification_number is not null
    order by rank, granted_on desc`.execute(tx)
  const found = rows.find((row) => covers(row, campaign))
  return found === undefined ? undefined : { holder: found.holder, number: found.number }
}
