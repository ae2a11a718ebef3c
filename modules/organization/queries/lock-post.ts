import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { HeldPeriod } from '../rules/vacancy.ts'

/** A post as commands work with it. */
export type LockedPost = {
  id: string; unitId: string; scopeCode: string; titleCode: string; fromOn: string; vacantSince: string | null; closedOn: string | null; version: number
  unit: { id: string; scopeLo: string; shortName: string }
  terms: (HeldPeriod & { id: string })[]
}

/** A post of the actor's range with its terms, locked. With `version`, a stale save is refused. */
export async function lockPost(context: Context, id: string, version?: number): Promise<LockedPost> {
  const { tx, actor } = context
  const post = await tx.selectFrom('organization.posts').select(['id', 'unitId', 'scopeCode', 'titleCode', 'fromOn', 'vacantSince', 'closedOn', 'version'])
    .where('cityId', '=', actor.cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (post === undefined) throw new Refusal('NOT_FOUND')
  if (version !== undefined && post.version !== version) {
    throw new Refusal('STALE', { version: post.version, current: { vacantSince: post.vacantSince, closedOn: post.closedOn } })
  }
  const [unit, terms] = await Promise.all([
    tx.selectFrom('organization.units').select(['id', 'scopeLo', 'shortName']).where('cityId', '=', actor.cityId)
      .where('id', '=', post.unitId).executeTakeFirstOrThrow(),
    tx.selectFrom('organization.terms').select(['id', 'fromOn', 'untilOn']).where('cityId', '=', actor.cityId).where('postId', '=', id).execute(),
  ])
  return { ...post, unit, terms }
}
