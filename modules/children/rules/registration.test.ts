import { describe, expect, it } from 'vitest'
import { makeCheckDigit } from '#platform/values/id-card.ts'
import type { NewChild } from '../contract.ts'
import { factIssues, findRegistrationIssues, identify, periodIssues } from './registration.ts'

const number = (birth: string, order: string) => `009901${birth}${order}${makeCheckDigit(`009901${birth}${order}`)}`
const who = { name: ' 张 三 ', paperKind: 'id-card' as const, paperNumber: number('20150520', '001') }
const today = '2026-03-16'

it('reads birth date and sex from the number and tidies the name', () => {
  expect(identify(who, today)).toEqual({ ok: true, identified: { name: '张三', birthOn: '2015-05-20', sex: 'male', paperNumber: who.paperNumber, phone: null } })
})

it('says beside which field the paper and the person disagree', () => {
  const read = identify({ ...who, birthOn: '2015-05-21', sex: 'female' }, today)
  expect(read.ok ? [] : read.issues.map((issue) => issue.path[0])).toEqual(['birthOn', 'sex'])
})

it('needs birth date and sex where no number tells them', () => {
  const read = identify({ name: '张三', paperKind: 'none' }, today)
  expect(read.ok ? [] : read.issues.map((issue) => issue.path[0])).toEqual(['birthOn', 'sex'])
})

it('registers nobody of eighteen, but keeps who grew up here', () => {
  const grown = { name: '张三', paperKind: 'none' as const, birthOn: '2008-03-16', sex: 'male' as const }
  expect(identify(grown, today).ok).toBe(false)
  expect(identify({ ...grown, birthOn: '2008-03-17' }, today).ok).toBe(true)
  expect(identify(grown, today, { isRegistered: true }).ok).toBe(true)
})

it('keeps the number of another paper as it is written, without spaces', () => {
  const read = identify({ name: 'Anna', paperKind: 'passport', paperNumber: ' e 123-456 ', birthOn: '2015-05-20', sex: 'female' }, today)
  expect(read.ok && read.identified.paperNumber).toBe('E123456')
})

it('says which paper, name and telephone are wanting, each beside its field', () => {
  const wrong = (change: Partial<Parameters<typeof identify>[0]>) => {
    const read = identify({ ...who, ...change }, today)
    return read.ok ? [] : read.issues.map((issue) => issue.path.join('.'))
  }
  expect(wrong({ name: ' ' })).toEqual(['name'])
  expect(wrong({ paperNumber: undefined, birthOn: '2015-05-20', sex: 'male' })).toEqual(['paperNumber'])
  expect(wrong({ paperNumber: '990101201505201239', birthOn: '2015-05-20', sex: 'male' })).toEqual(['paperNumber'])
  expect(wrong({ phone: '12' })).toEqual(['phone'])
  expect(wrong({ birthOn: '2026-03-17' })).toEqual(['birthOn'])
  expect(wrong({ birthOn: '2015-05-20', sex: 'male' })).toEqual([])
})

it('takes a child born today, not one to be born', () => {
  expect(identify({ name: '张三', paperKind: 'none', birthOn: '2026-03-17', sex: 'male' }, today).ok).toBe(false)
  expect(identify({ name: '张三', paperKind: 'none', birthOn: today, sex: 'male' }, today).ok).toBe(true)
})

it('stores a telephone as digits, and no number where there is no paper', () => {
  const read = (change: Partial<Parameters<typeof identify>[0]>) => {
    const found = identify({ name: '张三', paperKind: 'none', birthOn: '2015-05-20', sex: 'male', ...change }, today)
    return found.ok ? found.identified : undefined
  }
  expect(read({ phone: '138-0000-0000' })?.phone).toBe('13800000000')
  expect(read({ paperNumber: 'E123' })?.paperNumber).toBeNull()
  expect(read({ paperKind: 'passport' })?.paperNumber).toBeNull()
  expect(read({ paperKind: 'passport', paperNumber: ' - ' })?.paperNumber).toBeNull()
})

describe('beside the identity', () => {
  const guardian: NewChild['guardians'][number] = { name: '李桂花', relation: 'grandmother', guardianship: 'entrusted', isPrimary: true }
  const fact: NewChild['facts'][number] = { subject: 'father', kind: 'work', value: 'away', fromOn: '2024-01-01', evidence: 'statement' }
  const consent: NewChild['consents'][number] = { kind: 'service', form: 'paper', covers: '走访', fromOn: '2026-01-01' }
  const wrong = (change: Partial<NewChild>) => findRegistrationIssues({ name: '张三', paperKind: 'none', guardians: [guardian], facts: [], consents: [],
    ...change }, today)
    .map(({ path, message }) => {
      expect(message).toMatch(/\p{Script=Han}/u)
      return path.join('.')
    })

  it('nothing is wrong with a guardian, a fact and a consent that hold', () => {
    expect(wrong({ guardians: [{ ...guardian, phone: '13800000000', idNumber: '990101195503051218' }], facts: [fact], consents: [consent] })).toEqual([])
    expect(wrong({ guardians: [] })).toEqual([])
  })

  it('a guardian has a name, a telephone that is one, and a number that is one', () => {
    expect(wrong({ guardians: [guardian, { ...guardian, isPrimary: false, name: ' ', phone: '12', idNumber: '990101195503051219' }] }))
      .toEqual(['guardians.1.name', 'guardians.1.phone', 'guardians.1.idNumber'])
  })

  it('one guardian at most is the primary one', () => {
    expect(wrong({ guardians: [guardian, guardian] })).toEqual(['guardians'])
    expect(wrong({ guardians: [guardian, { ...guardian, isPrimary: false }] })).toEqual([])
  })

  it('a consent is given by a guardian', () => {
    expect(wrong({ guardians: [], consents: [consent] })).toEqual(['guardians'])
  })

  it('each fact and consent is told by its place', () => {
    expect(wrong({ facts: [fact, { ...fact, subject: 'child' }, { ...fact, fromOn: '2026-03-17' }] })).toEqual(['facts.1.subject', 'facts.2.fromOn'])
    expect(wrong({ consents: [consent, { ...consent, untilOn: '2025-12-31' }] })).toEqual(['consents.1.untilOn'])
  })

  it('a fact fits its kind and its days', () => {
    expect(factIssues({ ...fact, value: 'home', untilOn: '2023-12-31' }, today).map(({ path }) => path.join())).toEqual(['value', 'untilOn'])
  })

  it('a statement begins today at the latest, not before 1900, and does not end before it begins', () => {
    const of = (fromOn: string, untilOn?: string) => periodIssues({ fromOn, untilOn }, today).map(({ path }) => path.join())
    expect([of(today), of('1900-01-01'), of('2026-01-01', '2026-01-01'), of('2026-01-01', '2027-01-01')]).toEqual([[], [], [], []])
    expect([of('2026-03-17'), of('1899-12-31'), of('2026-01-02', '2026-01-01')]).toEqual([['fromOn'], ['fromOn'], ['untilOn']])
  })
})
