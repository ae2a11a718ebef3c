import { sql } from 'kysely'
import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { mustCorrectVisits } from '../access.ts'
import type { careContract, Visit } from '../contract.ts'
import { openText, sealText } from '../queries/case-key.ts'
import { getVisitRow } from '../queries/get-visit-row.ts'
import { listVisitCategories } from '../queries/visits/list-visit-categories.ts'
import type { LockedCase } from '../queries/lock-case.ts'
import { countVisit } from '../rules/countable.ts'
import { findVisitObstacle } from '../rules/visiting.ts'
import { isNoteClosed } from '../rules/visits/earlier-notes.ts'
import { countPurpose, findPurposeObstacle } from '../rules/visits/purposes.ts'
import { lockVisit, type LockedVisit } from './steps/lock-visit.ts'
import { moveDueDate } from './steps/move-due-date.ts'

type Input = z.output<NonNullable<(typeof careContract.correctVisit)['~orpc']['inputSchema']>>
type Corrected = Pick<LockedVisit, 'madeOn' | 'medium' | 'minutes' | 'outcome' | 'purpose' | 'attemptReason' | 'volunteers'> & { note: string | undefined }

/** Corrects a visit with a reason; what it said before is kept, and figures count the corrected one. */
export async function correctVisit(context: Context, input: Input): Promise<Visit> {
  mustCorrectVisits(context.actor)
  const { visit, held } = await lockVisit(context, input.id)
  if (visit.version !== input.version) throw new Refusal('STALE', { version: visit.version, current: await currentOf(context, visit, held) })
  const corrected = applied(visit, input, held)
  const obstacle = findVisitObstacle({
    child: held, visit: { ...corrected, volunteerIds: corrected.volunteers.map(({ volunteerId }) => volunteerId) },
    pairings: knownPairings(held, visit, corrected), today: context.today,
  }) ?? findPurposeObstacle(corrected, await listVisitCategories(context, corrected.madeOn))
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  await keepVersion(context, visit, input.reason)
  await writeVisit(context, { visit, held, corrected })
  await endFacts(context, { recordId: visit.id })
  await Promise.all([
    countCorrected(context, { visit, held, corrected }),
    recordAudit(context, {
      verb: 'visit.corrected', subjectKind: 'visit', subjectId: visit.id, scopeCode: visit.scopeCode, reason: input.reason,
      details: { caseId: held.id, childId: held.childId, before: plainOf(visit), after: plainOf(corrected), isNoteChanged: input.note !== undefined },
    }),
  ])
  await moveDueDate(context, held)
  return getVisitRow(context, visit.id)
}

async function countCorrected(context: Context, { visit, held, corrected }: { visit: LockedVisit; held: LockedCase; corrected: Corrected }): Promise<void> {
  const [child, counted] = [{ ...visit, maskedName: held.maskedName }, { ...corrected, id: visit.id }]
  await recordFacts(context, [...countVisit(child, counted), ...countPurpose(child, counted, await listVisitCategories(context, corrected.madeOn))])
}

function applied(visit: LockedVisit, input: Input, held: LockedCase): Corrected {
  const nameOf = (id: string) => [...visit.volunteers, ...held.pairings].find(({ volunteerId }) => volunteerId === id)?.name ?? ''
  return {
    madeOn: input.madeOn ?? visit.madeOn, medium: input.medium ?? visit.medium, minutes: input.minutes ?? visit.minutes,
    outcome: input.outcome ?? visit.outcome, purpose: input.purpose ?? visit.purpose, attemptReason: reasonOf(visit, input),
    volunteers: input.volunteerIds === undefined ? visit.volunteers : [...new Set(input.volunteerIds)].map(
      (volunteerId) => ({ volunteerId, name: nameOf(volunteerId) })
    ),
    note: input.note,
  }
}

/** Once the child was met after all, no reason stays. */
function reasonOf(visit: LockedVisit, input: Input): string | null {
  if (input.attemptReason !== undefined) return input.attemptReason
  return (input.outcome ?? visit.outcome) === 'made' ? null : visit.attemptReason
}

/** A pairing that was shortened since does not hinder the correction of something else: on an unchanged day those who went did go. */
function knownPairings(held: LockedCase, visit: LockedVisit, corrected: Corrected) {
  if (corrected.madeOn !== visit.madeOn) return held.pairings
  return [...held.pairings, ...visit.volunteers.map((volunteer) => ({ ...volunteer, fromOn: visit.madeOn, untilOn: visit.madeOn }))]
}

const plainOf = ({ madeOn, medium, minutes, outcome, purpose, attemptReason, volunteers }: Omit<Corrected, 'note'>) =>
  ({ madeOn, medium, minutes, outcome, purpose, attemptReason, volunteerIds: volunteers.map(({ volunteerId }) => volunteerId) })

/** What stands now, for the person whose copy is older. Whoever may correct may read the note, unless it was written before a transfer. */
async function currentOf(context: Context, visit: LockedVisit, held: LockedCase) {
  const { tx, actor } = context
  const { rows: [closing] } = await sql<{ notesClosedAt: Date | null; notesClosedScope: string | null }>`select c.notes_closed_at,
    c.notes_closed_scope::text as notes_closed_scope from care.cases c where c.city_id = ${actor.cityId} and c.id = ${held.id}`.execute(tx)
  const reader = { lo: actor.scopeLo, hi: actor.scopeHi }
  const isClosed = closing !== undefined && isNoteClosed({ ...closing, recordedAt: visit.recordedAt, reader })
  return { ...plainOf(visit), note: isClosed ? '' : openText(context, held, 'note', visit.sealedNote) ?? '' }
}

async function keepVersion({ tx, actor, now }: Context, visit: LockedVisit, reason: string): Promise<void> {
  await tx.insertInto('care.visitVersions').values({
    cityId: actor.cityId, visitId: visit.id, version: visit.version, scopeCode: visit.scopeCode, madeOn: visit.madeOn,
    medium: visit.medium, minutes: visit.minutes,
    outcome: visit.outcome, purpose: visit.purpose, attemptReason: visit.attemptReason, sealedNote: visit.sealedNote,
    volunteerNames: visit.volunteers.map(({ name }) => name).join('、'), reason,
    correctedBy: actor.accountId, correctedName: actor.personName, correctedAt: now,
  }).execute()
}

async function writeVisit(context: Context, { visit, held, corrected }: { visit: LockedVisit; held: LockedCase; corrected: Corrected }): Promise<void> {
  const { tx, actor } = context
  const { madeOn, medium, minutes, outcome, purpose, attemptReason, note } = corrected
  await tx.updateTable('care.visits').set({
    madeOn, medium, minutes, outcome, purpose, attemptReason, version: visit.version + 1, updatedAt: sql<Date>`now()`,
    ...(note === undefined ? {} : { sealedNote: sealText(context, held, 'note', note) }),
  }).where('cityId', '=', actor.cityId).where('id', '=', visit.id).execute()
  await tx.deleteFrom('care.visitVolunteers').where('cityId', '=', actor.cityId).where('visitId', '=', visit.id).execute()
  if (corrected.volunteers.length === 0) return
  await tx.insertInto('care.visitVolunteers').values(corrected.volunteers.map(({ volunteerId, name }) => (
    { cityId: actor.cityId, visitId: visit.id, volunteerId, scopeCode: visit.scopeCode, volunteerName: name, madeOn }))).execute()
}
