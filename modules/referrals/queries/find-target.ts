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

/** Whether a consent to sharing with others holds for the child today. */
export async function hasSharingConsent({ tx, actor, today }: Context, childId: string): Promise<boolean> {
  const row = await tx.selectFrom('children.publishedConsents').select('id').where('cityId', '=', actor.cityId).where('childId', '=', childId)
    .where('kind', '=', 'sharing').where('fromOn', '<=', today).where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>=', today)]))
    .where((is) => is.or([is('withdrawnOn', 'is', null), is('withdrawnOn', '>', today)])).limit(1).executeTakeFirst()
  return row !== undefined
}
