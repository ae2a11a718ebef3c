import { allot, villageWeight } from './allotment.ts'
import { planCase } from './cases.ts'
import { dealProfiles } from './child-profiles.ts'
import type { ChildProfile } from './child-profiles.ts'
import { countDaysFrom } from './day-counter.ts'
import type { DayCounter } from './day-counter.ts'
import { planFamily } from './families.ts'
import type { KnownChild } from './families.ts'
import { issueIdentities } from './invented-identity.ts'
import { planLeadership } from './leadership.ts'
import type { PlanDivisions, PlanItem, PlanOptions, PlannedUnit } from './plan.ts'
import { randomFrom } from './random.ts'
import { planStaff } from './staff.ts'
import { planUnits } from './units.ts'
import type { TownUnits } from './units.ts'
import { planVolunteer } from './volunteers.ts'
import type { Inventor, KnownVolunteer } from './volunteers.ts'

/** People at scale 1; visits follow from them, about 30,000. */
const volunteersAtOne = 3000
const childrenAtOne = 5000

/**
 * Invents a city on real divisions, one item after another: first all units, then staff and leaders of city, counties and bodies, then
 * town by town its people, cases and visits. Every item comes after those it refers to, and only one town is held in memory
 * at a time.
 * The number of volunteers and children is exact.
 */
export function* planCity(divisions: PlanDivisions, { seed, scale, today }: PlanOptions): Generator<PlanItem> {
  const day = countDaysFrom(today)
  const citySeed = `${seed} ${divisions.city.code} ${scale}`
  const { city, counties, bodies, towns } = planUnits(divisions, seed, day)
  yield city
  for (const county of counties) yield county
  for (const body of bodies) yield body
  for (const { town, villages, schools } of towns) {
    yield town
    yield* villages
    yield* schools
  }
  yield* planUpperLevels(citySeed, day, [city, ...counties], bodies)
  const villages = towns.flatMap((it) => it.villages)
  const volunteers = shareOut(villages, Math.round(volunteersAtOne * scale), `${seed} volunteers`)
  const children = shareOut(villages, Math.round(childrenAtOne * scale), `${seed} children`)
  const deal = dealProfiles(randomFrom(`${citySeed} profiles`))
  for (const units of towns) yield* planTown({ citySeed, day, units, volunteers, children, deal })
}

/** People for each village, ending exactly at the total; every seventh village has none. */
function shareOut(villages: PlannedUnit[], total: number, seed: string): Map<string, number> {
  const weights = villages.map(({ key }) => villageWeight(randomFrom(`${seed} ${key}`)))
  const shares = allot(total, weights)
  return new Map(villages.map(({ key }, index) => [key, shares[index] ?? 0]))
}

function* planUpperLevels(citySeed: string, day: DayCounter, levels: PlannedUnit[], bodies: PlannedUnit[]): Generator<PlanItem> {
  const inventor: Inventor = { random: randomFrom(`${citySeed} upper levels`), day, issuer: issueIdentities(0) }
  for (const unit of levels) {
    yield* planStaff(inventor, unit)
    yield* planLeadership(inventor, unit, [])
  }
  for (const body of bodies) yield* planLeadership(inventor, body, [])
}

type TownWish = {
  citySeed: string
  day: DayCounter
  units: TownUnits
  volunteers: Map<string, number>
  children: Map<string, number>
  deal: () => ChildProfile
}

function* planTown({ citySeed, day, units, volunteers, children, deal }: TownWish): Generator<PlanItem> {
  const { town, villages, schools, ordinal } = units
  const inventor: Inventor = { random: randomFrom(`${citySeed} town ${town.key}`), day, issuer: issueIdentities(ordinal) }
  for (const unit of [town, ...villages]) yield* planStaff(inventor, unit)
  const known: KnownVolunteer[] = []
  for (const village of villages) yield* planVolunteersOf(inventor, village, { schools, count: volunteers.get(village.key) ?? 0, known })
  const free = known.filter(({ planned }) => planned.status === 'active')
  for (const unit of [town, ...villages, ...schools]) yield* planLeadership(inventor, unit, free)
  for (const village of villages) {
    const found = yield* planFamiliesOf(inventor, village, { count: children.get(village.key) ?? 0, deal })
    for (const child of found) yield* planCase(inventor, child, known)
  }
}

type VolunteersWish = { schools: PlannedUnit[], count: number, known: KnownVolunteer[] }

/** One volunteer in twelve belongs to a school of the town instead of the village. */
function* planVolunteersOf(inventor: Inventor, village: PlannedUnit, { schools, count, known }: VolunteersWish): Generator<PlanItem> {
  const founded = schools.filter(({ foundedOn }) => foundedOn !== null)
  for (let number = 1; number <= count; number += 1) {
    const unit = founded.length > 0 && inventor.random.chance(0.08) ? inventor.random.pick(founded) : village
    const volunteer = planVolunteer(inventor, unit, `${village.key}/volunteer-${number}`, known)
    known.push(volunteer)
    yield volunteer.planned
  }
}

type FamiliesWish = { count: number, deal: () => ChildProfile }

function* planFamiliesOf(inventor: Inventor, village: PlannedUnit, { count, deal }: FamiliesWish): Generator<PlanItem, KnownChild[]> {
  const found: KnownChild[] = []
  let number = 0
  while (found.length < count) {
    number += 1
    const wish = { key: `${village.key}/family-${number}`, mostChildren: count - found.length }
    found.push(...(yield* planFamily(inventor, village, deal(), wish)))
  }
  return found
}
