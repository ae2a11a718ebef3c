import { newCaseKey, sealText } from '#modules/care/queries/case-key.ts'
import type { ClosingReason } from '#modules/care/contract.ts'
import { countClosing, countOpenCase, countPairing, countRisk, countVisit, pairingCountsUntil } from '#modules/care/rules/countable.ts'
import { dueOnAfterAssessment, nextVisitDueOn } from '#modules/care/rules/due-dates.ts'
import { defaultIntervalDays } from '#modules/care/rules/risk.ts'
import { countPurpose } from '#modules/care/rules/visits/purposes.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { PlannedAssessment, PlannedCase, PlannedPairing, PlannedVisit, RiskColour, RiskLevel } from '../rules/plan.ts'
import { addFacts, type DatedFact } from './fact-rows.ts'
import { idOf, later, momentOn, unitOf, type KnownVolunteers, type LoadedUnit, type LoadFrame } from './frame.ts'
import type { LoadedChild } from './load-children.ts'

/** A case of the plan with everything that follows it there. */
export type GatheredCase = { planned: PlannedCase; child: LoadedChild; assessments: PlannedAssessment[]; pairings: PlannedPairing[]; visits: PlannedVisit[] }

/** Whom a case names. */
export type CasePeople = {
  volunteers: KnownVolunteers
  /** Who works for the unit of the case. */
  workerName: string
}

const closingReasons: Readonly<Record<string, ClosingReason>> = { 父母返乡: 'family-reunited', 随父母迁: 'moved-away' }
const scores: Readonly<Record<RiskLevel, number>> = { none: 0, low: 1, medium: 2, high: 3 }

/** What the parts of a case stand on. */
type Ground = {
  frame: LoadFrame
  gathered: GatheredCase
  people: CasePeople
  unit: LoadedUnit
  at: { cityId: number; scopeCode: string }
  key: { id: string; wrappedKey: Buffer | null }
  seal: (place: 'need' | 'closing-result' | 'note', text: string) => Buffer | null
  /** The case as figures name it. */
  counted: { id: string; unitId: string; scopeCode: string; childId: string; maskedName: string }
}

/** Writes a case with assessments, pairings, visits and their facts; gives its id. */
export function addCase(frame: LoadFrame, gathered: GatheredCase, people: CasePeople): string {
  const unit = unitOf(frame, gathered.planned.unitKey)
  const id = idOf(frame, gathered.planned.key, gathered.planned.openedOn)
  const sealing = { actor: { cityId: frame.cityId }, installation: { masterKeys: frame.masterKeys } }
  const key = { id, wrappedKey: newCaseKey(sealing, id) }
  const ground: Ground = {
    frame, gathered, people, unit, key, at: { cityId: frame.cityId, scopeCode: unit.scopeCode },
    seal: (place, text) => sealText(sealing, key, place, text), 
    counted: { id, unitId: unit.id, scopeCode: unit.scopeCode, childId: gathered.child.id, maskedName: gathered.child.maskedName },
  }
  addCaseRow(ground)
  countCase(ground)
  addAssessments(ground)
  addPairings(ground)
  for (const visit of gathered.visits) addVisit(ground, visit)
  return id
}

function addCaseRow({ frame, gathered: { planned, child, assessments, visits }, unit, at, key, seal }: Ground): void {
  const { openedOn, closedOn } = planned
  const lastMadeOn = visits.filter((visit) => visit.outcome === 'made' && visit.voidedOn === null).map((visit) => visit.madeOn).toSorted().at(-1) ?? null
  const lastEntered = [...assessments.map((each) => each.assessedOn), ...visits.map((visit) => visit.enteredOn), closedOn ?? openedOn].reduce(later, openedOn)
  const reason = Object.entries(closingReasons).find(([beginning]) => planned.closingReason?.startsWith(beginning))?.[1] ?? 'solved'
  frame.writer.add('care.cases', {
    ...at, id: key.id, unitId: unit.id, childId: child.id, status: closedOn === null ? 'open' : 'closed', openedOn, wrappedKey: key.wrappedKey,
    sealedNeed: seal('need', planned.goal), colour: assessments.at(-1)?.colour ?? 'green', lastMadeOn,
    nextVisitDueOn: closedOn === null ? dueOnOf({ openedOn, lastMadeOn, assessments }) : null,
    closedOn, closingReason: closedOn === null ? null : reason,
    sealedClosingResult: planned.closingReason === null ? null : seal('closing-result', planned.closingReason),
    createdAt: momentOn(frame, openedOn, key.id), updatedAt: momentOn(frame, lastEntered, key.id),
  })
}

type Rhythm = { openedOn: LocalDate; lastMadeOn: LocalDate | null; assessments: readonly PlannedAssessment[] }

/** Due by the colour in force; an assessment after the last visit moves the day as the command does. */
function dueOnOf({ openedOn, lastMadeOn, assessments }: Rhythm): LocalDate {
  const [before, last] = [assessments.at(-2), assessments.at(-1)]
  const rhythmIn = (colour: RiskColour) => ({ openedOn, reopenedOn: null, lastMadeOn, intervalDays: defaultIntervalDays[colour] })
  const rhythm = rhythmIn(last?.colour ?? 'green')
  if (before === undefined || last === undefined || last.assessedOn <= (lastMadeOn ?? openedOn)) return nextVisitDueOn(rhythm)
  return dueOnAfterAssessment(rhythm, { dueOn: nextVisitDueOn(rhythmIn(before.colour)), assessedOn: last.assessedOn })
}

