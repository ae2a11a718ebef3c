import type { ChildProfile } from './child-profiles.ts'
import { planFacts } from './child-facts.ts'
import type { ParentState, PlannedChild, PlannedConsent, PlannedGuardian, PlannedHousehold, PlannedRecognition, PlanItem } from './plan.ts'
import type { PlannedUnit, GuardianRelation, RiskLevel, Sex } from './plan.ts'
import type { Random } from './random.ts'
import { inventPerson } from './volunteers.ts'
import type { Inventor } from './volunteers.ts'

/** A child with what opening a case needs to know. */
export type KnownChild = {
  planned: PlannedChild
  profile: ChildProfile
  ageDays: number
  risk: RiskLevel
  /** Counted day on which a guardian agreed to the service; undefined when nobody was asked or the answer was no. */
  agreedDay: number | undefined
}

const year = 365.2425

/** One family: household, parents and carers, one or two children with facts, recognition and consents. Returns the children. */
export function* planFamily(inventor: Inventor, unit: PlannedUnit, profile: ChildProfile, wish: { key: string, mostChildren: number }):
  Generator<PlanItem, KnownChild[]> {
  const { random } = inventor
  const ages = planAges(random, profile, wish.mostChildren)
  const household: PlannedHousehold = { kind: 'household', key: wish.key, unitKey: unit.key, address: planAddress(random, unit) }
  yield household
  const guardians = planGuardians(inventor, household, profile, ages[0] ?? 0)
  yield* guardians
  const carer = guardians.find(({ isActualGuardian }) => isActualGuardian) ?? guardians[0]
  const father = guardians.find(({ relation }) => relation === 'father')
  const children: KnownChild[] = []
  for (const [index, ageDays] of ages.entries()) {
    const key = `${wish.key}c${index + 1}`
    const child = planChild(inventor, { key, household, ageDays, profile, surname: surnameOfFather(father) })
    const facts = [...planFacts(inventor, { child, profile, ageDays })]
    const isUnregistered = facts.some((fact) => fact.fact === 'hukou' && fact.value === 'unregistered')
    const planned = isUnregistered ? { ...child, idNumber: null } : child
    yield planned
    yield* facts
    const recognition = planRecognition(inventor, planned, profile, ageDays)
    if (recognition) yield recognition
    const agreed = -Math.min(random.whole(30, 900), Math.max(2, ageDays - 5))
    const consents = carer ? planConsents(inventor, planned, carer, agreed) : []
    yield* consents
    const hasAgreed = consents.some((it) => it.purpose === 'service' && it.answer === 'given' && it.withdrawnOn === null)
    const risk = random.weighted(profile.risk as Record<RiskLevel, number>)
    children.push({ planned, profile, ageDays, risk, agreedDay: hasAgreed ? agreed : undefined })
  }
  return children
}

/** Ages in days, the eldest first; siblings are one to five years younger and still within the ages of the profile. */
function planAges(random: Random, { ages: [youngest, oldest] }: ChildProfile, mostChildren: number): number[] {
  const least = Math.max(20, Math.ceil(youngest * year) + 2)
  const eldest = random.whole(least, Math.floor((oldest + 1) * year) - 2)
  const sibling = eldest - random.whole(400, 1800)
  return mostChildren > 1 && sibling >= least && random.chance(0.3) ? [eldest, sibling] : [eldest]
}

function planAddress(random: Random, { name }: PlannedUnit): string {
  if (/社区|居委会|居民委员会/.test(name)) return `${random.whole(1, 28)}栋${random.whole(1, 4)}单元${random.whole(1, 6)}0${random.whole(1, 4)}号`
  return `${random.whole(1, 12)}组${random.whole(1, 60)}号`
}

const surnameOfFather = (father: PlannedGuardian | undefined) => {
  const name = father?.name
  return name && (/^(欧阳|司马|上官)./.exec(name)?.[1] ?? name.charAt(0))
}

/** Parents are always listed, the carer beside them when it is none of them. */
function planGuardians(inventor: Inventor, household: PlannedHousehold, profile: ChildProfile, childAgeDays: number): PlannedGuardian[] {
  const { random } = inventor
  const carer = random.weighted(profile.carers as Record<GuardianRelation, number>)
  const motherAge = childAgeDays + Math.floor(year * (20 + random.next() * 14))
  const fatherAge = motherAge + Math.floor(year * (random.next() * 6 - 1))
  const father = planGuardian(inventor, household, { relation: 'father', ageDays: fatherAge, carer, state: profile.father })
  const mother = planGuardian(inventor, household, { relation: 'mother', ageDays: motherAge, carer, state: profile.mother })
  if (carer === 'father' || carer === 'mother') return [father, mother]
  const isElder = carer === 'grandfather' || carer === 'grandmother' || carer === 'maternal-grandmother'
  const ageDays = fatherAge + Math.floor(year * (isElder ? 21 + random.next() * 5 : random.next() * 10 - 5))
  return [father, mother, planGuardian(inventor, household, { relation: carer, ageDays, carer, state: 'at-home' })]
}

