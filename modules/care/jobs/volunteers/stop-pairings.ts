import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { endAccess } from '#modules/children/index.ts'
import { endFacts } from '#modules/figures/index.ts'
import { completeTask, sendNotice } from '#modules/notices/index.ts'
import { passOnPlanned } from '../../commands/steps/pass-on-planned.ts'
import { findOfficePeople } from '../../queries/find-office-people.ts'
import { lockCasesAsSystem, type CasePairing, type LockedCase } from '../../queries/lock-case.ts'
import { findLastVisitOfPairing } from '../../queries/visits/visit-of-pairing.ts'
import { pairingCountsUntil } from '../../rules/countable.ts'
import { lastDayOfStopped } from '../../rules/pairing.ts'

/** Days in which a child whose pairing was stopped gets another volunteer. */
const daysToPairAnew = 7

const sourceKind = 'case-without-volunteer'

/** Why the pairings of a volunteer stop: the day meant, and the words for the pairing and for the office. */
type Stop = { volunteerId: string; day: LocalDate; reason: string; title: (name: string) => string }

/**
 * Who has left, or was found not fit to work with children, is paired with nobody: each pairing ends, what it opened is closed at once, and the office
 * gets a task to find somebody else. It ends with the next pairing of the case or with the case.
 */
export const stopPairings: JobDefinition = {
  name: 'stop-pairings',
  listensTo: ['volunteer.left', 'clearance.recorded', 'pairing.made', 'child-case.closed'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    if (event.verb === 'pairing.made' || event.verb === 'child-case.closed') return endTask(context, event)
    const stop = await findStop(context, { ...event, subjectId: event.subjectId })
    if (stop === undefined) return
    for (const held of await lockCases(context, stop)) await stopIn(context, held, { stop, event })
  },
}

async function endTask(context: Context, { verb, subjectId, details }: JobEvent): Promise<void> {
  const caseId = verb === 'pairing.made' ? details['caseId'] : subjectId
  if (typeof caseId === 'string') await completeTask(context, { sourceKind, sourceId: caseId })
}

/** What holds now decides, not what held when the event was written: the job may come late. */
async function findStop({ tx, actor, today }: Context, event: JobEvent & { subjectId: string }): Promise<Stop | undefined> {
  const volunteer = await tx.selectFrom('volunteers.publishedVolunteers').select(['status', 'clearanceResult'])
    .where('cityId', '=', actor.cityId).where('id', '=', event.subjectId).executeTakeFirst()
  if (volunteer === undefined) return undefined
  const [volunteerId, leftOn] = [event.subjectId, event.details['on']]
  if (event.verb === 'volunteer.left' && volunteer.status === 'left' && typeof leftOn === 'string') {
    return { volunteerId, day: leftOn, reason: '退出五老队伍', title: (name) => `${name}已退出五老队伍，结对已结束，请另行安排` }
  }
  if (volunteer.clearanceResult !== 'found') return undefined
  return {
    volunteerId, day: addDays(today, -1), reason: '准入查询未通过', title: (name) => `${name}的准入查询未通过，结对已停止，请另行安排`,
  }
}

async function lockCases(context: Context, { volunteerId, day }: Stop): Promise<LockedCase[]> {
  const { tx, actor } = context
  const rows = await tx.selectFrom('care.pairings').select('caseId').distinct().where('cityId', '=', actor.cityId).where('volunteerId', '=', volunteerId)
    .where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>', day)])).execute()
  return lockCasesAsSystem(context, rows.map(({ caseId }) => caseId))
}

async function stopIn(context: Context, held: LockedCase, { stop, event }: { stop: Stop; event: JobEvent }): Promise<void> {
  const lasting = held.pairings.filter(({ volunteerId, untilOn }) => volunteerId === stop.volunteerId && (untilOn === null || untilOn > stop.day))
  const stopped: CasePairing[] = []
  for (const pairing of lasting) if (await stopOne(context, held, { pairing, stop })) stopped.push(pairing)
  const [first] = stopped
  if (first === undefined || held.status === 'closed') return
  await sendNotice(context, await findOfficePeople(context, codeOfScope(held.scopeCode), 'pairing.manage'), {
    title: stop.title(first.name), link: `/cases/${held.id}`, task: { dueOn: addDays(context.today, daysToPairAnew) },
    source: { kind: sourceKind, id: held.id, verb: event.verb, key: `${event.entryId}:${held.id}` },
  })
}

/** Tells whether the pairing was shortened; one that had not begun is taken back altogether, the audit keeps what it said. */
async function stopOne(context: Context, held: LockedCase, { pairing, stop }: { pairing: CasePairing; stop: Stop }): Promise<boolean> {
  const { tx, actor, today, now } = context
  const lastVisitOn = await findLastVisitOfPairing(context, { ...pairing, caseId: held.id })
  const lastDay = pairing.fromOn > today ? null : lastDayOfStopped({ fromOn: pairing.fromOn, lastVisitOn, day: stop.day })
  if (lastDay !== null && pairing.untilOn !== null && pairing.untilOn <= lastDay) return false
  if (lastDay === null) {
    await tx.deleteFrom('care.pairings').where('cityId', '=', actor.cityId).where('id', '=', pairing.id).execute()
    await endFacts(context, { recordId: pairing.id })
  } else {
    await tx.updateTable('care.pairings').set((is) => ({ untilOn: lastDay, endedReason: stop.reason, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where('id', '=', pairing.id).execute()
    if (lastDay < today) await endFacts(context, { recordId: pairing.id, on: pairingCountsUntil(lastDay) })
  }
  const passedOn = await passOnPlanned(context, { caseId: held.id, goneId: stop.volunteerId, successorId: null })
  await endAccess(context, { ground: { kind: 'pairing', id: pairing.id } })
  await recordAudit(context, {
    verb: 'pairing.ended', subjectKind: 'pairing', subjectId: pairing.id, scopeCode: held.scopeCode, reason: stop.reason,
    details: {
      caseId: held.id, childId: held.childId, volunteerId: stop.volunteerId, fromOn: pairing.fromOn, before: pairing.untilOn, untilOn: lastDay, passedOn,
    },
  })
  return true
}
