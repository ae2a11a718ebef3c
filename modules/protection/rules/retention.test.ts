import { describe, expect, it } from 'vitest'
import { childFileVersion, isDueForErasure, keepUntil, retentionRules } from './retention.ts'

describe('how long a closed file is kept', () => {
  it('runs from adulthood for who was closed as a child', () => {
    expect(keepUntil({ adultOn: '2030-06-01', closedOn: '2026-03-16' }, 3)).toBe('2033-06-30')
  })
  it('runs from the closing for who was closed later', () => {
    expect(keepUntil({ adultOn: '2025-06-01', closedOn: '2026-03-16' }, 3)).toBe('2029-03-31')
    expect(keepUntil({ adultOn: '2025-06-01', closedOn: '2026-01-31' }, 0)).toBe('2026-01-31')
  })
  it('ends with a month, also in a leap year', () => {
    expect(keepUntil({ adultOn: '2020-01-01', closedOn: '2024-02-29' }, 4)).toBe('2028-02-29')
  })
  it('is due from the day after', () => {
    expect(isDueForErasure({ keepUntil: '2026-03-15' }, '2026-03-16')).toBe(true)
    expect(isDueForErasure({ keepUntil: '2026-03-16' }, '2026-03-16')).toBe(false)
  })
  it('is said, with a source, for every kind of record once a version', () => {
    for (const rule of retentionRules) expect(rule.source).not.toBe('')
    expect(new Set(retentionRules.map(({ record, version }) => `${record} ${version}`)).size).toBe(retentionRules.length)
    expect(childFileVersion('2026-03-16')).toBe(1)
  })
  it('is laid down for every kind of record that tells of a child, each since the platform keeps any', () => {
    expect(retentionRules.map(({ record, version, validFrom }) => [record, version, validFrom])).toEqual(
      ['child-file', 'care-note', 'rights-request', 'consent', 'referral', 'aid', 'phone-letter', 'mandatory-report', 'audit', 'incident']
        .map((record) => [record, 1, '2020-01-01']))
  })
})
