import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Whether a consent to publication holds for the child today, whichever record of the child keeps it. */
export async function hasPublicationConsent({ tx, actor, today }: Context, childId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from children.published_records own
    join children.published_records other on other.city_id = ${actor.cityId} and other.child_id = own.child_id
    join children.published_consents k on k.city_id = ${actor.cityId} and k.child_id = other.record_id
   where own.city_id = ${actor.cityId} and own.record_id = ${childId} and k.kind = 'publication' and k.from_on <= ${today}::date
     and (k.until_on is null or k.until_on >= ${today}::date) and (k.withdrawn_on is null or k.withdrawn_on > ${today}::date) limit 1`.execute(tx)
  return rows.length > 0
}
