import type { DayCounter } from './day-counter.ts'
import type { IdentityIssuer } from './invented-identity.ts'
import { inventName } from './invented-name.ts'
import type { PlannedClearance, PlannedPerson, PlannedUnit, PlannedVolunteer, Sex, VolunteerCategory } from './plan.ts'
import type { Random } from './random.ts'

/** What a person of the plan is made with: chance, days, and numbers that belong to nobody. */
export type Inventor = { random: Random, day: DayCounter, issuer: IdentityIssuer }

/** A volunteer with what pairing needs to know in counted days. */
export type KnownVolunteer = {
  planned: PlannedVolunteer
  /** Days on which the clearance counts, as [first, last]. */
  clearedDays: [number, number][]
  /** Pairings so far, ended ones included, so that capacity is kept on every day of the past too. */
  load: number
}

const categoryShares: Record<VolunteerCategory, number> = { cadre: 46, teacher: 27, soldier: 12, expert: 8, 'model-worker': 7 }
const categories = Object.keys(categoryShares) as VolunteerCategory[]

const formerWorks: Record<VolunteerCategory, readonly string[]> = {
  cadre: ['原村党支部书记', '原乡镇干部', '原县级机关科室负责人', '原社区主任', '原供销社干部', '原街道工作人员'],
  teacher: ['退休小学教师', '退休中学教师', '退休小学校长', '退休幼儿园园长', '退休职业学校教师'],
  soldier: ['退役军人', '原武装部干部', '退役边防军人', '原民兵连长'],
  expert: ['退休农艺师', '退休医生', '退休工程师', '退休兽医师', '退休法官', '退休会计师'],
  'model-worker': ['劳动模范', '原企业生产能手', '原种粮大户', '原道班养路工'],
}

const skills = [
  '讲故事', '书法', '国画', '剪纸', '二胡', '种植技术', '养殖技术', '法律知识', '心理疏导', '家庭教育', '课业辅导', '红色历史讲解', '摄影',
  '木工', '卫生保健', '乒乓球', '象棋', '编织', '电工', '朗诵',
]

/** The ten service roles (十大员), domain.md §3. */
export const serviceRoles = [
  '思政巡讲报告员', '红色教育宣传员', '文明新风引导员', '普法维权帮教员', '家教家风传播员',
  '乡村振兴指导员', '社会治理网格员', '科技文化辅导员', '助学帮困协调员', '健康教育咨询员',
] as const

const healthLimits = ['不宜走远路', '不宜爬楼', '听力下降', '视力下降', '血压高，需按时服药', '不宜夜间外出', '腰腿不便', '需定期复诊']

const educations: Record<PlannedVolunteer['education'], number> = {
  primary: 14, junior: 30, senior: 28, college: 18, bachelor: 9, master: 1,
}

/** A year of a clearance, in days: it counts on the day of the check and the 364 after it. */
const clearanceDays = 364

