import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { mustManagePosts } from '../../access.ts'
import { getPost } from '../../queries/get-post.ts'
import { lockPost } from '../../queries/lock-post.ts'
import { titleOf, vacancyFact } from '../steps/post-rows.ts'

type Input = { id: string; version: number; untilOn: LocalDate; ending: 'expired' | 'resigned' | 'transferred' | 'removed' | 'deceased' }

/** A holder leaves: the last day is the given one, the post is vacant from the next. */
export async function endTerm(context: Context, input: Input): ReturnType<typeof getPost> {
  const { tx, actor, now } = context
  mustManagePosts(actor)
  const term = await tx.selectFrom('organization.terms').select(['id', 'postId', 'fromOn', 'untilOn', 'version', 'scopeCode'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (term === undefined) throw new Refusal('NOT_FOUND')
  const post = await lockPost(context, term.postId)
  if (term.untilOn !== null) throw new Refusal('TERM_ENDED')
  if (term.version !== input.version) throw new Refusal('STALE', { version: term.version, current: { untilOn: term.untilOn } })
  if (input.untilOn > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  if (input.untilOn < term.fromOn) throw new Refusal('ENDS_BEFORE_START')
  const vacantFrom = addDays(input.untilOn, 1)
  await Promise.all([
    tx.updateTable('organization.terms').set((is) => ({ untilOn: input.untilOn, ending: input.ending, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('id', '=', term.id).execute(),
    tx.updateTable('organization.posts').set((is) => ({ vacantSince: vacantFrom, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('id', '=', post.id).execute(),
    recordAudit(context, {
      verb: 'term.ended', subjectKind: 'post', subjectId: post.id, scopeCode: post.scopeCode,
      details: { termId: term.id, untilOn: input.untilOn, ending: input.ending } }),
  ])
  await endFacts(context, { recordId: term.id, on: vacantFrom })
  await recordFacts(context, [vacancyFact(post.unit, titleOf(post.titleCode), { id: post.id, on: vacantFrom })])
  return getPost(context, { id: post.id })
}
