import type { LocalDate } from '#platform/values/local-date.ts'
import type { ChildType, FactKind, FactSubject } from '../../contract.ts'
import type { Condition, FactTest } from './conditions.ts'

/** One dated version of the rule of one type. */
export type TypeRule = {
  type: ChildType
  version: number
  /** First day on which this version holds. */
  validFrom: LocalDate
  /** Last day; null while it holds. */
  validUntil: LocalDate | null
  /** The document it follows. */
  source: string
  /** The word itself would harm: not shown in lists, not counted by name. */
  isSensitive?: boolean
  when: Condition
}

const fact = (
  about: FactSubject,
  kind: FactKind,
  values: readonly string[],
  lasting: Pick<FactTest, 'months' | 'counted'> = {},
): Condition => ({ fact: { about, kind, values, ...lasting } })
const any = (...parts: Condition[]): Condition => ({ any: parts })
const all = (...parts: Condition[]): Condition => ({ all: parts })
const child = (kind: FactKind, ...values: string[]) => fact('child', kind, values)
const household = (...values: string[]) => fact('household', 'economy', values)
const eitherParent = (test: (parent: FactSubject) => Condition) => any(test('father'), test('mother'))
const bothParents = (test: (parent: FactSubject) => Condition) => all(test('father'), test('mother'))
const oneAndTheOther = (one: (parent: FactSubject) => Condition, other: (parent: FactSubject) => Condition) =>
  any(all(one('father'), other('mother')), all(one('mother'), other('father')))
const under = (years: number): Condition => ({ under: years })
const types = (...codes: ChildType[]): Condition => any(...codes.map((type): Condition => ({ type })))

const severeGrades = ['grade-1', 'grade-2', 'grade-3-mental', 'grade-4-mental']
const isDead = (parent: FactSubject) => fact(parent, 'life', ['deceased', 'declared-dead'])
const isDeadOrMissing = (parent: FactSubject) => fact(parent, 'life', ['deceased', 'declared-dead', 'declared-missing'])
const isSeverelyIll = (parent: FactSubject) => any(fact(parent, 'disability', severeGrades), fact(parent, 'illness', ['severe']))
// Whoever was declared missing has been out of contact for two years at least.
const isUnable = (parent: FactSubject) =>
  any(
    isSeverelyIll(parent),
    fact(parent, 'custody', ['imprisoned', 'detox', 'restricted'], { months: 6, counted: 'term' }),
    fact(parent, 'contact', ['lost'], { months: 6, counted: 'elapsed' }),
    fact(parent, 'life', ['declared-missing']),
  )
const isUnableSince2021 = (parent: FactSubject) => any(isUnable(parent), fact(parent, 'rights', ['revoked', 'deported']))
const isAway = (parent: FactSubject) => fact(parent, 'work', ['away'])
const cannotGuard = (parent: FactSubject) => any(fact(parent, 'ability', ['none']), isSeverelyIll(parent))
const parentsAway = all(child('living', 'apart'), any(bothParents(isAway), oneAndTheOther(isAway, cannotGuard)))
const unsupported = (unable: (parent: FactSubject) => Condition) =>
  all(under(18), any(bothParents(unable), oneAndTheOther(isDeadOrMissing, unable)))

const hardship36 = '国务院关于加强困境儿童保障工作的意见（国发〔2016〕36号）'
const hardshipLocal = '困境儿童分类（深圳市五类）'
const minorsLaw = '未成年人保护法（2024年修正）'
const fiveLosses = '四川省“五失”青少年工作口径'

type Entry = Omit<TypeRule, 'version' | 'validFrom' | 'validUntil'> & Partial<Pick<TypeRule, 'version' | 'validUntil'>>
const since = (validFrom: LocalDate, ...entries: Entry[]): TypeRule[] =>
  entries.map((entry) => ({ version: 1, validFrom, validUntil: null, ...entry }))

