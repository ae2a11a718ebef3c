import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { Context } from '#platform/http/context.ts'
import { endAccess } from '#modules/children/index.ts'
import { endFacts, recordFacts, replaceSubject } from '#modules/figures/index.ts'
import { giveChildAccess } from '../commands/steps/child-access.ts'
import { lockCasesAsSystem, type LockedCase } from '../queries/lock-case.ts'
import { countPairing, pairingCountsUntil } from '../rules/countable.ts'
import { joinPairings, type JoinedPairing } from '../rules/joining.ts'

/** The record that goes on and the one that ended. */
type Merged = { keptId: string; mergedId: string }

/** Two records of one volunteer became one: pairings, visits and plans go on with the record that stays, and figures count the person once. */
export const followMergedVolunteer: JobDefinition = {
  name: 'follow-merged-volunteer',
  listensTo: ['volunteer.merged'],
  run: async (context, event) => {
    const { keptId, mergedId } = event?.details ?? {}
    if (typeof keptId !== 'string' || typeof mergedId !== 'string') return
    const merged = { keptId, mergedId }
    const cases = await lockCases(context, merged)
    await leaveSharedVisits(context, merged)
    for (const held of cases) await joinInCase(context, held, merged)
    await renameVolunteer(context, merged)
    await replaceSubject(context, { from: mergedId, to: keptId, measures: ['visit.service', 'pairing.volunteer'] })
  },
}

/** Whoever writes about the volunteer holds the case; so the job waits for those that began, and the others find the pairing changed. */
async function lockCases(context: Context, { mergedId }: Merged): Promise<LockedCase[]> {
  const { tx, actor } = context
  const { rows } = await sql<{ caseId: string }>`
    select case_id from care.pairings where city_id = ${actor.cityId} and volunteer_id = ${mergedId}
    union select visit.case_id from care.visit_volunteers went join care.visits visit on visit.city_id = ${actor.cityId} and visit.id = went.visit_id
      where went.city_id = ${actor.cityId} and went.volunteer_id = ${mergedId}
    union select case_id from care.planned_visits where city_id = ${actor.cityId} and volunteer_id = ${mergedId}`.execute(tx)
  return lockCasesAsSystem(context, rows.map(({ caseId }) => caseId))
}

/** A visit on which both are said to have gone was made by one person. */
async function leaveSharedVisits(context: Context, { keptId, mergedId }: Merged): Promise<void> {
  const { tx, actor } = context
  const { rows } = await sql<{ visitId: string }>`
    delete from care.visit_volunteers went where went.city_id = ${actor.cityId} and went.volunteer_id = ${mergedId} and exists (
      select 1 from care.visit_volunteers other
       where other.city_id = ${actor.cityId} and other.visit_id = went.visit_id and other.volunteer_id = ${keptId})
    returning went.visit_id`.execute(tx)
  await endFacts(context, { recordId: rows.map(({ visitId }) => visitId), measures: ['visit.service'], subjectId: mergedId })
}

async function joinInCase(context: Context, held: LockedCase, { keptId, mergedId }: Merged): Promise<void> {
  const own = held.pairings.filter(({ volunteerId }) => volunteerId === keptId || volunteerId === mergedId)
  for (const joined of joinPairings(own.map((pairing) => ({ ...pairing, caseId: held.id })))) {
    await takeBackRepeats(context, held, joined)
    await prolong(context, held, { joined, role: roleOf(held, own.map(({ id }) => id), joined), keptId, name: nameOf(own, joined) })
    await moveAccess(context, held, { joined, keptId, mergedId })
  }
}

const nameOf = (own: LockedCase['pairings'], { first }: JoinedPairing) => own.find(({ id }) => id === first.id)?.name ?? ''

/** Primary when one of them was, unless somebody else is on one of the days. */
function roleOf(held: LockedCase, own: readonly string[], { first, repeats, untilOn }: JoinedPairing): string {
  const wasPrimary = [first, ...repeats].some(({ role }) => role === 'primary')
  const isTaken = held.pairings.some((other) => !own.includes(other.id) && other.role === 'primary'
    && (untilOn === null || other.fromOn <= untilOn) && (other.untilOn === null || other.untilOn >= first.fromOn))
  return wasPrimary && !isTaken ? 'primary' : first.role
}

/** The audit keeps what the rows said. */
async function takeBackRepeats(context: Context, held: LockedCase, { first, repeats }: JoinedPairing): Promise<void> {
  const { tx, actor } = context
  const ids = repeats.map(({ id }) => id)
  await endFacts(context, { recordId: ids })
  await tx.deleteFrom('care.pairings').where('cityId', '=', actor.cityId).where('id', 'in', ids).execute()
  await recordAudit(context, { verb: 'pairing.joined', subjectKind: 'pairing', subjectId: first.id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, repeats } })
}

type Prolonged = { joined: JoinedPairing; role: string; keptId: string; name: string }

/** Where the first had ended before the repeats did, it counts again from the day after, until they end. */
async function prolong(context: Context, held: LockedCase, { joined: { first, untilOn }, role, keptId, name }: Prolonged): Promise<void> {
  const { tx, actor, today } = context
  await tx.updateTable('care.pairings').set((is) => ({ untilOn, role, version: is('version', '+', 1), updatedAt: context.now,
    ...(untilOn === first.untilOn ? {} : { endedReason: null }) }))
    .where('cityId', '=', actor.cityId).where('id', '=', first.id).execute()
  if (first.untilOn === null || first.untilOn >= today || untilOn === first.untilOn) return
  const fromOn = pairingCountsUntil(first.untilOn)
  await endFacts(context, { recordId: first.id, on: fromOn })
  await recordFacts(context, countPairing(held, { id: first.id, volunteerId: keptId, name, fromOn })
    .filter(({ measure }) => measure !== 'pairing.made')
    .map((fact) => (untilOn !== null && untilOn < today ? { ...fact, endedOn: pairingCountsUntil(untilOn) } : fact)))
}

async function moveAccess(context: Context, held: LockedCase, { joined, ...merged }: { joined: JoinedPairing } & Merged): Promise<void> {
  const { first, repeats, untilOn } = joined
  for (const { id } of repeats) await endAccess(context, { ground: { kind: 'pairing', id } })
  if (untilOn !== null && untilOn < context.today) return
  const { rows } = await sql<{ accountId: string }>`
    select account_id from access.list_volunteer_accounts(${merged.keptId}) union select account_id from access.list_volunteer_accounts(${merged.mergedId})`
    .execute(context.tx)
  await giveChildAccess(context, { childId: held.childId, accountIds: rows.map(({ accountId }) => accountId), ground: { kind: 'pairing', id: first.id },
    untilOn })
}

async function renameVolunteer({ tx, actor }: Context, { keptId, mergedId }: Merged): Promise<void> {
  const volunteerId = keptId
  await Promise.all([
    tx.updateTable('care.visitVolunteers').set({ volunteerId }).where('cityId', '=', actor.cityId).where('volunteerId', '=', mergedId).execute(),
    tx.updateTable('care.visits').set({ onBehalfOf: keptId }).where('cityId', '=', actor.cityId).where('onBehalfOf', '=', mergedId).execute(),
    tx.updateTable('care.plannedVisits').set({ volunteerId }).where('cityId', '=', actor.cityId).where('volunteerId', '=', mergedId).execute(),
    tx.updateTable('care.pairings').set({ volunteerId }).where('cityId', '=', actor.cityId).where('volunteerId', '=', mergedId).execute(),
  ])
}
