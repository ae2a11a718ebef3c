import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { endFacts } from '#modules/figures/index.ts'
import type { LockedUnit } from '../../queries/lock-unit.ts'

/** With the unit end its terms (last day: the day before) and its posts. */
export async function endLeadership(context: Context, unit: LockedUnit, on: LocalDate): Promise<void> {
  const { tx, actor, now } = context
  const running = await tx.selectFrom('organization.terms').select(['id', 'fromOn']).where('cityId', '=', actor.cityId).where('unitId', '=', unit.id)
    .where('untilOn', 'is', null).forUpdate().execute()
  for (const term of running) {
    const untilOn = addDays(on, -1) < term.fromOn ? term.fromOn : addDays(on, -1)
    await tx.updateTable('organization.terms').set((is) => ({ untilOn, ending: 'unit-closed', version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('id', '=', term.id).execute()
    await endFacts(context, { recordId: term.id, on: addDays(untilOn, 1) })
  }
  const posts = await tx.updateTable('organization.posts').set((is) => ({ closedOn: on, vacantSince: null, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('unitId', '=', unit.id).where('closedOn', 'is', null).returning('id').execute()
  for (const post of posts) await endFacts(context, { recordId: post.id, on })
  if (posts.length === 0) return
  await recordAudit(context, { verb: 'leadership-team.ended', subjectKind: 'unit', subjectId: unit.id, scopeCode: unit.scopeLo,
    details: { posts: posts.length, terms: running.length } })
}
