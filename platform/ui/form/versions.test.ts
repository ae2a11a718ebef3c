import { expect, test } from 'vitest'
import { compareVersions, mergeVersions } from './versions.ts'

const opened = { note: '旧', minutes: 30, place: '家中', phone: '' }

test('a field that only I changed suggests mine, one that only the other changed suggests theirs', () => {
  const differences = compareVersions(['note', 'minutes'], { opened, mine: { ...opened, note: '我' }, theirs: { ...opened, minutes: 45 } })
  expect(differences.map(({ field, suggested }) => [field, suggested])).toEqual([['note', 'mine'], ['minutes', 'theirs']])
})

test('a field that both changed waits for a decision', () => {
  const [difference] = compareVersions(['note'], { opened, mine: { note: '我' }, theirs: { note: '他' } })
  expect(difference).toEqual({ field: 'note', mine: '我', theirs: '他' })
})

test('the same change by both, and an empty text against no value, are no difference', () => {
  const differences = compareVersions(['note', 'phone'], { opened, mine: { note: '同', phone: '' }, theirs: { note: '同' } })
  expect(differences).toEqual([])
})

test('the choice takes theirs only where it says so', () => {
  const mine = { note: '我', minutes: 30 }
  const differences = compareVersions(['note', 'minutes'], { opened: {}, mine, theirs: { note: '他', minutes: 45 } })
  expect(mergeVersions(mine, differences, { note: 'mine', minutes: 'theirs' })).toEqual({ note: '我', minutes: 45 })
})
