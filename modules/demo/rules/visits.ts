import type { PlannedCase, PlannedPairing, PlannedVisit, RiskColour, VisitMedium } from './plan.ts'
import { attemptNotes, visitNotes } from './visit-notes.ts'
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

type VisitedCase = { planned: PlannedCase, pairings: KnownPairing[], colours: ColourSince[], lastDay: number }

/** Media of visits that were made; red cases are seen at home more often, but who visits weekly also telephones. */
const media: Record<VisitMedium, number> = { home: 62, phone: 20, video: 5, school: 9, outing: 4 }

/**
 * The visits of a case: due by the colour of the day, made a little early or on the day by most, late by some, after a vain attempt by few.
 * Some cases are left alone for a while, some until today, so that something is overdue.
 */
export function* planVisits(inventor: Inventor, visited: VisitedCase): Generator<PlannedVisit> {
  const { random } = inventor
  const { planned, pairings, lastDay } = visited
  const firstFrom = pairings[0]?.from ?? 0
  const firstInterval = intervalOn(visited, Math.max(firstFrom, -windowDays))
  let due = firstFrom > -windowDays ? firstFrom + random.whole(2, 7) : 1 - windowDays + random.whole(0, firstInterval - 1)
  const stops = random.chance(0.05) ? lastDay - Math.floor(firstInterval * (1.1 + random.next())) : lastDay
  let number = 0
  const keyOf = () => {
    number += 1
    return `${planned.key}/visit-${number}`
  }
  let before = -windowDays
  while (due <= stops) {
    let made = Math.max(before + 1, due + deviation(random, intervalOn(visited, due)))
    if (made > stops) return
    let pairing = pairingOn(visited, random, made)
    if (pairing && random.chance(0.07)) {
      yield planVisit(inventor, { key: keyOf(), planned, pairing, due, at: made, outcome: 'attempted' })
      made += random.whole(1, 5)
      pairing = made <= stops ? pairingOn(visited, random, made) : undefined
    }
    if (pairing) {
      yield planVisit(inventor, { key: keyOf(), planned, pairing, due, at: made, outcome: 'made' })
      before = made
    }
    const interval = intervalOn(visited, made)
    due = made + interval + (random.chance(0.04) ? random.whole(Math.ceil(interval / 2), interval) : 0)
  }
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

type VisitSketch = { key: string, planned: PlannedCase, pairing: KnownPairing, due: number, at: number, outcome: PlannedVisit['outcome'] }

function planVisit({ random, day }: Inventor, { key, planned, pairing, due, at, outcome }: VisitSketch): PlannedVisit {
  const medium = random.weighted(media)
  const { volunteer } = pairing
  const entered = Math.min(0, at + entryDelay(random))
  const isVoided = outcome === 'made' && entered < -1 && random.chance(0.004)
  return {
    kind: 'visit', key, caseKey: planned.key, unitKey: planned.unitKey,
    pairingKey: pairing.planned.key, volunteerKey: volunteer.planned.key,
    dueOn: day(due), madeOn: day(at), outcome, medium,
    minutes: outcome === 'attempted' ? 0 : minutesOf(random, medium),
    note: random.pick(outcome === 'attempted' ? attemptNotes : visitNotes[medium]),
    enteredOn: day(entered),
    enteredBy: volunteer.planned.hasSmartphone ? 'volunteer' : 'worker',
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
