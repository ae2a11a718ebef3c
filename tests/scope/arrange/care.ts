import type { Caller } from '../caller.ts'
import { registerChild } from './children.ts'
import { idOf, type Recipe, type Spot } from './spot.ts'

/** A volunteer sees the cases of living pairings, and what belongs to them. */
const ofOwnPairings = (caseColumn: string) => ofOwn(caseColumn, `date '2026-03-16'`)
/** Of visits those made while the own pairing lasted. */
const ofOwn = (caseColumn: string, day: string) => (caller: Caller): string => (caller.role !== 'volunteer' ? 'true' : `exists (
  select 1 from care.pairings own where own.city_id = ${caller.cityId} and own.case_id = ${caseColumn} and own.from_on <= ${day}
    and coalesce(own.until_on, 'infinity') >= ${day} and own.volunteer_id = '${caller.volunteerId ?? '00000000-0000-0000-0000-000000000000'}')`)

/** Cases, pairings, visits and plans. */
export const careRecipes: Record<string, Recipe> = {
  case: { table: 'care.cases', seenBy: ofOwnPairings('cases.id'), arrange: async (spot) => openCase(spot, await spot.need('child')) },
  pairedcase: { table: 'care.cases', seenBy: ofOwnPairings('cases.id'), arrange: async (spot) => { await spot.need('pairing'); return spot.need('case') } },
  closedcase: { table: 'care.cases', seenBy: ofOwnPairings('cases.id'), arrange: openAndClose },
  override: { table: 'care.assessments', seenBy: ofOwnPairings('assessments.case_id'), arrange: wishColour },
  plan: { table: 'care.plans', arrange: async (spot) => (await writePlan(spot)).id },
  submittedplan: { table: 'care.plans', arrange: async (spot) => submitted(spot, await writePlan(spot)) },
  approvedplan: { table: 'care.plans', arrange: approve },
  plangoal: { table: 'care.plan_goals', arrange: findGoal },
  suspendedplan: { table: 'care.plans', arrange: suspend },
  pairing: { table: 'care.pairings', seenBy: ofOwnPairings('pairings.case_id'), arrange: pair },
  visitseries: { table: 'care.visit_series', arrange: planSeries },
  pairedseries: { table: 'care.visit_series', arrange: planPairedSeries },
  pairedvolunteer: { table: 'volunteers.volunteers', arrange: async (spot) => { await spot.need('pairing'); return spot.need('volunteer') } },
  transferredcase: { table: 'care.cases', seenBy: ofOwnPairings('cases.id'), arrange: closeNotes },
  secondvolunteer: { table: 'volunteers.volunteers', arrange: pairHelper },
  visit: { table: 'care.visits', seenBy: ofOwn('visits.case_id', 'visits.made_on'), arrange: recordVisit },
  plannedvisit: { table: 'care.planned_visits', seenBy: ofOwnPairings('planned_visits.case_id'), arrange: planVisit },
}

async function openCase(spot: Spot, childId: string): Promise<string> {
  return idOf(await spot.ask('POST', '/cases', {
    childId, openedOn: '2026-03-02', need: `${spot.mark}家需要帮助`, scores: { guardianship: 1, physical: 0, behaviour: 0 },
  }))
}

async function openAndClose(spot: Spot): Promise<string> {
  const id = await openCase(spot, await registerChild(spot))
  const { rows } = await spot.owner.query<{ version: number }>('select version from care.cases where city_id = $1 and id = $2', [spot.cityId, id])
  await spot.ask('POST', `/cases/${id}/close`, { version: rows[0]?.version, reason: 'solved', result: '已解决' })
  return id
}

/** Another colour than the scales give is wished for a case of its own. */
async function wishColour(spot: Spot): Promise<string> {
  const caseId = await openCase(spot, await registerChild(spot))
  await spot.ask('POST', `/cases/${caseId}/assessments`, { scores: { guardianship: 3, physical: 0, behaviour: 0 }, colour: 'green', overrideReason: '情况好转' })
  const { rows } = await spot.owner.query<{ id: string }>(
    `select id from care.assessments where city_id = $1 and case_id = $2 and override_status = 'pending'`, [spot.cityId, caseId])
  return rows[0]?.id ?? ''
}

