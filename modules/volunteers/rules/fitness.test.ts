import { describe, expect, it } from 'vitest'
import { findHealthConcerns, isFitFor } from './fitness.ts'

describe('fitness for a task', () => {
  it('names what speaks against it and excludes nobody', () => {
    expect(findHealthConcerns(['不宜爬楼', '听力下降'], 'home-visit')).toEqual(['不宜爬楼'])
    expect(isFitFor(['不宜爬楼'], 'phone-call')).toBe(true)
  })

  it('shows a limit in other words for every task, because only a person can judge it', () => {
    expect(findHealthConcerns(['对花粉过敏'], 'lecture')).toEqual(['对花粉过敏'])
  })
})
