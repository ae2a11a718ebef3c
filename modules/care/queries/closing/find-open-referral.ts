import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** A referral that somebody else still works at. */
export type OpenReferral = { id: string; sentOn: string; status: 'sent' | 'accepted' }

/** The referral of the child of `c` that was sent first and is not done, or null; drafts ask nothing of anybody yet. */
export const openReferralColumn = sql<OpenReferral | null>`(
  select json_build_object('id', r.id, 'sentOn', r.sent_on, 'status', r.status) from referrals.published_referrals r
   where r.city_id = c.city_id and r.child_id = c.child_id and r.status in ('sent', 'accepted') order by r.sent_on, r.id limit 1) as open_referral`

/** The same for one child. */
export async function findOpenReferral({ tx, actor }: Context, childId: string): Promise<OpenReferral | undefined> {
  const { rows } = await sql<{ openReferral: OpenReferral | null }>`
    select ${openReferralColumn} from (select ${actor.cityId}::int as city_id, ${childId}::uuid as child_id) as c`.execute(tx)
  return rows[0]?.openReferral ?? undefined
}
