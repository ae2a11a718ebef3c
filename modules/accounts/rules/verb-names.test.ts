import { expect, it } from 'vitest'
import { verbText } from './verb-names.ts'

it('a deed that has no name is shown by its word rather than not at all', () => {
  expect(verbText('phone.enrolled')).not.toBe('phone.enrolled')
  expect(verbText('nobody.knows')).toBe('nobody.knows')
})