/** A plan of a case of its own. */
async function writePlan(spot: Spot): Promise<{ id: string; caseId: string; childId: string }> {
  const childId = await registerChild(spot)
  const caseId = await openCase(spot, childId)
  const plan = await spot.ask('POST', `/cases/${caseId}/plans`, {
    fromOn: '2026-03-02', reviewOn: '2026-06-02', untilOn: '2026-09-02', aim: `${spot.mark}家`, goals: [{ text: '返校', dueOn: '2026-06-01' }],
    services: [{ text: '辅导', responsible: '办公室', fromOn: '2026-03-02', untilOn: '2026-09-02' }],
  })
  return { id: idOf(plan), caseId, childId }
}

async function submitted(spot: Spot, { id }: { id: string }): Promise<string> {
  await spot.ask('POST', `/plans/${id}/submit`, { version: 1 })
  return id
}

/** The office of the city wrote it, so the owner says yes in another person's place. */
async function approve(spot: Spot): Promise<string> {
  const id = await submitted(spot, await writePlan(spot))
  await spot.owner.query(`update care.plans set status = 'approved', decided_on = '2026-03-16', decided_name = '试验' where city_id = $1 and id = $2`,
    [spot.cityId, id])
  return id
}

/** The goal of the approved plan of the same spot. */
async function findGoal(spot: Spot): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(
    'select id from care.plan_goals where city_id = $1 and plan_id = $2', [spot.cityId, await spot.need('approvedplan')])
  return rows[0]?.id ?? ''
}

async function suspend(spot: Spot): Promise<string> {
  const id = await approve(spot)
  await spot.owner.query(`update care.plans set status = 'suspended', suspended_on = '2026-03-16' where city_id = $1 and id = $2`, [spot.cityId, id])
  return id
}

async function pair(spot: Spot): Promise<string> {
  const [caseId, volunteerId] = [await spot.need('case'), await spot.need('volunteer')]
  await spot.ask('POST', `/volunteers/${volunteerId}/clearances`, { checkedOn: '2026-01-05', result: 'clear' })
  return idOf(await spot.ask('POST', `/cases/${caseId}/pairings`, { volunteerId, role: 'primary', fromOn: '2026-03-02' }))
}

/** A second volunteer beside the one who is paired. */
async function pairHelper(spot: Spot): Promise<string> {
  await spot.need('pairing')
  const volunteerId = await spot.need('clearedvolunteer')
  await spot.ask('POST', `/cases/${await spot.need('case')}/pairings`, { volunteerId, role: 'helper', fromOn: '2026-03-02' })
  return volunteerId
}

async function recordVisit(spot: Spot): Promise<string> {
  await spot.need('pairing')
  return idOf(await spot.ask('POST', '/visits', {
    caseId: await spot.need('case'), madeOn: '2026-03-10', medium: 'home', minutes: 30, outcome: 'made', note: `到${spot.mark}家走访`,
    volunteerIds: [await spot.need('volunteer')],
  }))
}

async function planSeries(spot: Spot): Promise<string> {
  const caseId = await openCase(spot, await registerChild(spot))
  return idOf(await spot.ask('POST', '/visit-series', { caseId, fromOn: '2026-06-01', untilOn: '2026-06-15', everyWeeks: 1, medium: 'home' }))
}

/** A series of the case with two volunteers. */
async function planPairedSeries(spot: Spot): Promise<string> {
  await spot.need('secondvolunteer')
  return idOf(await spot.ask('POST', '/visit-series', {
    caseId: await spot.need('pairedcase'), fromOn: '2026-07-01', untilOn: '2026-07-15', everyWeeks: 1, medium: 'home',
    volunteerId: await spot.need('volunteer'), withWorker: true,
  }))
}

/** A case whose notes of before a transfer are closed; the unit that handed it over lies beside it. */
async function closeNotes(spot: Spot): Promise<string> {
  const id = await openCase(spot, await registerChild(spot))
  await spot.owner.query('update care.cases set notes_closed_at = now(), notes_closed_scope = scope_code where city_id = $1 and id = $2', [spot.cityId, id])
  return id
}

async function planVisit(spot: Spot): Promise<string> {
  const { items } = await spot.ask('POST', '/planned-visits', {
    visits: [{ caseId: await spot.need('case'), plannedOn: `2026-04-${String((spot.serial() % 28) + 1).padStart(2, '0')}`, medium: 'home' }],
  })
  return idOf((items as Record<string, unknown>[])[0] ?? {})
}
