import type { NewChild } from '#modules/children/contract.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { ParentState, PlannedFact } from '../rules/plan.ts'

type ChildFact = NewChild['facts'][number]
type Code = Pick<ChildFact, 'subject' | 'kind' | 'value'>
/** A fact as the register keeps it, with the day on which it was entered. */
export type EnteredFact = ChildFact & { recordedOn: LocalDate }

const parentCodes: Partial<Record<ParentState, Pick<Code, 'kind' | 'value'>>> = {
  'working-away': { kind: 'work', value: 'away' }, dead: { kind: 'life', value: 'deceased' },
  'declared-missing': { kind: 'life', value: 'declared-missing' },
  'out-of-contact': { kind: 'contact', value: 'lost' }, 'in-prison': { kind: 'custody', value: 'imprisoned' },
  'in-compulsory-detox': { kind: 'custody', value: 'detox' }, 'liberty-restricted': { kind: 'custody', value: 'restricted' },
  'severely-ill': { kind: 'illness', value: 'severe' },
  'custody-revoked': { kind: 'rights', value: 'revoked' }, deported: { kind: 'rights', value: 'deported' },
}
const economies: Readonly<Record<string, string>> = {
  'subsistence-allowance': 'subsistence-allowance',
  'near-subsistence': 'low-income', 'poverty-watch': 'high-expenditure', 'destitute-support': 'extreme-poverty',
}
const conditions: Readonly<Record<string, Code>> = {
  'severely-ill': { subject: 'child', kind: 'illness', value: 'severe' }, 'hiv-infected': { subject: 'child', kind: 'illness', value: 'hiv' },
  abused: { subject: 'child', kind: 'harm', value: 'abuse' }, neglected: { subject: 'child', kind: 'guardianship', value: 'improper' },
  abandoned: { subject: 'child', kind: 'harm', value: 'abandonment' }, 'injured-by-accident': { subject: 'child', kind: 'harm', value: 'accident' },
  'harmed-by-crime': { subject: 'child', kind: 'harm', value: 'violation' },
  'rescued-from-trafficking': { subject: 'child', kind: 'harm', value: 'trafficked' },
  'in-temporary-hardship': { subject: 'household', kind: 'economy', value: 'sudden' },
}
const conducts: Readonly<Record<string, string>> = { 不良行为: 'misconduct', 严重不良行为: 'serious-misconduct', 社区矫正: 'offence' }

/** The facts of a child in the register's own codes. What is as it should be (a parent at home, an ordinary purse) is no fact there. */
export function enteredFactsOf(planned: readonly PlannedFact[]): EnteredFact[] {
  const isNeglected = planned.some((fact) => fact.fact === 'condition' && fact.value === 'neglected')
  const entered = planned.flatMap((fact) => {
    const code = fact.fact === 'guardianship' && isNeglected ? undefined : codeOf(fact)
    return code === undefined ? [] : [enter(fact, code)]
  })
  return [...entered, ...livingApart(planned)]
}

function enter(fact: PlannedFact, code: Code): EnteredFact {
  return { ...code, fromOn: fact.since, untilOn: fact.until ?? undefined, evidence: evidenceOf(fact), recordedOn: fact.recordedOn }
}

function codeOf(planned: PlannedFact): Code | undefined {
  switch (planned.fact) {
    case 'parent-state': return parentCodeOf(planned)
    case 'household-economy': return economyOf(economies[planned.value])
    case 'schooling': return schoolingOf(planned.value)
    case 'hukou': return { subject: 'child', kind: 'registration', value: planned.value === 'unregistered' ? 'none' : planned.value }
    case 'residence': return { subject: 'child', kind: 'residence', value: planned.value === 'elsewhere' ? 'away-with-guardian' : 'home' }
    case 'guardianship': return { subject: 'child', kind: 'guardianship', value: planned.value === 'none' ? 'missing' : planned.value }
    case 'condition': return conditionOf(planned)
  }
}

function parentCodeOf(planned: PlannedFact & { fact: 'parent-state' }): Code | undefined {
  if (planned.value === 'severely-disabled') return { subject: planned.about, kind: 'disability', value: gradeOf(planned) }
  const code = parentCodes[planned.value]
  return code === undefined ? undefined : { subject: planned.about, ...code }
}

const economyOf = (value: string | undefined): Code | undefined =>
  (value === undefined ? undefined : { subject: 'household', kind: 'economy', value })

function schoolingOf(value: string): Code | undefined {
  if (value === 'not-yet') return undefined
  if (value === 'neither-school-nor-work') return { subject: 'child', kind: 'employment', value: 'unemployed' }
  return { subject: 'child', kind: 'schooling', value }
}

function conditionOf(planned: PlannedFact): Code | undefined {
  if (planned.value === 'disabled') return { subject: 'child', kind: 'disability', value: gradeOf(planned) }
  if (planned.value === 'delinquent') return { subject: 'child', kind: 'conduct', value: conducts[planned.detail ?? ''] ?? 'misconduct' }
  return conditions[planned.value]
}

const gradeOf = ({ grade, detail }: PlannedFact) =>
  `grade-${grade ?? 2}${(grade === 3 || grade === 4) && (detail === '精神' || detail === '智力') ? '-mental' : ''}`

/** Whoever has a parent away and none at home cannot live with the parents. */
function livingApart(planned: readonly PlannedFact[]): EnteredFact[] {
  const parents = planned.filter((fact) => fact.fact === 'parent-state' && fact.until === null)
  const isApart = parents.some((fact) => fact.value === 'working-away') && parents.every((fact) => fact.value !== 'at-home')
  const last = parents.toSorted((one, other) => (one.since < other.since ? -1 : 1)).at(-1)
  return isApart && last !== undefined
    ? [{ subject: 'child', kind: 'living', value: 'apart', fromOn: last.since, evidence: 'visit', recordedOn: last.recordedOn }] : []
}

function evidenceOf({ fact, paper }: PlannedFact): ChildFact['evidence'] {
  if (paper !== null) return /判决/.test(paper) ? 'court' : paper === '诊断证明' ? 'hospital' : 'certificate'
  if (fact === 'household-economy') return 'civil-affairs'
  return fact === 'schooling' ? 'school' : fact === 'parent-state' ? 'statement' : 'visit'
}

/** What a note on health would say; nothing for a child in good health. */
export function healthNoteOf(planned: readonly PlannedFact[]): string | undefined {
  const notes = planned.flatMap(({ fact, value, detail, grade }) => {
    if (fact !== 'condition' || detail === null) return []
    if (value === 'disabled') return [`${detail}残疾，${'一二三四'.charAt((grade ?? 2) - 1)}级。`]
    return value === 'severely-ill' ? [`${detail}，按时服药、定期复诊。`] : []
  })
  return notes.length === 0 ? undefined : notes.join('')
}
