import type { KnownChild } from './families.ts'
import type { PlanItem, PlannedAssessment, PlannedCase, RiskColour, RiskLevel } from './plan.ts'
import { isClearedOn } from './volunteers.ts'
import type { Inventor, KnownVolunteer } from './volunteers.ts'
import { planVisits } from './visits.ts'
import type { ColourSince, KnownPairing } from './visits.ts'
import type { Random } from './random.ts'

export const colourOf: Record<RiskLevel, RiskColour> = { none: 'green', low: 'blue', medium: 'yellow', high: 'red' }

/** Share of children with a case, by their highest risk. */
const caseShare: Record<RiskLevel, number> = { none: 0.28, low: 0.68, medium: 0.7, high: 0.9 }

const levels: RiskLevel[] = ['none', 'low', 'medium', 'high']
const goals = [
  '每次走访了解学习和生活情况，帮助按时完成作业。', '联系学校和家庭，稳定情绪，养成规律作息。', '陪伴聊天，帮助与外出父母保持每周联系。',
  '协助办理救助手续，落实就医和康复。', '引导遵守规则，远离不良行为，重拾学习信心。', '帮助监护人改善照料方式，做好防溺水和用电安全。',
]
const closingReasons = ['困难已经解决，家庭照料良好', '父母返乡，恢复共同生活', '随父母迁往外地，已办转介', '风险等级持续为绿色，监护人同意结案']
const endReasons = ['志愿者因身体原因暂停服务', '志愿者迁居，改由他人结对', '任务调整']

/** A case with assessments, pairings with cleared volunteers of the town where there are any, and the visits of the last twelve months; or nothing. */
export function* planCase(inventor: Inventor, child: KnownChild, volunteers: KnownVolunteer[]): Generator<PlanItem> {
  const { random, day } = inventor
  if (child.agreedDay === undefined || child.agreedDay > -4 || !random.chance(caseShare[child.risk])) return
  const opened = Math.min(-3, child.agreedDay + random.whole(0, 20))
  const closed = opened < -120 && random.chance(0.08) ? -random.whole(5, Math.min(330, -opened - 90)) : undefined
  const planned: PlannedCase = {
    kind: 'case', key: `${child.planned.key}/case`, childKey: child.planned.key, unitKey: child.planned.unitKey,
    goal: random.pick(goals), openedOn: day(opened),
    closedOn: closed === undefined ? null : day(closed),
    closingReason: closed === undefined ? null : random.pick(closingReasons),
  }
  yield planned
  const { assessments, colours } = planAssessments(inventor, { planned, child, opened, lastDay: closed ?? 0 })
  yield* assessments
  const pairings = planPairings(inventor, { planned, opened, closed }, volunteers)
  for (const pairing of pairings) yield pairing.planned
  yield* planVisits(inventor, { planned, pairings, colours, opened, lastDay: closed ?? 0 })
}

type CaseDays = { planned: PlannedCase, child: KnownChild, opened: number, lastDay: number }

/** One assessment at opening, for one case in three another after half a year, one step up or down. */
function planAssessments({ random, day }: Inventor, { planned, child, opened, lastDay }: CaseDays) {
  const assessments: PlannedAssessment[] = []
  const colours: ColourSince[] = []
  const assess = (at: number, risk: RiskLevel) => {
    const scales = planScales(random, child, risk)
    const colour = colourOf[risk]
    const key = `${planned.key}/assessment-${assessments.length + 1}`
    assessments.push({ kind: 'assessment', key, caseKey: planned.key, assessedOn: day(at), ...scales, colour })
    colours.push({ from: at, colour })
  }
  assess(opened, child.risk)
  const again = opened + random.whole(150, 210)
  if (again < lastDay && random.chance(0.35)) assess(again, stepOf(random, child.risk))
  return { assessments, colours }
}

