import { randomId } from '../api/random-id.ts'

/**
 * One key for one submission: the same values sent again (a second click, a lost answer) carry the same key and are
 * written once; changed values are a new submission. Kept only while the form lives.
 */
export function makeSubmissionKey(newKey: () => string = randomId) {
  let last: { values: string; key: string } | undefined
  return {
    keyFor(input: unknown): string {
      const values = JSON.stringify(input)
      if (last?.values !== values) last = { values, key: newKey() }
      return last.key
    },
    finish() {
      last = undefined
    },
  }
}