/** Opened and closed once; open, and in each colour, from a day until another. */
function countCase({ frame, gathered: { planned: { openedOn, closedOn }, assessments }, counted }: Ground): void {
  const [open, opened] = countOpenCase(counted, { on: openedOn, colour: assessments[0]?.colour ?? 'green', event: 'opened' })
  const spans = assessments.filter((each, at) => each.colour !== assessments[at - 1]?.colour)
  addFacts(frame, [
    ...(opened === undefined ? [] : [opened]), ...(open === undefined ? [] : [{ ...open, ...endedOn(closedOn) }]),
    ...spans.map((each, at) => ({ ...countRisk(counted, { on: each.assessedOn, colour: each.colour }), ...endedOn(spans[at + 1]?.assessedOn ?? closedOn) })),
    ...(closedOn === null ? [] : [countClosing(counted, closedOn)]),
  ])
}

const endedOn = (day: LocalDate | null): Pick<DatedFact, 'endedOn'> => (day === null ? {} : { endedOn: day })

function addAssessments({ frame, gathered: { assessments }, people, at, key }: Ground): void {
  frame.writer.add('care.assessments', ...assessments.map((each) => {
    const id = idOf(frame, each.key, each.assessedOn)
    return {
      ...at, id, caseId: key.id, assessedOn: each.assessedOn, scaleVersion: 1, guardianship: scores[each.guardianship], physical: scores[each.physical],
      behaviour: scores[each.behaviour], derivedColour: each.colour, colour: each.colour, assessedName: people.workerName,
      createdAt: momentOn(frame, each.assessedOn, id),
    }
  }))
}

function addPairings({ frame, gathered: { pairings, child }, people, at, key, counted }: Ground): void {
  pairings.forEach((pairing, index) => {
    const volunteer = people.volunteers.get(pairing.volunteerKey)
    if (volunteer === undefined) throw new Error(`the plan names the volunteer ${pairing.volunteerKey} before it comes`)
    const { startedOn: fromOn, endedOn: untilOn } = pairing
    const id = idOf(frame, pairing.key, fromOn)
    const isHelper = pairings.slice(0, index).some((other) => other.endedOn === null || other.endedOn >= fromOn)
    frame.writer.add('care.pairings', {
      ...at, id, caseId: key.id, childId: child.id, volunteerId: volunteer.id, volunteerName: volunteer.name, role: isHelper ? 'helper' : 'primary',
      fromOn, untilOn, endedReason: pairing.endReason, createdAt: momentOn(frame, fromOn, id), updatedAt: momentOn(frame, untilOn ?? fromOn, id),
    })
    const end = endedOn(untilOn === null ? null : pairingCountsUntil(untilOn))
    addFacts(frame, countPairing(counted, { id, volunteerId: volunteer.id, name: volunteer.name, fromOn })
      .map((fact) => (fact.measure === 'pairing.made' ? fact : { ...fact, ...end })))
  })
}

function addVisit({ frame, gathered: { child }, people, unit, at, key, seal, counted }: Ground, planned: PlannedVisit): void {
  const { madeOn, medium, minutes, outcome, purpose, attemptReason, voidedOn } = planned
  const volunteer = planned.volunteerKey === null ? undefined : people.volunteers.get(planned.volunteerKey)
  if (volunteer === undefined && planned.volunteerKey !== null) throw new Error(`the plan names the volunteer ${planned.volunteerKey} before it comes`)
  const went = volunteer === undefined ? [] : [{ volunteerId: volunteer.id, name: volunteer.name }]
  const id = idOf(frame, planned.key, madeOn)
  const ownName = planned.enteredBy === 'volunteer' ? volunteer?.name : undefined
  const recordedAt = momentOn(frame, planned.enteredOn, id)
  const voidedAt = voidedOn === null ? null : momentOn(frame, voidedOn, id)
  frame.writer.add('care.visits', {
    ...at, id, unitId: unit.id, caseId: key.id, childId: child.id, madeOn, medium, minutes, outcome, purpose, attemptReason,
    sealedNote: seal('note', planned.note),
    recordedName: ownName ?? people.workerName, recordedAt, onBehalfOf: ownName === undefined ? volunteer?.id ?? null : null,
    voidedAt, voidReason: voidedOn === null ? null : '重复录入', updatedAt: voidedAt ?? recordedAt,
  })
  frame.writer.add('care.visitVolunteers', ...went.map(({ volunteerId, name }) => ({ ...at, visitId: id, volunteerId, volunteerName: name, madeOn })))
  const visit = { id, madeOn, medium, minutes, outcome, purpose, attemptReason, volunteers: went }
  const facts = [...countVisit(counted, visit), ...countPurpose(counted, visit, frame.visitCategories)]
  addFacts(frame, facts.map((fact) => ({ ...fact, recordedOn: planned.enteredOn, ...(voidedOn === null ? {} : { voidedOn }) })))
}
