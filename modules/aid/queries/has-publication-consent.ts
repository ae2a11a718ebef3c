import type { Context } from '#platform/http/context.ts'

/** Whether a consent to publication holds for the child today. */
export async function hasPublicationConsent({ tx, actor, today }: Context, childId: string): Promise<boolean> {
  const row = await tx.selectFrom('children.publishedConsents').select('id').where('cityId', '=', actor.cityId).where('childId', '=', childId)
    .where('kind', '=', 'publication').where('fromOn', '<=', today).where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>=', today)]))
    .where((is) => is.or([is('withdrawnOn', 'is', null), is('withdrawnOn', '>', today)])).limit(1).executeTakeFirst()
  return row !== undefined
}
