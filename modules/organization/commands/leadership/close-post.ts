import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { endFacts } from '#modules/figures/index.ts'
import { mustManagePosts } from '../../access.ts'
import { getPost } from '../../queries/get-post.ts'
import { lockPost } from '../../queries/lock-post.ts'

/** Takes a vacant post out of the committee from a day on. */
export async function closePost(context: Context, input: { id: string; version: number; on: LocalDate }): ReturnType<typeof getPost> {
  mustManagePosts(context.actor)
  const post = await lockPost(context, input.id, input.version)
  if (post.closedOn !== null) throw new Refusal('POST_CLOSED')
  if (post.vacantSince === null) throw new Refusal('POST_HELD')
  if (input.on > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  if (input.on < post.vacantSince) throw new Refusal('CHANGE_TOO_EARLY', { lastOn: post.vacantSince })
  await context.tx.updateTable('organization.posts')
    .set((is) => ({ closedOn: input.on, vacantSince: null, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', context.actor.cityId).where('id', '=', post.id).execute()
  await recordAudit(context, { verb: 'post.closed', subjectKind: 'post', subjectId: post.id, scopeCode: post.scopeCode, details: { on: input.on } })
  await endFacts(context, { recordId: post.id, on: input.on })
  return getPost(context, { id: post.id })
}
