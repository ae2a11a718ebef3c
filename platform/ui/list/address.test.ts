import { expect, test } from 'vitest'
import { z } from 'zod'
import { readAddress, readSearch, withFilter, writeAddress } from './address.ts'

test('an address written and read again holds the same filters', () => {
  const filters = { q: '张 三&李', unit: '0051', state: ['late', 'done'] }
  expect(readAddress(writeAddress(filters))).toEqual(filters)
})

test("a unit's code keeps its leading zeros and stays a text", () => {
  expect(readAddress('?unit=0051')).toEqual({ unit: '0051' })
})

test('empty filters leave no trace in the address', () => {
  expect(writeAddress({ q: '', unit: undefined, state: null })).toBe('')
})

test('a wrong part of an old link is dropped and the rest is kept', () => {
  const schema = z.object({ year: z.coerce.number().int().min(2000).optional(), q: z.string().optional() })
  expect(readSearch(schema, { year: 'soon', q: '张' })).toEqual({ q: '张' })
  expect(readSearch(schema, { year: '2026' })).toEqual({ year: 2026 })
})

test('taking a filter away removes its key', () => {
  expect(withFilter({ q: '张', unit: '51' }, 'q', '')).toEqual({ unit: '51' })
  expect(withFilter({ unit: '51' }, 'unit', '52')).toEqual({ unit: '52' })
})
