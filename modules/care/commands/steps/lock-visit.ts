import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Medium, Outcome } from '../../contract.ts'
import { lockCaseOfVisit, type LockedCase } from '../../queries/lock-case.ts'
import { mayCorrectNow, ofVisibleVisits } from '../../queries/visit-rows.ts'

/** A visit locked for a correction. */
export type LockedVisit = {
  id: string; caseId: string; childId: string; unitId: string; scopeCode: string; madeOn: string; medium: Medium; minutes: number; outcome: Outcome
  purpose: string; attemptReason: string | null
  sealedNote: Buffer | null; recordedBy: string | null; recordedAt: Date; recordedName: string;
  onBehalfOf: string | null; voidedAt: Date | null; version: number
  volunteers: { volunteerId: string; name: string }[]
}

/** Locks a visit the actor can see and may still correct, and its case; a stale version is for the caller to refuse. */
export async function lockVisit(context: Context, id: string): Promise<{ visit: LockedVisit; held: LockedCase }> {
  const { tx, actor } = context
  const { rows } = await sql<LockedVisit>`
    select v.id, v.case_id, v.child_id, v.unit_id, v.scope_code::text as scope_code, v.made_on, v.medium, v.minutes, v.outcome, v.purpose, v.attempt_reason,
           v.sealed_note, v.recorded_by,
           v.recorded_at, v.recorded_name, v.on_behalf_of, v.voided_at, v.version,
           (select coalesce(json_agg(json_build_object('volunteerId', w.volunteer_id, 'name', w.volunteer_name) order by w.volunteer_id), '[]')
              from care.visit_volunteers w where w.city_id = v.city_id and w.visit_id = v.id) as volunteers
      from care.visits v where v.city_id = ${actor.cityId} and v.id = ${id}${ofVisibleVisits(context)} for update of v`.execute(tx)
  const [visit] = rows
  if (visit === undefined) throw new Refusal('NOT_FOUND')
  if (visit.voidedAt !== null) throw new Refusal('VISIT_VOIDED')
  if (!mayCorrectNow(context, visit)) throw new Refusal('CORRECTION_TOO_LATE')
  return { visit, held: await lockCaseOfVisit(context, visit) }
}
