import { expect, it } from 'vitest'
import { factKinds, factSubjects, type Fact } from '../../contract.ts'
import { factRules } from '../../rules/fact-kinds.ts'
import { nameWords } from './name-words.ts'

const fact = (more: Partial<Fact>): Fact => ({
  id: 'fact', subject: 'father', kind: 'life', value: 'deceased', fromOn: '2020-01-10', untilOn: null, evidence: 'certificate', ...more })
const derived = { reasons: ['父亲：死亡（2020年1月10日起）'], factIds: ['fact'] }

it('why a type holds reads in the language of the page', () => {
  expect(nameWords['zh-CN'].reasonsOf(derived, [fact({})])).toEqual(['父亲：死亡（2020年1月10日起）'])
  expect(nameWords.en.reasonsOf(derived, [fact({ id: 'other' }), fact({})])).toEqual(['father: deceased (since 2020-01-10)'])
  expect(nameWords.en.reasonsOf(derived, [fact({ untilOn: '2021-01-09' })])).toEqual(['father: deceased (2020-01-10 to 2021-01-09)'])
})

it('no reason is left in Chinese on an English page, and what may not be read is not said', () => {
  for (const kind of factKinds) for (const subject of factSubjects) for (const value of Object.keys(factRules[kind].values)) {
    const [said = ''] = nameWords.en.reasonsOf(derived, [fact({ kind, subject, value })])
    expect(said).toMatch(/^[^\p{Script=Han}]+$/u)
    expect(nameWords.en.reasonsOf(derived, [fact({ kind, subject, value: null })]).join()).not.toContain(value)
  }
})
