import type { PlannedCase, PlannedPairing, PlannedVisit, RiskColour, VisitMedium } from './plan.ts'
import { attemptNotes, visitNotes } from './visits/visit-notes.ts'
import { attemptReasons, purposes } from './visits/visit-purposes.ts'
import { isClearedOn } from './volunteers.ts'
import type { Inventor, KnownVolunteer } from './volunteers.ts'
import type { Random } from './random.ts'

export type KnownPairing = {
  planned: PlannedPairing
  volunteer: KnownVolunteer
  /** First and last counted day; the last is Infinity while it lasts. */
  from: number
  until: number
}

/** Colours of a case over time: from each counted day on. */
export type ColourSince = { from: number, colour: RiskColour }

/** Days between two visits by colour: week, month, quarter, half a year (domain.md §4.3). */
export const visitIntervalDays: Record<RiskColour, number> = { red: 7, yellow: 30, blue: 91, green: 182 }

/** Visits are planned for the twelve months up to today. */
export const windowDays = 365

type VisitedCase = { planned: PlannedCase, pairings: KnownPairing[], colours: ColourSince[], opened: number, lastDay: number }

/** Media of visits that were made; red cases are seen at home more often, but who visits weekly also telephones. */
const media: Record<VisitMedium, number> = { home: 62, phone: 20, video: 5, school: 9, outing: 4 }

/**
 * The visits of a case: due by the colour of the day, made a little early or on the day by most, late by some, after a vain attempt by few;
 * by a worker of the unit where no volunteer can go. A few cases wait for some weeks until today, so that something is overdue, nothing by months.
 */
export function* planVisits(inventor: Inventor, visited: VisitedCase): Generator<PlannedVisit> {
  const { random } = inventor
  const { planned, lastDay } = visited
  let due = firstDue(visited, random)
  const stops = random.chance(0.04) ? lastDay - random.whole(3, 40) : lastDay
  let number = 0
  const keyOf = () => {
    number += 1
    return `${planned.key}/visit-${number}`
  }
  let before = Math.max(-windowDays, visited.opened)
  while (due <= stops) {
    let made = Math.max(before + 1, due + deviation(random, intervalOn(visited, due)))
    if (made > lastDay) return
    if (random.chance(0.07)) {
      yield planVisit(inventor, { key: keyOf(), planned, pairing: pairingOn(visited, random, made), due, at: made, outcome: 'attempted' })
      made += random.whole(1, 5)
      if (made > lastDay) return
    }
    yield planVisit(inventor, { key: keyOf(), planned, pairing: pairingOn(visited, random, made), due, at: made, outcome: 'made' })
    before = made
    due = dueAfter(visited, made) + (random.chance(0.04) ? random.whole(3, Math.min(20, intervalOn(visited, made))) : 0)
  }
}

/** The first visit comes with the pairing, the interval after opening at the latest; a case older than the window is in the middle of its rhythm. */
function firstDue(visited: VisitedCase, random: Random): number {
  const interval = intervalOn(visited, Math.max(visited.opened, -windowDays))
  if (visited.opened <= -windowDays) return 1 - windowDays + random.whole(0, interval - 1)
  const paired = visited.pairings[0]?.from ?? Infinity
  return Math.min(visited.opened + interval, paired + random.whole(2, 7))
}

/** One interval after a visit; a graver colour since then brings the day forward, as an assessment does. */
function dueAfter(visited: VisitedCase, made: number): number {
  const due = made + intervalOn(visited, made)
  const changed = visited.colours.find(({ from }) => from > made && from < due)
  return changed === undefined ? due : Math.min(due, Math.max(changed.from, made) + visitIntervalDays[changed.colour])
}

function intervalOn({ colours }: VisitedCase, offset: number): number {
  const colour = colours.findLast(({ from }) => from <= offset) ?? colours[0]
  return visitIntervalDays[colour?.colour ?? 'green']
}

/** Days before (negative) or after the due day. */
function deviation(random: Random, interval: number): number {
  if (random.chance(0.13)) return random.whole(1, Math.max(2, Math.min(21, Math.floor(interval / 2))))
  return -random.whole(0, Math.min(5, Math.floor(interval / 6)))
}

/** A pairing that lasts on the day and whose volunteer's clearance counts then. */
function pairingOn({ pairings }: VisitedCase, random: Random, offset: number): KnownPairing | undefined {
  const lasting = pairings.filter(({ from, until, volunteer }) => from <= offset && offset <= until && isClearedOn(volunteer, offset))
  return lasting.length > 1 ? random.pick(lasting) : lasting[0]
}

type VisitSketch = { key: string, planned: PlannedCase, pairing: KnownPairing | undefined, due: number, at: number, outcome: PlannedVisit['outcome'] }

function planVisit({ random, day }: Inventor, { key, planned, pairing, due, at, outcome }: VisitSketch): PlannedVisit {
  const medium = random.weighted(media)
  const entered = Math.min(0, at + entryDelay(random))
  const isVoided = outcome === 'made' && entered < -1 && random.chance(0.004)
  return {
    kind: 'visit', key, caseKey: planned.key, unitKey: planned.unitKey,
    pairingKey: pairing?.planned.key ?? null, volunteerKey: pairing?.volunteer.planned.key ?? null,
    dueOn: day(due), madeOn: day(at), outcome, medium, purpose: outcome === 'made' ? random.weighted(purposes) : 'everyday',
    attemptReason: outcome === 'made' ? null : random.weighted(attemptReasons),
    minutes: outcome === 'attempted' ? 0 : minutesOf(random, medium),
    note: random.pick(outcome === 'attempted' ? attemptNotes : visitNotes[medium]),
    enteredOn: day(entered),
    enteredBy: pairing?.volunteer.planned.hasSmartphone === true ? 'volunteer' : 'worker',
    voidedOn: isVoided ? day(Math.min(-1, entered + random.whole(1, 60))) : null,
  }
}

/** Most are entered the same day, a few only weeks later, when the month is already counted. */
function entryDelay(random: Random): number {
  const share = random.next()
  if (share < 0.76) return 0
  if (share < 0.92) return random.whole(1, 2)
  return share < 0.98 ? random.whole(3, 9) : random.whole(10, 35)
}

function minutesOf(random: Random, medium: VisitMedium): number {
  if (medium === 'phone' || medium === 'video') return random.whole(1, 5) * 5
  if (medium === 'outing') return random.whole(6, 18) * 10
  return random.whole(4, 16) * 5
}
