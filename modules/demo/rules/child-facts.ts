import type { ChildProfile } from './child-profiles.ts'
import type { ChildCondition, ParentState, PlannedChild, PlannedFact, Schooling } from './plan.ts'
import type { Random } from './random.ts'
import type { Inventor } from './volunteers.ts'

type FactSketch = Pick<PlannedFact, 'fact' | 'about' | 'value' | 'since'>
  & Partial<Pick<PlannedFact, 'grade' | 'detail' | 'until' | 'paper'>>
type Wish = { child: PlannedChild, profile: ChildProfile, ageDays: number }

const year = 365.2425

const papers: Partial<Record<ParentState, string>> = {
  dead: '死亡证明', 'declared-missing': '宣告失踪判决书', 'out-of-contact': '公安机关查找证明', 'in-prison': '刑事判决书',
  'in-compulsory-detox': '强制隔离戒毒决定书', 'liberty-restricted': '强制措施决定书', 'severely-disabled': '残疾人证',
  'severely-ill': '诊断证明', 'custody-revoked': '撤销监护人资格判决书', deported: '遣送出境决定书',
}
const disabilities = ['肢体', '智力', '精神', '听力', '言语', '视力', '多重']
const illnesses = ['先天性心脏病', '白血病', '尿毒症', '地中海贫血', '癫痫', '脑肿瘤']
const conditionDetails = {
  'injured-by-accident': ['交通事故后康复', '烫伤后康复', '坠落受伤'],
  'in-temporary-hardship': ['家中遭遇火灾', '家人突发重病', '住房因暴雨受损'],
  delinquent: ['不良行为', '严重不良行为', '社区矫正'],
} as const

/** The dated facts of one child, each with a key of its own. */
export function* planFacts(inventor: Inventor, wish: Wish): Generator<PlannedFact> {
  const { random, day } = inventor
  let number = 0
  for (const sketch of sketchFacts(inventor, wish)) {
    number += 1
    const recorded = day(-random.whole(2, 360))
    yield {
      kind: 'fact', key: `${wish.child.key}/fact-${number}`, childKey: wish.child.key,
      grade: null, detail: null, until: null, paper: null,
      recordedOn: recorded < sketch.since ? sketch.since : recorded,
      ...sketch,
    } as PlannedFact
  }
}

function* sketchFacts(inventor: Inventor, wish: Wish): Generator<FactSketch> {
  const { random, day } = inventor
  const { profile, ageDays } = wish
  const since = (earliest: number, latest: number) => day(-Math.min(ageDays, random.whole(latest, earliest)))
  yield* sketchParent(inventor, wish, 'father')
  yield* sketchParent(inventor, wish, 'mother')
  const economy = random.weighted(profile.economy as Record<'ordinary', number>)
  yield { fact: 'household-economy', about: 'household', value: economy, since: since(1200, 30) }
  yield { fact: 'hukou', about: 'child', value: pickHukou(random, wish), since: day(-ageDays) }
  yield { fact: 'schooling', about: 'child', value: profile.schooling ?? pickSchooling(random, ageDays), since: since(800, 82) }
  yield { fact: 'guardianship', about: 'child', value: pickGuardianship(random, profile), since: since(700, 20) }
  if (profile.isElsewhere) {
    const isRecent = random.chance(0.05)
    yield { fact: 'residence', about: 'child', value: 'elsewhere', since: isRecent ? since(170, 20) : since(2000, 190), detail: '户籍在外县' }
  } else {
    yield { fact: 'residence', about: 'child', value: 'hukou-place', since: day(-ageDays) }
  }
  if (profile.condition) yield sketchCondition(inventor, wish, profile.condition)
  else if (random.chance(0.025)) yield { ...disability(random, 3), since: since(1500, 40) }
}

const lastingHalfYear: ReadonlySet<ParentState> = new Set<ParentState>(
  ['out-of-contact', 'in-prison', 'in-compulsory-detox', 'liberty-restricted'],
)

