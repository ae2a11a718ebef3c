import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { endFacts } from '#modules/figures/index.ts'
import { mustCorrectVisits } from '../access.ts'
import type { Visit } from '../contract.ts'
import { getVisitRow } from '../queries/get-visit-row.ts'
import { lockVisit } from './steps/lock-visit.ts'
import { moveDueDate } from './steps/move-due-date.ts'

/** Declares a visit a mistake: it stays readable with the reason, and no figure counts it any more. */
export async function voidVisit(context: Context, input: { id: string; version: number; reason: string }): Promise<Visit> {
  const { tx, actor, now } = context
  mustCorrectVisits(actor)
  const { visit, held } = await lockVisit(context, input.id)
  if (visit.version !== input.version) throw new Refusal(
    'STALE', { version: visit.version, current: { madeOn: visit.madeOn, minutes: visit.minutes, outcome: visit.outcome } }
  )
  await Promise.all([
    tx.updateTable('care.visits').set({ voidedAt: now, voidReason: input.reason, version: visit.version + 1, updatedAt: sql<Date>`now()` })
      .where('cityId', '=', actor.cityId).where('id', '=', visit.id).execute(),
    recordAudit(context, {
      verb: 'visit.voided', subjectKind: 'visit', subjectId: visit.id, scopeCode: visit.scopeCode, reason: input.reason,
      details: { caseId: held.id, childId: held.childId, madeOn: visit.madeOn, outcome: visit.outcome },
    }),
    endFacts(context, { recordId: visit.id }),
  ])
  await moveDueDate(context, held)
  return getVisitRow(context, visit.id)
}