/** A volunteer of 58 to 82; `others` are the ones already planned in the same town. */
export function planVolunteer(inventor: Inventor, unit: PlannedUnit, key: string, others: KnownVolunteer[]): KnownVolunteer {
  const { random, day } = inventor
  const sex = random.chance(0.62) ? 'male' : 'female'
  const person = inventPerson(inventor, { ageDays: elderAgeDays(random), sex, hasPhone: !random.chance(0.04) })
  const ofCategories = pickCategories(random)
  const joined = joinedDay(random)
  const introducer = others.length > 0 && random.chance(0.25) ? random.pick(others).planned : undefined
  const introducedBy = introducer && introducer.joinedOn < day(joined) ? introducer.key : null
  const status = random.weighted({ active: 91, resting: 6, left: 3 })
  const cleared = status === 'left' ? [] : planClearances(random, joined)
  const planned: PlannedVolunteer = {
    kind: 'volunteer', key, unitKey: unit.key, ...person,
    categories: ofCategories,
    isPartyMember: random.chance(ofCategories.includes('cadre') || ofCategories.includes('soldier') ? 0.86 : 0.4),
    education: random.weighted(educations),
    formerWork: random.pick(formerWorks[ofCategories[0] ?? 'cadre']),
    skills: random.some(skills, random.whole(1, 3)),
    serviceRoles: random.some(serviceRoles, random.weighted({ '0': 1, '1': 6, '2': 3 }) === '0' ? 0 : random.whole(1, 2)),
    healthLimits: random.chance(0.3) ? random.some(healthLimits, random.whole(1, 2)) : [],
    capacity: status === 'active' && !random.chance(0.12) ? random.whole(1, 4) : 0,
    joinedOn: day(joined),
    joinedBy: introducedBy === null ? (random.chance(0.75) ? 'organised' : 'inspired') : 'introduced',
    introducedByKey: introducedBy,
    status,
    statusSince: status === 'active' ? null : day(Math.max(joined + 1, -random.whole(10, 400))),
    hasSmartphone: person.phone !== null && random.chance(0.68),
    clearances: cleared.map(([from, until]) => ({ checkedOn: day(from), validUntil: day(until), result: 'passed' })),
    insurance: random.chance(0.83) ? planInsurance(random, day) : null,
  }
  const refused = cleared.length > 0 && random.chance(0.01)
  if (refused) return { planned: { ...planned, capacity: 0, clearances: [refusal(random, day)] }, clearedDays: [], load: 0 }
  return { planned, clearedDays: cleared, load: 0 }
}

/** Whether the volunteer's clearance counts on the counted day. */
export const isClearedOn = (volunteer: KnownVolunteer, offset: number) =>
  volunteer.clearedDays.some(([from, until]) => from <= offset && offset <= until)

type PersonWish = { ageDays: number, sex: Sex, hasPhone: boolean, surname?: string }

/** Name, sex, birthday, identity number and telephone of an invented person. */
export function inventPerson({ random, day, issuer }: Inventor, { ageDays, sex, hasPhone, surname }: PersonWish): PlannedPerson {
  const birthOn = day(-ageDays)
  const wish = { sex, birthYear: Number(birthOn.slice(0, 4)) }
  return {
    name: inventName(random, surname === undefined ? wish : { ...wish, surname }),
    sex, birthOn,
    idNumber: issuer.idNumber(birthOn, sex),
    phone: hasPhone ? issuer.phone() : null,
  }
}

/** Between the 58th and the day before the 83rd birthday, most between 62 and 72. */
function elderAgeDays(random: Random): number {
  const share = (random.next() + random.next() * random.next()) / 2
  return Math.floor(365.2425 * 58.01 + share * 365.2425 * 24.97)
}

/** One category, a second for one in four, a third for few. */
function pickCategories(random: Random): VolunteerCategory[] {
  const first = random.weighted(categoryShares)
  const further = random.chance(0.25) ? random.some(categories.filter((it) => it !== first), random.chance(0.15) ? 2 : 1) : []
  return [first, ...further]
}

/** Most serve for years; one in eight joined within the last year. */
const joinedDay = (random: Random) => (random.chance(0.12) ? -random.whole(15, 365) : -random.whole(366, 12 * 365))

/** The last two yearly checks: without a gap for most, run out within the last month for few, still pending for new ones. */
function planClearances(random: Random, joined: number): [number, number][] {
  if (random.chance(joined > -60 ? 0.5 : 0.015)) return []
  if (joined > -clearanceDays) {
    const checked = Math.min(-1, joined + random.whole(1, 10))
    return [[checked, checked + clearanceDays]]
  }
  const isRunOut = random.chance(0.05)
  const latest = isRunOut ? -clearanceDays - random.whole(1, 30) : -random.whole(3, 350)
  const before = latest - random.whole(340, clearanceDays)
  const checks = before > joined ? [before, latest] : [latest]
  return checks.map((checked) => [checked, checked + clearanceDays])
}

function refusal(random: Random, day: DayCounter): PlannedClearance {
  const checked = -random.whole(5, 200)
  return { checkedOn: day(checked), validUntil: day(checked + clearanceDays), result: 'refused' }
}

function planInsurance(random: Random, day: DayCounter) {
  const from = -random.whole(0, 350)
  return { from: day(from), until: day(from + 364) }
}
