import { expect, it } from 'vitest'
import { isConsentValid } from './consents.ts'

const consent = { fromOn: '2026-01-01', untilOn: '2026-12-31', withdrawnOn: null }

it('a consent holds from its first day to its last', () => {
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => isConsentValid(consent, day))).toEqual([false, true, true, false])
})

it('a consent without an end holds until it is withdrawn, and not on that day', () => {
  const open = { ...consent, untilOn: null }
  expect(isConsentValid(open, '2036-01-01')).toBe(true)
  expect(['2026-03-15', '2026-03-16'].map((day) => isConsentValid({ ...open, withdrawnOn: '2026-03-16' }, day))).toEqual([true, false])
})
