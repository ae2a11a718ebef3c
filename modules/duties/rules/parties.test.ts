import { expect, it } from 'vitest'
import { findPartyIssues } from './parties.ts'

const fields = (change: Partial<Parameters<typeof findPartyIssues>[0]>) =>
  findPartyIssues({ kind: 'person', fromOn: '2026-01-01', ...change }).map(({ path }) => path[0])

it('a person has a phone and an identity number, an enterprise a credit code', () => {
  expect([fields({ phone: '1', identityNumber: '1' }), fields({ kind: 'enterprise', creditCode: '1' })]).toEqual([[], []])
  expect([fields({ creditCode: '1' }), fields({ kind: 'enterprise', phone: '1', identityNumber: '1' })]).toEqual([['creditCode'], ['phone', 'identityNumber']])
})
it('a relation never ends before it begins', () => {
  expect([fields({ untilOn: '2025-12-31' }), fields({ untilOn: '2026-01-01' })]).toEqual([['untilOn'], []])
})