type GuardianSketch = { relation: GuardianRelation, ageDays: number, carer: GuardianRelation, state: ParentState }

const maleRelations: ReadonlySet<GuardianRelation> = new Set<GuardianRelation>(['father', 'grandfather', 'uncle'])
const unreachable: ReadonlySet<ParentState> = new Set<ParentState>(
  ['dead', 'declared-missing', 'out-of-contact', 'in-prison', 'in-compulsory-detox', 'deported'],
)
const workplaces = ['广东务工', '浙江务工', '成都务工', '重庆务工', '江苏务工', '福建务工', '省外建筑工地', '外地工厂']

function planGuardian(inventor: Inventor, household: PlannedHousehold, sketch: GuardianSketch): PlannedGuardian {
  const { relation, ageDays, carer, state } = sketch
  const { random } = inventor
  const sex: Sex = maleRelations.has(relation) ? 'male' : 'female'
  const person = inventPerson(inventor, { ageDays, sex, hasPhone: !unreachable.has(state) && !random.chance(0.03) })
  const workplace = relation === 'institution' ? '儿童福利院' : state === 'working-away' ? random.pick(workplaces) : null
  const key = `${household.key}/${relation}`
  return { kind: 'guardian', key, householdKey: household.key, ...person, relation, isActualGuardian: relation === carer, workplace }
}

type ChildSketch = { key: string, household: PlannedHousehold, ageDays: number, profile: ChildProfile, surname: string | undefined }

function planChild(inventor: Inventor, { key, household, ageDays, profile, surname }: ChildSketch): PlannedChild {
  const { random } = inventor
  const sex: Sex = random.chance(0.53) ? 'male' : 'female'
  const wish = { ageDays, sex, hasPhone: ageDays > 13 * year && random.chance(0.3) }
  const person = inventPerson(inventor, surname === undefined ? wish : { ...wish, surname })
  const ethnicGroup = random.weighted({ 汉族: 960, 回族: 12, 羌族: 8, 彝族: 8, 苗族: 6, 土家族: 6 })
  return { kind: 'child', key, householdKey: household.key, unitKey: household.unitKey, ...person, ethnicGroup, profile: profile.name }
}

/** Civil affairs knows most, not all, and keeps a few that the facts no longer bear out. */
function planRecognition({ random, day }: Inventor, child: PlannedChild, profile: ChildProfile, ageDays: number):
  PlannedRecognition | undefined {
  const fitting = categoryOf(profile)
  const category = random.chance(0.03) ? 'hardship' : fitting
  if (category === undefined || random.chance(0.12)) return undefined
  const recognised = -Math.min(ageDays - 5, random.whole(15, 900))
  const ended = random.chance(0.03) ? Math.min(-1, recognised + random.whole(30, 300)) : null
  const endedOn = ended === null ? null : day(ended)
  return { kind: 'recognition', key: `${child.key}/recognition`, childKey: child.key, category, recognisedOn: day(recognised), endedOn }
}

function categoryOf(profile: ChildProfile): PlannedRecognition['category'] | undefined {
  if (profile.name.startsWith('orphan')) return 'orphan'
  if (profile.name.startsWith('unattended')) return 'de-facto-unattended'
  if (profile.name.startsWith('left-behind') || profile.name === 'one dead, the other away') return 'left-behind'
  if (profile.isElsewhere) return 'migrant'
  if (profile.name.startsWith('destitute')) return 'destitute'
  if (profile.condition === 'hiv-infected') return 'hiv-infected'
  if (profile.condition === 'disabled' || profile.condition === 'severely-ill') return 'severe-illness-or-disability'
  return profile.name === 'in no difficulty' || profile.name === 'one parent away' ? undefined : 'hardship'
}

function planConsents({ random, day }: Inventor, child: PlannedChild, carer: PlannedGuardian, asked: number): PlannedConsent[] {
  if (random.chance(0.03)) return []
  const consent = (purpose: PlannedConsent['purpose'], isGiven: boolean, withdrawn: boolean): PlannedConsent => ({
    kind: 'consent', key: `${child.key}/consent-${purpose}`, childKey: child.key, guardianKey: carer.key, purpose,
    answer: isGiven ? 'given' : 'refused',
    decidedOn: day(asked),
    withdrawnOn: isGiven && withdrawn ? day(Math.min(-1, asked + random.whole(1, 200))) : null,
  })
  const service = consent('service', !random.chance(0.02), random.chance(0.005))
  return random.chance(0.3) ? [service, consent('publication', random.chance(0.6), random.chance(0.05))] : [service]
}
