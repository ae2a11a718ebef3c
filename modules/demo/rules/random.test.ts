import { expect, test } from 'vitest'
import { allot } from './allotment.ts'
import { childProfiles, dealProfiles } from './child-profiles.ts'
import { demoId } from './demo-id.ts'
import { issueIdentities } from './invented-identity.ts'
import { inventName } from './invented-name.ts'
import { randomFrom } from './random.ts'

test('the same seed gives the same numbers, a neighbouring seed others', () => {
  const numbers = (seed: string) => { const random = randomFrom(seed); return Array.from({ length: 5 }, () => random.next()) }
  expect(numbers('1')).toEqual(numbers('1'))
  expect(numbers('1')).not.toEqual(numbers('2'))
})

test('numbers are spread evenly and stay within their bounds', () => {
  const random = randomFrom('even')
  const buckets = Array.from({ length: 10 }, () => 0)
  for (let times = 0; times < 20_000; times += 1) {
    const index = random.whole(0, 9)
    buckets[index] = (buckets[index] ?? NaN) + 1
  }
  expect(buckets.filter((count) => !(count > 1800 && count < 2200))).toEqual([])
})

test('weights are kept, a weight of nothing never falls', () => {
  const random = randomFrom('weights')
  const counts = { often: 0, seldom: 0, never: 0 }
  for (let times = 0; times < 10_000; times += 1) counts[random.weighted({ often: 9, seldom: 1, never: 0 })] += 1
  expect(counts.never).toBe(0)
  expect(Math.abs(counts.seldom - 1000)).toBeLessThan(150)
})

test('an allotment ends exactly at its total and gives nothing for no weight', () => {
  const shares = allot(100, [1, 0, 3, 0.5, 0, 7])
  expect(shares.reduce((sum, it) => sum + it, 0)).toBe(100)
  expect([shares[1], shares[4]]).toEqual([0, 0])
  expect(allot(0, [1, 2])).toEqual([0, 0])
})

test('profiles add up to a thousand, and a thousand deals show each as often as its share says', () => {
  expect(childProfiles.reduce((sum, { share }) => sum + share, 0)).toBe(1000)
  const deal = dealProfiles(randomFrom('deck'))
  const dealt = Array.from({ length: 1000 }, () => deal().name)
  expect(childProfiles.filter(({ name, share }) => dealt.filter((it) => it === name).length !== share)).toEqual([])
})

test('an id is a UUID of version 7 that carries the day, the same for the same key and seed', () => {
  const id = demoId({ seed: '1', key: 'a', on: '2026-01-02' })
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Date(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString().slice(0, 10)).toBe('2026-01-02')
  expect(demoId({ seed: '1', key: 'a', on: '2026-01-02' })).toBe(id)
  const ids = Array.from({ length: 50_000 }, (_, index) => demoId({ seed: '1', key: `511302001001/volunteer-${index}`, on: '2026-01-02' }))
  expect(new Set(ids).size).toBe(ids.length)
})

test('a town never gives one identity or telephone number twice, and says so when a range is used up', () => {
  const issuer = issueIdentities(7)
  const numbers = Array.from({ length: 500 }, () => issuer.idNumber('2015-06-01', 'female'))
  expect(new Set(numbers).size).toBe(500)
  expect(() => issuer.idNumber('2015-06-01', 'female')).toThrow('more people of one birthday')
  const phones = Array.from({ length: 99_999 }, () => issuer.phone())
  expect(new Set(phones).size).toBe(99_999)
  expect(() => issuer.phone()).toThrow('more telephones')
})

test('names suit their generation and keep a given surname', () => {
  const random = randomFrom('names')
  const elders = Array.from({ length: 200 }, () => inventName(random, { sex: 'female', birthYear: 1948 }))
  expect(elders.some((name) => /[英珍芳兰]$/.test(name))).toBe(true)
  expect(elders.some((name) => /[萱彤]/.test(name))).toBe(false)
  expect(inventName(random, { sex: 'male', birthYear: 2015, surname: '欧阳' })).toMatch(/^欧阳./)
})
