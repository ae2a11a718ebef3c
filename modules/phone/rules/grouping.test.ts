import { describe, expect, it } from 'vitest'
import type { DayCase } from '../contract.ts'
import { groupOf, inDayOrder } from './grouping.ts'

const today = '2026-03-16'

describe('the order of a day', () => {
  it('tells today, overdue, tomorrow and what nobody has to do now apart; what is promised counts before what is due', () => {
    expect(groupOf({ plannedOn: null, dueOn: today }, today)).toBe('today')
    expect(groupOf({ plannedOn: null, dueOn: '2026-03-10' }, today)).toBe('overdue')
    expect(groupOf({ plannedOn: null, dueOn: '2026-03-17' }, today)).toBe('tomorrow')
    expect(groupOf({ plannedOn: today, dueOn: '2026-03-01' }, today)).toBe('today')
    expect(groupOf({ plannedOn: '2026-03-14', dueOn: '2026-03-20' }, today)).toBe('overdue')
    expect(groupOf({ plannedOn: null, dueOn: null }, today)).toBe('other')
    expect(groupOf({ plannedOn: null, dueOn: '2026-03-18' }, today)).toBe('other')
    expect(groupOf({ plannedOn: '2026-03-18', dueOn: '2026-03-01' }, today)).toBe('other')
  })

  it('puts today first, then the longest overdue, then tomorrow, then the others', () => {
    const of = (caseId: string, group: DayCase['group'], dueOn: string) => ({ caseId, group, dueOn, planned: null }) as DayCase
    const sorted = inDayOrder([of('a', 'tomorrow', '2026-03-17'), of('b', 'overdue', '2026-03-12'), of('c', 'today', today), of('d', 'overdue', '2026-03-02'),
      of('e', 'other', '2026-03-01')])
    expect(sorted.map(({ caseId }) => caseId)).toEqual(['c', 'd', 'b', 'a', 'e'])
  })
})
