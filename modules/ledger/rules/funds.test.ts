import { expect, it } from 'vitest'
import { findFundIssues } from './funds.ts'

const wrong = (fund: Parameters<typeof findFundIssues>[0]) => findFundIssues(fund).map(({ path, message }) => {
  expect(message).toMatch(/\p{Script=Han}/u)
  return path.join('.')
})

it('a fund restricted by purpose says for what, and no other fund does', () => {
  expect(wrong({ restriction: 'purpose', purpose: '助学' })).toEqual([])
  expect(wrong({ restriction: 'purpose' })).toEqual(['purpose'])
  expect(wrong({ restriction: 'none', purpose: '助学' })).toEqual(['purpose'])
})

it('a fund restricted by time says from when, and no other fund does', () => {
  expect(wrong({ restriction: 'time', usableFrom: '2026-09-01' })).toEqual([])
  expect(wrong({ restriction: 'time' })).toEqual(['usableFrom'])
  expect(wrong({ restriction: 'none', usableFrom: '2026-09-01' })).toEqual(['usableFrom'])
  expect(wrong({ restriction: 'none' })).toEqual([])
})
