import { describe, expect, it } from 'vitest'
import { findEscalation } from './escalation.ts'

const vain = (id: string) => ({ id, outcome: 'attempted' as const })
const made = { id: 'made', outcome: 'made' as const }

describe('visits in vain', () => {
  it('are told of from the second in a row on', () => {
    expect(findEscalation([])).toBeUndefined()
    expect(findEscalation([vain('one')])).toBeUndefined()
    expect(findEscalation([vain('two'), vain('one')])).toBe('two')
  })

  it('are told of once: a third belongs to the same row', () => {
    expect(findEscalation([vain('three'), vain('two'), vain('one')])).toBe('two')
  })

  it('begin anew after a visit that was made', () => {
    expect(findEscalation([vain('three'), made, vain('two'), vain('one')])).toBeUndefined()
    expect(findEscalation([vain('four'), vain('three'), made, vain('two'), vain('one')])).toBe('four')
  })
})