const stepOf = (random: Random, risk: RiskLevel): RiskLevel =>
  levels[Math.max(0, Math.min(3, levels.indexOf(risk) + (random.chance(0.7) ? -1 : 1)))] ?? risk

type Scales = Pick<PlannedAssessment, 'guardianship' | 'physical' | 'behaviour'>

const ofBody: ReadonlySet<string> = new Set(['disabled', 'severely-ill', 'hiv-infected'])

/** The scale that the situation speaks of carries the risk, the others are lower. */
function planScales(random: Random, { profile }: KnownChild, risk: RiskLevel): Scales {
  const lower = () => levels[random.whole(0, Math.max(0, levels.indexOf(risk) - 1))] ?? 'none'
  const scales = { guardianship: lower(), physical: lower(), behaviour: lower() }
  if (profile.condition && ofBody.has(profile.condition)) return { ...scales, physical: risk }
  if (profile.condition === 'delinquent' || profile.schooling !== undefined) return { ...scales, behaviour: risk }
  return { ...scales, guardianship: risk }
}

type OpenDays = { planned: PlannedCase, opened: number, closed: number | undefined }

/** One volunteer, for one case in eight two; one pairing in twelve has ended and another volunteer has taken over. */
function planPairings(inventor: Inventor, days: OpenDays, volunteers: KnownVolunteer[]): KnownPairing[] {
  const { random } = inventor
  const pairings: KnownPairing[] = []
  const from = days.opened + random.whole(1, 20)
  const last = days.closed ?? Infinity
  const first = pair(inventor, days, { volunteers, pairings, from, until: last })
  if (!first) return pairings
  const changed = first.from + random.whole(60, 300)
  if (random.chance(0.08) && changed < Math.min(last, 0) - 40) {
    first.until = changed
    first.planned = { ...first.planned, endedOn: inventor.day(changed), endReason: random.pick(endReasons) }
    pair(inventor, days, { volunteers, pairings, from: changed + random.whole(1, 20), until: last })
  } else if (random.chance(0.12)) {
    pair(inventor, days, { volunteers, pairings, from: first.from + random.whole(0, 60), until: last })
  }
  return pairings
}

type PairWish = { volunteers: KnownVolunteer[], pairings: KnownPairing[], from: number, until: number }

/** Pairs with a neighbour who has room, else with anybody of the town; on a day when clearance counts, or not at all. */
function pair({ random, day }: Inventor, { planned, closed }: OpenDays, wish: PairWish): KnownPairing | undefined {
  const { volunteers, pairings, from, until } = wish
  const taken = new Set(pairings.map(({ volunteer }) => volunteer))
  const hasRoom = (it: KnownVolunteer) => !taken.has(it) && it.load < it.planned.capacity
  const willing = volunteers.filter((it) => hasRoom(it) && firstClearedDay(it, from) < Math.min(until, -1))
  const neighbours = willing.filter((it) => it.planned.unitKey === planned.unitKey)
  const choice = neighbours.length > 0 ? neighbours : willing
  if (choice.length === 0) return undefined
  const volunteer = random.pick(choice)
  const start = firstClearedDay(volunteer, from)
  const pairing: KnownPairing = {
    volunteer, from: start, until,
    planned: {
      kind: 'pairing', key: `${planned.key}/pairing-${pairings.length + 1}`, caseKey: planned.key, volunteerKey: volunteer.planned.key,
      startedOn: day(start),
      endedOn: closed === undefined ? null : day(closed),
      endReason: closed === undefined ? null : '结案',
    },
  }
  volunteer.load += 1
  pairings.push(pairing)
  return pairing
}

/** The first day from `from` on with a valid clearance; Infinity when there is none up to today. */
function firstClearedDay(volunteer: KnownVolunteer, from: number): number {
  if (isClearedOn(volunteer, from)) return from
  const next = volunteer.clearedDays.map(([first]) => first).filter((first) => first > from)
  return next.length > 0 ? Math.min(...next) : Infinity
}
