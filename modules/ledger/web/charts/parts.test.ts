import { expect, it } from 'vitest'
import { findHalfPart } from './parts.ts'

const part = (accountId: string | null, amount: string) => ({ key: 0, accountId, amount })

it('a row with an amount and no account, or the other way round, is named; an empty row is none', () => {
  expect(findHalfPart([part('1010', '5'), part(null, ' '), part(null, '3')])).toBe(3)
  expect(findHalfPart([part('1010', '')])).toBe(1)
  expect(findHalfPart([part('1010', '5'), part(null, '')])).toBeUndefined()
})
