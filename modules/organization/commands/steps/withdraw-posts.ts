import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import type { MadeRecord } from '#modules/imports/index.ts'
import { lockPost, type LockedPost } from '../../queries/lock-post.ts'
import { writeTerm, type FormerSeat } from './amend-posts.ts'
import { termFacts, titleOf, vacancyFact } from './post-rows.ts'

type Kept = { rowNumber: number; why: string }

/** Takes back seats an import made and sets back those it changed; what was changed since is kept and named. */
export async function withdrawPosts(context: Context, made: readonly MadeRecord[]): Promise<{ kept: Kept[] }> {
  const kept: Kept[] = []
  for (const record of made) {
    const post = await findLocked(context, record.recordId)
    if (post === undefined) kept.push({ rowNumber: record.rowNumber, why: '该职务已不在您的管理范围内' })
    else if (post.version !== record.version || post.closedOn !== null) kept.push({ rowNumber: record.rowNumber, why: '导入后已有人修改' })
    else if (record.before === undefined) await removePost(context, post)
    else await setBack(context, post, record.before as FormerSeat)
  }
  return { kept }
}

async function findLocked(context: Context, id: string): Promise<LockedPost | undefined> {
  try {
    return await lockPost(context, id)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return undefined
    throw error
  }
}

async function removePost(context: Context, post: LockedPost): Promise<void> {
  const { tx, actor } = context
  await endFacts(context, { recordId: [post.id, ...post.terms.map(({ id }) => id)] })
  await tx.deleteFrom('organization.terms').where('cityId', '=', actor.cityId).where('postId', '=', post.id).execute()
  await tx.deleteFrom('organization.posts').where('cityId', '=', actor.cityId).where('id', '=', post.id).execute()
  await recordAudit(context, { verb: 'post.withdrawn', subjectKind: 'post', subjectId: post.id, scopeCode: post.scopeCode })
}

async function setBack(context: Context, post: LockedPost, before: FormerSeat): Promise<void> {
  if (before.did === 'amend') return setTermBack(context, post, before)
  await removeTerm(context, post, before.termId)
  if (before.did === 'replace') return reopenTerm(context, post, before.endedTermId)
  await setVacancy(context, post, before.vacantSince)
  await recordFacts(context, [vacancyFact(post.unit, titleOf(post.titleCode), { id: post.id, on: before.vacantSince })])
}

async function setTermBack(context: Context, post: LockedPost, { termId, term }: Extract<FormerSeat, { did: 'amend' }>): Promise<void> {
  await writeTerm(context, { seatId: post.id, scopeCode: post.scopeCode, termId, amendment: term })
  await recountTerm(context, post, termId)
}

/** The vacancy before it was counted until the term began, and is counted anew by whoever calls. */
async function removeTerm(context: Context, post: LockedPost, termId: string): Promise<void> {
  const { tx, actor } = context
  await endFacts(context, { recordId: termId })
  await tx.deleteFrom('organization.terms').where('cityId', '=', actor.cityId).where('id', '=', termId).execute()
  await recordAudit(context, { verb: 'term.withdrawn', subjectKind: 'post', subjectId: post.id, scopeCode: post.scopeCode, details: { termId } })
}

async function reopenTerm(context: Context, post: LockedPost, termId: string): Promise<void> {
  const { tx, actor, now } = context
  await tx.updateTable('organization.terms').set((is) => ({ untilOn: null, ending: null, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', '=', termId).execute()
  await setVacancy(context, post, null)
  await recordAudit(context, { verb: 'term.reopened', subjectKind: 'post', subjectId: post.id, scopeCode: post.scopeCode, details: { termId } })
  const ended = post.terms.find(({ id }) => id === termId)?.untilOn
  await recountTerm(context, post, termId, ended == null ? undefined : addDays(ended, 1))
}

async function setVacancy({ tx, actor, now }: Context, post: LockedPost, vacantSince: string | null): Promise<void> {
  await tx.updateTable('organization.posts').set((is) => ({ vacantSince, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', '=', post.id).execute()
}

/** Counts a running term anew: as a whole, or from the day on which it was taken to have ended. */
async function recountTerm(context: Context, post: LockedPost, termId: string, fromOn?: string): Promise<void> {
  const { tx, actor } = context
  const term = await tx.selectFrom('organization.terms').select(['id', 'personId', 'personName', 'fromOn', 'isFullTime'])
    .where('cityId', '=', actor.cityId).where('id', '=', termId).executeTakeFirstOrThrow()
  if (fromOn === undefined) await endFacts(context, { recordId: termId })
  await recordFacts(context, termFacts(post.unit, titleOf(post.titleCode), { ...term, fromOn: fromOn ?? term.fromOn }))
}
