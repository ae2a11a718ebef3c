import { expect, it } from 'vitest'
import { findBoardWarnings, hasVote, isInOffice } from '#modules/duties/rules/board.ts'
import { plannedBoard, plannedMeetingOn, plannedResolutions } from './duties.ts'

it.each(['2026-01-02', '2026-03-16', '2028-02-29'])('the board of the demo on %s holds all the law asks, but for one term that ran out', (today) => {
  const terms = plannedBoard(today).map((member) => ({ ...member, endedOn: null, isPaid: false }))
  expect(findBoardWarnings(terms, today)).toEqual([{ code: 'expired', names: ['吕思源'] }])
})
it('every member at the meeting was in office and voted', () => {
  const present = plannedBoard('2026-03-16').filter(({ isPresent }) => isPresent)
  expect(present.every((member) => isInOffice({ ...member, endedOn: null }, plannedMeetingOn('2026-03-16')))).toBe(true)
  for (const { votes } of plannedResolutions) expect(votes).toHaveLength(present.filter(({ role }) => hasVote(role)).length)
})
