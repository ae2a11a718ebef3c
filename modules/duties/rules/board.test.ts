import { describe, expect, it } from 'vitest'
import { findBoardWarnings, hasVote, isInOffice, lastDayOf, type Term } from './board.ts'

const today = '2026-03-16'
const term = (name: string, change: Partial<Term> = {}): Term => ({
  name, role: 'member', fromOn: '2023-01-01', untilOn: '2027-12-31', endedOn: null, isPaid: false, ...change })
/** A board of which nothing is to be said. */
const sound = (): Term[] => [term('甲', { role: 'chair' }), term('乙', { role: 'secretary-general' }), ...['丙', '丁', '戊'].map((name) => term(name))]
const warnings = (...more: Term[]) => findBoardWarnings([...sound(), ...more], today)
const codes = (terms: Term[]) => findBoardWarnings(terms, today).map(({ code }) => code)

describe('a term', () => {
  it('runs from its first to its last day, both in it', () => {
    const of = term('甲', { fromOn: '2026-01-01', untilOn: '2026-03-31' })
    expect(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((on) => isInOffice(of, on))).toEqual([false, true, true, false])
  })
  it('that was ended early runs up to that day', () => {
    const of = term('甲', { endedOn: '2024-05-01' })
    expect([lastDayOf(of), isInOffice(of, '2024-05-01'), isInOffice(of, '2024-05-02')]).toEqual(['2024-05-01', true, false])
  })
})

it('a supervisor alone has no vote', () => {
  expect((['chair', 'vice-chair', 'secretary-general', 'member', 'supervisor'] as const).map(hasVote)).toEqual([true, true, true, true, false])
})

describe('of a board', () => {
  it('nothing is said while all holds, nor of one nobody has entered', () => expect([warnings(), findBoardWarnings([], today)]).toEqual([[], []]))
  it('a term that ran out is told of until there is a next one, not one that was ended', () => {
    const old = term('己', { fromOn: '2020-01-01', untilOn: '2024-12-31' })
    expect(warnings(old)).toEqual([{ code: 'expired', names: ['己'] }])
    expect(warnings(old, term('己', { fromOn: '2025-01-01', untilOn: '2028-01-01' }))).toEqual([])
    expect(warnings({ ...old, endedOn: '2024-01-01' })).toEqual([])
    expect(warnings({ ...old, untilOn: today })).toEqual([{ code: 'expiring', names: ['己'] }, { code: 'too-long', names: ['己'] }])
  })
  it('a chair whose seat has a next chair is not missed', () => {
    expect(warnings(term('旧', { role: 'chair', fromOn: '2018-01-01', untilOn: '2022-12-31' }))).toEqual([])
    expect(warnings(term('旧', { fromOn: '2018-01-01', untilOn: '2022-12-31' }))).toEqual([{ code: 'expired', names: ['旧'] }])
  })
  it('a term that ends within sixty days is told of, to the day', () => {
    expect(warnings(term('己', { untilOn: '2026-05-15' }))).toEqual([{ code: 'expiring', names: ['己'] }])
    expect(warnings(term('己', { untilOn: '2026-05-16' }))).toEqual([])
    expect(warnings(term('己', { untilOn: '2026-05-15' }), term('己', { fromOn: '2026-05-16', untilOn: '2028-01-01' }))).toEqual([])
    expect(warnings(term('己', { untilOn: '2026-05-15', endedOn: '2026-04-15' }))).toEqual([])
  })
  it('the same person twice in one seat at once is told of once; a member may hold an office besides', () => {
    expect(warnings(term('丙', { fromOn: '2027-12-31', untilOn: '2029-01-01' }))).toEqual([{ code: 'overlapping', names: ['丙'] }])
    expect(warnings(term('丙', { fromOn: '2028-01-01', untilOn: '2029-01-01' }))).toEqual([])
    expect(warnings(term('丙', { role: 'vice-chair' }))).toEqual([])
  })
  it('a term of more than five years is too long', () => {
    expect(warnings(term('己', { fromOn: '2023-01-01', untilOn: '2028-01-01' }))).toEqual([{ code: 'too-long', names: ['己'] }])
    expect(warnings(term('己', { fromOn: '2023-01-01', untilOn: '2027-12-31' }))).toEqual([])
  })
  it('five to twenty-five have a vote; supervisors do not count', () => {
    expect(codes([...sound().slice(0, 4), term('监', { role: 'supervisor' })])).toEqual(['too-few'])
    const many = (count: number) => [...sound(), ...Array.from({ length: count }, (_, at) => term(`理${at}`))]
    expect([codes(many(20)), codes(many(21))]).toEqual([[], ['too-many']])
  })
  it('the chair is one person, and not the secretary-general', () => {
    expect(warnings(term('己', { role: 'chair' }))).toEqual([{ code: 'several-chairs', names: ['甲', '己'] }])
    expect(codes([...sound().slice(1), term('己')])).toEqual(['no-chair'])
    expect(warnings(term('甲', { role: 'secretary-general' }))).toEqual([{ code: 'chair-is-secretary', names: ['甲'] }])
  })
  it('at most a third is paid', () => {
    const paid = (count: number) => Array.from({ length: 6 }, (_, at) => term(`理${at}`, { role: at === 0 ? 'chair' : 'member', isPaid: at < count }))
    expect([codes(paid(2)), codes(paid(3))]).toEqual([[], ['too-many-paid']])
  })
})
