import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { findChildCard } from '#modules/children/index.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustCloseCases } from '../access.ts'
import type { CaseRow } from '../contract.ts'
import { getCaseRow } from '../queries/case-rows.ts'
import { findOpenCases } from '../queries/closing/double-cases.ts'
import { lockCase, type LockedCase } from '../queries/lock-case.ts'
import { countOpenCase } from '../rules/countable.ts'
import { nextVisitDueOn } from '../rules/due-dates.ts'
import { giveChildAccess } from './steps/child-access.ts'

/** Takes up a closed case again, from today: the rhythm of visits begins anew, pairings are made anew. */
export async function reopenCase(context: Context, input: { id: string; version: number; reason: string }): Promise<CaseRow> {
  const { actor, today } = context
  mustCloseCases(actor)
  const held = await lockCase(context, input.id)
  if (held.status === 'open') throw new Refusal('CASE_NOT_CLOSED')
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  await mustStandOpen(context, held)
  await Promise.all([
    writeReopening(context, held),
    recordAudit(context, {
      verb: 'child-case.reopened', subjectKind: 'child-case', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason,
      details: { childId: held.childId, closedOn: held.closedOn },
    }),
    recordFacts(context, countOpenCase(held, { on: today, colour: held.colour, event: 'reopened' })),
    giveChildAccess(context, { childId: held.childId, accountIds: [actor.accountId], ground: { kind: 'case', id: held.id }, untilOn: null }),
  ])
  return getCaseRow(context, held.id)
}

async function mustStandOpen(context: Context, held: LockedCase): Promise<void> {
  const [child, [other]] = await Promise.all([findChildCard(context, held.childId), findOpenCases(context, held.childId)])
  if (other !== undefined) throw new Refusal('CASE_ALREADY_OPEN', { caseId: other.id })
  if (child?.hasServiceConsent !== true || child.status !== 'registered') throw new Refusal('CONSENT_MISSING', { childId: held.childId })
}

async function writeReopening({ tx, actor, today }: Context, held: LockedCase): Promise<void> {
  const dueOn = nextVisitDueOn({ ...held, reopenedOn: today, intervalDays: held.intervals[held.colour] })
  await tx.updateTable('care.cases').set({
    status: 'open', closedOn: null, closingReason: null, sealedClosingResult: null, reopenedOn: today, nextVisitDueOn: dueOn,
    version: held.version + 1, updatedAt: sql<Date>`now()`,
  }).where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
}
