import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { mustManagePosts } from '../../access.ts'
import { mustBeKnownHolder } from '../../queries/find-holder.ts'
import { getPost } from '../../queries/get-post.ts'
import { lockPost, type LockedPost } from '../../queries/lock-post.ts'
import { mayBegin } from '../../rules/vacancy.ts'
import { termFacts, titleOf } from '../steps/post-rows.ts'

type Input = {
  id: string; personName: string; fromOn: LocalDate; dueToEndOn?: LocalDate | undefined; isFullTime: boolean;
  accountId?: string | undefined; volunteerId?: string | undefined
}

/** Somebody takes a vacant post: the vacancy ends on that day. */
export async function appointHolder(context: Context, input: Input): ReturnType<typeof getPost> {
  const { tx, actor, now } = context
  mustManagePosts(actor)
  const post = await lockPost(context, input.id)
  refuseAppointment(context, post, input)
  await mustBeKnownHolder(context, input)
  const term = { id: newId(), personId: input.volunteerId ?? input.accountId ?? newId(), personName: input.personName, fromOn: input.fromOn,
    isFullTime: input.isFullTime }
  await Promise.all([
    tx.insertInto('organization.terms').values({
      cityId: actor.cityId, ...term, scopeCode: post.scopeCode, unitId: post.unitId, postId: post.id, accountId: input.accountId ?? null,
      volunteerId: input.volunteerId ?? null, dueToEndOn: input.dueToEndOn ?? null, createdAt: now, updatedAt: now }).execute(),
    tx.updateTable('organization.posts').set((is) => ({ vacantSince: null, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('id', '=', post.id).execute(),
    recordAudit(context, {
      verb: 'term.begun', subjectKind: 'post', subjectId: post.id, scopeCode: post.scopeCode,
      details: { termId: term.id, personName: input.personName, fromOn: input.fromOn, isFullTime: input.isFullTime } }),
  ])
  await endFacts(context, { recordId: post.id, measures: ['post.vacant'], on: input.fromOn })
  await recordFacts(context, termFacts(post.unit, titleOf(post.titleCode), term))
  return getPost(context, { id: post.id })
}

function refuseAppointment(context: Context, post: LockedPost, input: Input): void {
  if (post.closedOn !== null) throw new Refusal('POST_CLOSED')
  if (post.vacantSince === null) throw new Refusal('POST_HELD')
  if (input.fromOn > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  if (!mayBegin(input.fromOn, post, post.terms)) throw new Refusal('TERM_TOO_EARLY')
  if (input.dueToEndOn !== undefined && input.dueToEndOn <= input.fromOn) {
    throw new InvalidInput([{ path: ['dueToEndOn'], message: '届满日期应晚于任职日期' }])
  }
}
