import type { PlannedStaff, PlannedUnit, StaffDuty } from './plan.ts'
import { inventPerson } from './volunteers.ts'
import type { Inventor } from './volunteers.ts'

/** People who work for a committee: the office of a city or county, one officer of a town, a child director of a village. */
export function* planStaff(inventor: Inventor, unit: PlannedUnit): Generator<PlannedStaff> {
  const duties = dutiesOf(inventor, unit)
  for (const [index, duty] of duties.entries()) {
    const { random, day } = inventor
    const isRetired = duty === 'office-director' || (duty === 'office-clerk' && random.chance(0.4))
    const person = inventPerson(inventor, {
      ageDays: Math.floor(365.2425 * (isRetired ? 58 + random.next() * 8 : 26 + random.next() * 30)),
      sex: random.chance(0.45) ? 'male' : 'female',
      hasPhone: true,
    })
    yield {
      kind: 'staff', key: `${unit.key}/staff-${index + 1}`, unitKey: unit.key, ...person, duty,
      isFullTime: duty === 'office-clerk' || duty === 'office-director' || (duty === 'county-officer' && random.chance(0.5)),
      startedOn: day(-random.whole(30, 7 * 365)),
    }
  }
}

function dutiesOf({ random }: Inventor, { level }: PlannedUnit): StaffDuty[] {
  if (level === 'city') return ['office-director', 'office-clerk', 'office-clerk', 'office-clerk', 'office-clerk']
  if (level === 'county') return random.chance(0.5) ? ['county-officer', 'county-officer'] : ['county-officer']
  if (level === 'town') return ['town-officer']
  return level === 'village' && random.chance(0.94) ? ['child-director'] : []
}
