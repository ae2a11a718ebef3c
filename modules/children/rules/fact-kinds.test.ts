import { describe, expect, it } from 'vitest'
import { factKinds } from '../contract.ts'
import { factRules, findFactProblem, isSensitiveKind } from './fact-kinds.ts'

describe('a fact', () => {
  it('is about somebody whom its kind may be about', () => {
    expect(findFactProblem({ subject: 'father', kind: 'life', value: 'deceased' })).toBeUndefined()
    expect(findFactProblem({ subject: 'child', kind: 'life', value: 'deceased' })?.field).toBe('subject')
    expect(findFactProblem({ subject: 'father', kind: 'schooling', value: 'primary' })?.field).toBe('subject')
    expect(findFactProblem({ subject: 'guardian', kind: 'ability', value: 'none' })).toBeUndefined()
  })

  it('says one of the things its kind may say, and nothing that every record has', () => {
    expect(findFactProblem({ subject: 'father', kind: 'life', value: 'alive' })?.field).toBe('value')
    expect(findFactProblem({ subject: 'father', kind: 'life', value: 'toString' })?.field).toBe('value')
  })

  it('of health, harm and conduct is opened only with an approval of health', () => {
    expect(factKinds.filter(isSensitiveKind).toSorted()).toEqual(['conduct', 'disability', 'harm', 'illness'])
  })

  it('may be about somebody and say something, whatever its kind', () => {
    for (const kind of factKinds) {
      expect(factRules[kind].subjects.length, kind).toBeGreaterThan(0)
      expect(Object.keys(factRules[kind].values).length, kind).toBeGreaterThan(0)
    }
  })
})
