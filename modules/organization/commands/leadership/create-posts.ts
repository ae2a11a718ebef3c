import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustManagePosts } from '../../access.ts'
import type { Post } from '../../contract.ts'
import { lockUnit } from '../../queries/lock-unit.ts'
import { postOf, selectPosts } from '../../queries/post-columns.ts'
import { knownTitles, seatFact, vacancyFact } from '../steps/post-rows.ts'

type Input = { unitId: string; titleCode: string; seats: number; fromOn: LocalDate }

/** Sets up one or several seats of a title; they are vacant from their first day. */
export async function createPosts(context: Context, input: Input): Promise<{ items: Post[] }> {
  const { tx, actor, now } = context
  mustManagePosts(actor)
  const unit = await lockUnit(context, input.unitId)
  const title = knownTitles.find(({ code }) => code === input.titleCode)
  if (title === undefined) throw new InvalidInput([{ path: ['titleCode'], message: '请从所列职务中选择' }])
  if (unit.establishedOn === null || unit.closedOn !== null) throw new Refusal('NOT_ESTABLISHED')
  if (input.fromOn > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  if (input.fromOn < unit.establishedOn) throw new Refusal('BEFORE_FOUNDING')
  const posts = Array.from({ length: input.seats }, () => ({
    cityId: actor.cityId, id: newId(), scopeCode: unit.scopeLo, unitId: unit.id, titleCode: title.code, fromOn: input.fromOn, vacantSince: input.fromOn,
    createdAt: now, updatedAt: now,
  }))
  await tx.insertInto('organization.posts').values(posts).execute()
  await recordAudit(context, {
    verb: 'post.created', subjectKind: 'unit', subjectId: unit.id, scopeCode: unit.scopeLo,
    details: { titleCode: title.code, fromOn: input.fromOn, postIds: posts.map(({ id }) => id) } })
  await recordFacts(context, posts.flatMap(({ id }) => [seatFact(unit, title, { id, on: input.fromOn }), vacancyFact(unit, title, { id, on: input.fromOn })]))
  const rows = await selectPosts(context).where('post.id', 'in', posts.map(({ id }) => id)).orderBy('post.id').execute()
  return { items: rows.map((row) => postOf(row, context.today)) }
}
