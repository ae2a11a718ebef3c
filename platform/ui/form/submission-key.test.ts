import { expect, test } from 'vitest'
import { makeSubmissionKey } from './submission-key.ts'

function countingKeys() {
  let count = 0
  return makeSubmissionKey(() => `key-${++count}`)
}

test('the same values sent again carry the same key', () => {
  const submission = countingKeys()
  expect([submission.keyFor({ note: 'a' }), submission.keyFor({ note: 'a' })]).toEqual(['key-1', 'key-1'])
})

test('changed values are a new submission', () => {
  const submission = countingKeys()
  expect([submission.keyFor({ note: 'a' }), submission.keyFor({ note: 'b' })]).toEqual(['key-1', 'key-2'])
})

test('after a success the same values are a new record', () => {
  const submission = countingKeys()
  submission.keyFor({ note: 'a' })
  submission.finish()
  expect(submission.keyFor({ note: 'a' })).toBe('key-2')
})
