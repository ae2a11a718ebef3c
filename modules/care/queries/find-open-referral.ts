import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** A referral that somebody else still works at. */
export type OpenReferral = { id: string; sentOn: string; status: 'sent' | 'accepted' }

/** The referral of a child that was sent first and is not done; drafts ask nothing of anybody yet. */
export async function findOpenReferral({ tx, actor }: Context, childId: string): Promise<OpenReferral | undefined> {
  const { rows } = await sql<OpenReferral>`select r.id, r.sent_on, r.status from referrals.published_referrals r
    where r.city_id = ${actor.cityId} and r.child_id = ${childId} and r.status in ('sent', 'accepted') order by r.sent_on, r.id limit 1`.execute(tx)
  return rows[0]
}