/** The state of one parent, and for some the time at home before it. Few of the states that count after six months are younger. */
function* sketchParent({ random, day }: Inventor, { profile, ageDays }: Wish, parent: 'father' | 'mother'): Generator<FactSketch> {
  const state = profile[parent]
  if (state === 'at-home') {
    yield { fact: 'parent-state', about: parent, value: state, since: day(-ageDays) }
    return
  }
  const isRecent = lastingHalfYear.has(state) && random.chance(0.06)
  const began = -Math.min(ageDays, isRecent ? random.whole(20, 170) : random.whole(190, 2200))
  if (began > -ageDays && random.chance(0.3)) {
    yield { fact: 'parent-state', about: parent, value: 'at-home', since: day(-ageDays), until: day(began - 1) }
  }
  const shown = papers[state]
  const paper = shown !== undefined && !random.chance(0.08) ? shown : null
  yield { fact: 'parent-state', about: parent, value: state, since: day(began), paper, ...detailOf(random, state) }
}

function detailOf(random: Random, state: ParentState): Pick<FactSketch, 'grade' | 'detail'> {
  if (state === 'severely-ill') return { detail: random.pick(illnesses) }
  if (state !== 'severely-disabled') return {}
  // Grades 3 and 4 count as severe for mental and intellectual disability only.
  if (random.chance(0.25)) return { grade: random.chance(0.7) ? 3 : 4, detail: random.pick(['精神', '智力']) }
  return { grade: random.chance(0.4) ? 1 : 2, detail: random.pick(disabilities) }
}

function disability(random: Random, gradeFrom: 1 | 3): FactSketch {
  const grade = gradeFrom === 1 ? (random.chance(0.4) ? 1 : 2) : (random.chance(0.5) ? 3 : 4)
  return { fact: 'condition', about: 'child', value: 'disabled', since: '', grade, detail: random.pick(disabilities), paper: '残疾人证' }
}

function sketchCondition({ random, day }: Inventor, { profile, ageDays }: Wish, condition: ChildCondition): FactSketch {
  const longAgo = condition === 'in-temporary-hardship' || condition === 'delinquent' ? 400 : 1400
  const since = day(-Math.min(ageDays, random.whole(15, longAgo)))
  if (condition === 'disabled') return { ...disability(random, random.chance(0.8) ? 1 : 3), since }
  const sketch: FactSketch = { fact: 'condition', about: 'child', value: condition, since }
  if (condition === 'severely-ill') return { ...sketch, detail: random.pick(illnesses), paper: '诊断证明' }
  const details = condition in conditionDetails ? conditionDetails[condition as keyof typeof conditionDetails] : undefined
  if (details) return { ...sketch, detail: random.pick<string>(details) }
  return profile.risk.high === 1 ? { ...sketch, paper: '公安机关告知书' } : sketch
}

function pickHukou(random: Random, { profile, ageDays }: Wish): 'rural' | 'urban' | 'unregistered' {
  if (ageDays < 6 * year && random.chance(0.012)) return 'unregistered'
  return random.chance(profile.name.startsWith('left-behind') ? 0.93 : 0.74) ? 'rural' : 'urban'
}

function pickSchooling(random: Random, ageDays: number): Schooling {
  const age = ageDays / year
  if (age < 3) return 'not-yet'
  if (age < 6) return random.chance(0.88) ? 'kindergarten' : 'not-yet'
  if (age < 12) return 'primary'
  if (age < 15) return 'junior'
  if (age < 16) return random.chance(0.6) ? 'senior' : 'vocational'
  return random.weighted({ senior: 56, vocational: 41, 'neither-school-nor-work': 3 })
}

function pickGuardianship(random: Random, { risk }: ChildProfile): 'good' | 'fair' | 'poor' | 'none' {
  if (risk.high !== undefined && risk.high >= 1) return random.weighted({ fair: 4, poor: 5, none: 1 })
  return risk.none === undefined ? random.weighted({ good: 2, fair: 6, poor: 2 }) : random.weighted({ good: 7, fair: 3 })
}
