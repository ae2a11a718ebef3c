import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import type { PostPlan, TermAmendment } from '../../rules/exchange/plan-posts.ts'
import { appointHolder } from '../leadership/appoint-holder.ts'
import { endTerm } from '../leadership/end-term.ts'
import { termFacts, titleOf } from './post-rows.ts'

/** What a seat was before a row changed it: since when it stood vacant, whose term was ended, or what the running term said. */
export type FormerSeat =
  | { did: 'appoint'; termId: string; vacantSince: string }
  | { did: 'replace'; termId: string; endedTermId: string }
  | { did: 'amend'; termId: string; term: { [Field in keyof TermAmendment]: TermAmendment[Field] | null } }

type Change = Extract<PostPlan, { does: 'appoint' | 'replace' | 'amend' }>

/** Fills, refills or corrects a seat as a row says; gives the version of the seat afterwards. */
export async function amendPost(context: Context, plan: Change): Promise<{ version: number; before: FormerSeat }> {
  if (plan.does === 'amend') return amend(context, plan)
  const { seat } = plan
  if (plan.does === 'replace') {
    await endTerm(context, { id: plan.term.id, version: plan.term.version, untilOn: addDays(plan.holder.fromOn, -1), ending: plan.ending })
  }
  const { dueToEndOn, ...holder } = plan.holder
  const { version, holder: term } = await appointHolder(context, { id: seat.id, ...holder, ...(dueToEndOn === null ? {} : { dueToEndOn }) })
  const termId = term?.id ?? ''
  if (plan.does === 'replace') return { version, before: { did: 'replace', termId, endedTermId: plan.term.id } }
  return { version, before: { did: 'appoint', termId, vacantSince: seat.vacantSince ?? seat.fromOn } }
}

async function amend(context: Context, plan: Extract<Change, { does: 'amend' }>): Promise<{ version: number; before: FormerSeat }> {
  const { seat, term, amendment, unit } = plan
  await writeTerm(context, { seatId: seat.id, scopeCode: unit.scopeLo, termId: term.id, amendment })
  await endFacts(context, { recordId: term.id })
  await recordFacts(context, termFacts(unit, titleOf(seat.titleCode), { ...term, ...amendment }))
  const former = Object.fromEntries(Object.keys(amendment).map((key) => [key, term[key as keyof TermAmendment]]))
  return { version: seat.version + 1, before: { did: 'amend', termId: term.id, term: former } }
}

/** Corrects what a running term says; its seat counts it as a change of its own, so that later changes are known. */
export async function writeTerm(
  context: Context, correction: { seatId: string; scopeCode: string; termId: string; amendment: Record<string, unknown> },
): Promise<void> {
  const { tx, actor, now } = context
  const { seatId, scopeCode, termId, amendment } = correction
  await tx.updateTable('organization.terms').set((is) => ({ ...amendment, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', '=', termId).execute()
  await tx.updateTable('organization.posts').set((is) => ({ version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', '=', seatId).execute()
  await recordAudit(context, { verb: 'term.corrected', subjectKind: 'post', subjectId: seatId, scopeCode, details: { termId, after: amendment } })
}
