import { describe, expect, it } from 'vitest'
import { recordPath } from './address.ts'

/** Every kind of page a counted record opens: kinds of `record` in the facts of all modules, as `opening` turns them. */
const opened = [
  'unit', 'volunteer', 'child', 'case', 'visit', 'plan', 'referral', 'rights-request', 'aid-act', 'wish', 'gift', 'award', 'project', 'mandatory-report',
]

describe('the record behind a row of a figure', () => {
  it.each(opened)('%s has a page of its own, not the home page', (kind) => {
    expect(recordPath({ opens: { kind, id: 'x' } })).toMatch(/^\/.+\/x$/)
  })
})
