import { expect, it } from 'vitest'
import { digestLines } from './digest.ts'

const nothing = {
  fromOn: '2026-03-09', untilOn: '2026-03-15', made: 0, overdue: 0, inVain: 0, reviewsDue: 0, plansWaiting: 0, overridesWaiting: 0, commentsUnread: 0,
  clearancesExpiring: 0,
}

it('a digest says nothing of what did not happen', () => {
  expect(digestLines(nothing)).toEqual([])
})

it('a digest names every number that is not nought, visits first', () => {
  const numbers = { made: 12, overdue: 3, inVain: 2, reviewsDue: 4, plansWaiting: 5, overridesWaiting: 6, commentsUnread: 7, clearancesExpiring: 8 }
  expect(digestLines({ ...nothing, ...numbers })).toEqual([
    '完成走访12次', '走访逾期3件', '连续两次未见到2件', '方案待回访4个', '方案待审批5个', '颜色调整待审批6件', '留言未读7条', '准入查询30天内到期8人',
  ])
  expect(digestLines({ ...nothing, overdue: 1 })).toEqual(['走访逾期1件'])
})