/** Every rule, every version. A type's rule never changes in place: a new version begins on a day. */
export const typeRules: readonly TypeRule[] = [
  ...since('2010-11-16', {
    type: 'orphan',
    source: '国务院办公厅关于加强孤儿保障工作的意见（国办发〔2010〕54号）',
    when: all(under(18), any(bothParents(isDead), child('parentage', 'foundling'))),
  }),
  ...since('2020-01-01', {
    type: 'de-facto-unsupported',
    validUntil: '2020-12-31',
    source: '民发〔2019〕62号',
    when: unsupported(isUnable),
  }),
  ...since('2021-01-01', {
    type: 'de-facto-unsupported',
    version: 2,
    source: '民发〔2019〕62号、民发〔2020〕125号',
    when: unsupported(isUnableSince2021),
  }),
  ...since('2016-02-04', {
    type: 'left-behind',
    source: '国发〔2016〕13号、民发〔2016〕42号',
    when: all(under(16), child('registration', 'rural'), parentsAway),
  }),
  ...since(
    '2016-06-13',
    { type: 'extreme-poverty', source: hardship36, when: all(under(16), household('extreme-poverty')) },
    {
      type: 'severe-illness-disability',
      source: hardship36,
      when: all(under(18), any(child('disability', 'grade-1', 'grade-2'), child('illness', 'severe'))),
    },
    { type: 'poor-family', source: hardship36, when: all(under(18), household('subsistence-allowance', 'low-income', 'high-expenditure')) },
    { type: 'hiv-infected', source: '困境儿童分类（内江市五类）', isSensitive: true, when: all(under(18), child('illness', 'hiv')) },
    {
      type: 'guardianship-harm',
      source: hardship36,
      when: all(under(18), child('guardianship', 'missing', 'improper'), child('harm', 'abuse', 'abandonment', 'accident', 'violation')),
    },
    {
      type: 'inmate-child',
      source: hardship36, isSensitive: true,
      when: all(
        under(18),
        eitherParent((parent) => fact(parent, 'custody', ['imprisoned', 'detox'])),
      ),
    },
    { type: 'rescued', source: hardship36, isSensitive: true, when: all(under(18), child('harm', 'trafficked')) },
    { type: 'abused', source: hardship36, isSensitive: true, when: all(under(18), child('harm', 'abuse', 'violation')) },
    {
      type: 'hardship',
      source: hardship36,
      when: any(
        all(under(18), child('disability', ...severeGrades, 'grade-3', 'grade-4')),
        types(
          'orphan',
          'de-facto-unsupported',
          'extreme-poverty',
          'severe-illness-disability',
          'poor-family',
          'guardianship-harm',
          'inmate-child',
          'rescued',
          'abused',
        ),
      ),
    },
    {
      type: 'own-hardship',
      source: hardshipLocal,
      when: any(
        types('severe-illness-disability', 'hiv-infected'),
        all(under(18), child('disability', ...severeGrades, 'grade-3', 'grade-4')),
      ),
    },
    {
      type: 'family-hardship',
      source: hardshipLocal,
      when: types('de-facto-unsupported', 'poor-family', 'extreme-poverty', 'inmate-child'),
    },
    {
      type: 'safety-hardship',
      source: hardshipLocal,
      when: any(types('guardianship-harm', 'rescued', 'abused'), all(under(18), child('guardianship', 'missing'))),
    },
    { type: 'temporary-hardship', source: hardshipLocal, when: all(under(18), household('sudden')) },
  ),
  ...since('2024-01-01', {
    type: 'migrant',
    source: '流动儿童关爱保护行动方案（民发〔2024〕35号）',
    when: all(under(16), fact('child', 'residence', ['away-with-guardian'], { months: 6, counted: 'elapsed' })),
  }),
  ...since(
    '2021-06-01',
    { type: 'left-behind-minor', source: minorsLaw, when: all(under(18), parentsAway) },
    { type: 'minor-in-hardship', source: minorsLaw, when: types('hardship', 'hiv-infected', 'temporary-hardship') },
  ),
  ...since(
    '2010-01-01',
    {
      type: 'lost-conduct',
      source: fiveLosses,
      isSensitive: true,
      when: all(under(18), child('conduct', 'serious-misconduct', 'offence')),
    },
    {
      type: 'lost-supervision',
      source: fiveLosses,
      when: all(under(18), any(child('supervision', 'unattended'), child('guardianship', 'missing'))),
    },
    { type: 'lost-schooling', source: fiveLosses, when: all(under(18), { from: 6 }, child('schooling', 'dropped-out', 'not-enrolled')) },
    { type: 'lost-work', source: fiveLosses, when: all(under(18), { from: 16 }, child('employment', 'unemployed')) },
    { type: 'lost-kin', source: fiveLosses, when: all(under(18), any(eitherParent(isDead), child('parentage', 'foundling'))) },
  ),
]

const sensitive = new Set(typeRules.filter((rule) => rule.isSensitive === true).map((rule) => rule.type))

/** Whether the word itself would harm: such a type stays off lists and labels. */
export const isSensitiveType = (type: ChildType): boolean => sensitive.has(type)
