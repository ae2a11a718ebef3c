import type { PlannedPost, PlannedTerm, PlannedUnit, PostTitle, UnitLevel } from './plan.ts'
import { inventName } from './invented-name.ts'
import type { Inventor, KnownVolunteer } from './volunteers.ts'

/** Posts of a committee by level, as many as there are of each. */
const postsByLevel: Record<UnitLevel, Partial<Record<PostTitle, number>>> = {
  city: { director: 1, 'executive-director': 1, 'standing-deputy-director': 1, 'deputy-director': 3, 'secretary-general': 1, member: 6 },
  county: { director: 1, 'executive-director': 1, 'standing-deputy-director': 1, 'deputy-director': 2, 'secretary-general': 1, member: 4 },
  town: { director: 1, 'standing-deputy-director': 1, 'deputy-director': 1, 'secretary-general': 1, member: 2 },
  village: { director: 1, 'standing-deputy-director': 1, member: 1 },
  school: { director: 1, 'standing-deputy-director': 1 },
  enterprise: { director: 1, member: 1 },
  agency: { director: 1, 'secretary-general': 1 },
}

/** Posts that retired people hold; the others come with an office. */
const elderTitles: ReadonlySet<PostTitle> = new Set<PostTitle>(['executive-director', 'standing-deputy-director', 'member'])

/** A term is five years. */
const termDays = 5 * 365

/**
 * Posts and terms of one committee. Retired holders are taken out of `free`, the volunteers of the town without a post, where one fits;
 * nobody gets two posts.
 */
export function* planLeadership(inventor: Inventor, unit: PlannedUnit, free: KnownVolunteer[]): Generator<PlannedPost | PlannedTerm> {
  if (unit.foundedOn === null) return
  const { random, day } = inventor
  const earliest = dayAfterFounding(inventor, unit)
  for (const [title, count] of Object.entries(postsByLevel[unit.level]) as [PostTitle, number][]) {
    for (let number = 1; number <= count; number += 1) {
      const key = `${unit.key}/${title}-${number}`
      const isVacant = random.chance(unit.level === 'city' ? 0.03 : 0.07)
      const vacantFrom = Math.max(earliest, -random.whole(10, 500))
      yield { kind: 'post', key, unitKey: unit.key, title, vacantSince: isVacant ? day(vacantFrom) : null }
      const started = Math.max(earliest, -random.whole(60, termDays - 30))
      if (!isVacant) {
        const volunteer = elderTitles.has(title) ? takeHolder(unit, free) : undefined
        yield planTerm(inventor, { key: `${key}/now`, postKey: key, title, volunteer, started, ended: null })
      }
      const earlierEnd = isVacant ? vacantFrom - 1 : started - 1
      const hadHolder = isVacant || random.chance(0.2)
      if (hadHolder && day(earlierEnd - 400) > unit.foundedOn) {
        const began = earlierEnd - random.whole(200, 400)
        yield planTerm(inventor, { key: `${key}/before`, postKey: key, title, volunteer: undefined, started: began, ended: earlierEnd })
      }
    }
  }
}

/** A village looks among its own volunteers, a town or school in the whole town. */
function takeHolder(unit: PlannedUnit, free: KnownVolunteer[]): KnownVolunteer | undefined {
  const fits = ({ planned }: KnownVolunteer) => planned.status === 'active' && (unit.level !== 'village' || planned.unitKey === unit.key)
  const index = free.findIndex(fits)
  return index < 0 ? undefined : free.splice(index, 1)[0]
}

/** The first counted day, within the length of one term, on which the committee stood. */
function dayAfterFounding({ day }: Inventor, unit: PlannedUnit): number {
  let offset = -termDays
  while (unit.foundedOn !== null && offset < -1 && day(offset) < unit.foundedOn) offset += 30
  return Math.min(offset, -1)
}

type TermSketch = {
  key: string
  postKey: string
  title: PostTitle
  volunteer: KnownVolunteer | undefined
  started: number
  ended: number | null
}

function planTerm({ random, day }: Inventor, { key, postKey, title, volunteer, started, ended }: TermSketch): PlannedTerm {
  const holder = volunteer?.planned
  const sex = random.chance(0.66) ? 'male' : 'female'
  const age = elderTitles.has(title) ? 60 + random.next() * 12 : 34 + random.next() * 22
  const birthOn = day(-Math.floor(age * 365.2425))
  return {
    kind: 'term', key, postKey,
    name: holder?.name ?? inventName(random, { sex, birthYear: Number(birthOn.slice(0, 4)) }),
    sex: holder?.sex ?? sex,
    birthOn: holder?.birthOn ?? birthOn,
    volunteerKey: holder?.key ?? null,
    startedOn: day(started),
    dueToEndOn: day(started + termDays),
    endedOn: ended === null ? null : day(ended),
  }
}
