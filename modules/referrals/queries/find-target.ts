import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** Refuses a unit that was closed and a body that is out of use; not found where there is none. */
export async function mustBeOpen({ tx, actor, today }: Context, target: { toUnitId: string | null; toBodyId: string | null }): Promise<void> {
  const closedOn = target.toUnitId === null
    ? await tx.selectFrom('referrals.outsideBodies').select('closedOn').where('cityId', '=', actor.cityId).where('id', '=', target.toBodyId).executeTakeFirst()
    : await tx.selectFrom('organization.publishedUnits').select('closedOn').where('cityId', '=', actor.cityId).where('id', '=', target.toUnitId)
      .executeTakeFirst()
  if (closedOn === undefined) throw new Refusal('NOT_FOUND')
  if (closedOn.closedOn !== null && closedOn.closedOn <= today) throw new Refusal(target.toUnitId === null ? 'BODY_CLOSED' : 'UNIT_CLOSED')
}

/** Whether a consent to sharing with others holds for the child today, whichever record of the child keeps it. */
export async function hasSharingConsent({ tx, actor, today }: Context, childId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from children.published_records own
    join children.published_records other on other.city_id = ${actor.cityId} and other.child_id = own.child_id
    join children.published_consents k on k.city_id = ${actor.cityId} and k.child_id = other.record_id
   where own.city_id = ${actor.cityId} and own.record_id = ${childId} and k.kind = 'sharing' and k.from_on <= ${today}::date
     and (k.until_on is null or k.until_on >= ${today}::date) and (k.withdrawn_on is null or k.withdrawn_on > ${today}::date) limit 1`.execute(tx)
  return rows.length > 0
}
