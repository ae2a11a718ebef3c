import { describe, expect, it } from 'vitest'
import { newComments, shownOf } from './comments.ts'

const comments = [{ id: 'new' }, { id: 'today' }, { id: 'before' }]
const startOfDay = 1000
const shownAt = { today: 1000, before: 999, gone: 500 }

describe('what the office said', () => {
  it('stands on the first screen until the end of the day on which it was first seen', () => {
    expect(newComments(comments, shownAt, startOfDay).map(({ id }) => id)).toEqual(['new', 'today'])
    expect(newComments(comments, shownAt, 2000).map(({ id }) => id)).toEqual(['new'])
  })

  it('is remembered as seen for as long as it is kept', () => {
    expect(shownOf(comments, shownAt)).toEqual({ today: 1000, before: 999 })
  })
})
