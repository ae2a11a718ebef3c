import { describe, expect, test } from 'vitest'
import { plannedIncidents } from './incidents.ts'
import { minuteOf, moreOf, type When } from './moments.ts'
import { plannedPhones } from './phones.ts'
import { planReferrals, plannedBodies, type PlannedReferral } from './referrals.ts'
import { plannedDesignees, plannedReports } from './reports.ts'
import { planTransfers } from './transfers.ts'

const today = '2026-11-22'
const at = (when: When) => minuteOf(today, when)
const offices = ['county-office', 'county2-office', 'county3-office']
const referrals = planReferrals({ scale: 20, offices })
const transfers = planTransfers({ scale: 20, offices })
/** The steps of a record in the order in which they must have happened; what did not happen is left out. */
const inOrder = (steps: readonly (When | null | undefined)[]) => steps.filter((step): step is When => step != null).map(at)

describe('planned referrals', () => {
  const stateOf = ({ sent, answered, finished, revoked }: PlannedReferral) =>
    (revoked ? 'revoked' : finished ? 'done' : answered ? (answered.isAccepted ? 'accepted' : 'rejected') : sent ? 'sent' : 'draft')

  test('stand in every state in the smallest city, some of them late', () => {
    const smallest = planReferrals({ scale: 0.01, offices: [] })
    expect(new Set(smallest.map(stateOf))).toEqual(new Set(['draft', 'sent', 'accepted', 'rejected', 'revoked', 'done']))
    const late = smallest.filter((one) => stateOf(one) === 'sent' && (one.sent?.[0] ?? 0) > 7)
    expect(new Set(late.map(({ to }) => Object.keys(to)[0]))).toEqual(new Set(['body', 'person']))
  })

  test('ask units of the platform, and outside bodies of each sort', () => {
    const asked = new Set(referrals.flatMap(({ to }) => ('body' in to ? [to.body] : [])))
    expect([...asked].toSorted()).toEqual(plannedBodies.map(({ key }) => key).toSorted())
    expect(new Set(plannedBodies.map(({ kind }) => kind))).toEqual(new Set(['department', 'hospital', 'school', 'other']))
    expect(referrals.some(({ to }) => 'person' in to)).toBe(true)
  })

  test('without a consent wait for a decision, were refused, or went on after a yes: never before it', () => {
    const without = referrals.filter(({ override }) => override !== null)
    expect(without.map(({ override }) => override?.decided?.isApproved ?? 'waits')).toEqual(['waits', true, false])
    for (const { override, sent } of without) expect(sent !== null).toBe(override?.decided?.isApproved === true)
  })

  test('go through their steps in order, each of them before today', () => {
    for (const { key, drafted, override, sent, answered, finished, revoked } of referrals) {
      const steps = inOrder([drafted, override?.decided?.when, sent, answered?.when, finished?.when, revoked?.when])
      expect(steps, key).toEqual(steps.toSorted())
      expect(steps.every((step) => step < today), key).toBe(true)
    }
  })
})

describe('planned transfers', () => {
  test('were asked for and offered, wait, were carried out, refused and withdrawn', () => {
    const states = planTransfers({ scale: 0.01, offices }).map(({ beganBy, answered, withdrawn }) =>
      `${beganBy} ${withdrawn ? 'withdrawn' : answered === null ? 'pending' : answered.isAccepted ? 'done' : 'rejected'}`)
    expect(new Set(states)).toEqual(new Set(['asker pending', 'asker done', 'asker rejected', 'holder pending', 'holder done', 'holder withdrawn']))
  })

  test('go through their steps in order, each of them before today', () => {
    for (const { key, begun, answered, withdrawn } of transfers) {
      const steps = inOrder([begun, answered?.when, withdrawn])
      expect(steps, key).toEqual(steps.toSorted())
      expect(steps.every((step) => step < today), key).toBe(true)
    }
  })

  test('go from one office to another', () => {
    expect(transfers.filter(({ holder, taker }) => holder === taker)).toEqual([])
  })
})

describe('planned incidents', () => {
  test('one is closed with all that closing asks for, one waits for its guardians', () => {
    expect(plannedIncidents.map(({ closed, measures, authority, guardians }) => [closed, measures, authority, guardians].map((step) => step !== null)))
      .toEqual([[true, true, true, true], [false, true, true, false]])
  })

  test('tell the authority within a day and the guardians within three, after the finding, and write it down after telling', () => {
    for (const { key, found, recorded, measures, authority, guardians, closed } of plannedIncidents) {
      const steps = inOrder([found, recorded, measures?.when, authority?.when, guardians?.when, closed?.when])
      expect(steps, key).toEqual(steps.toSorted())
      for (const [told, hours] of [[authority, 24], [guardians, 72]] as const) {
        if (told === null) continue
        const passed = (Date.parse(at(told.toldAt)) - Date.parse(at(found))) / 3_600_000
        expect(passed, key).toBeGreaterThan(0)
        expect(passed, key).toBeLessThan(hours)
        expect(at(told.toldAt) <= at(told.when), key).toBe(true)
      }
    }
  })
})

describe('planned mandatory reports', () => {
  test('wait to be opened, are in hand, closed, and closed as a mistake', () => {
    expect(plannedReports.map(({ opened, closed }) => (closed?.result ?? (opened === null ? 'filed' : 'handling'))))
      .toEqual(['civil-affairs', 'handling', 'filed', 'mistaken'])
  })

  test('are closed after police, civil affairs or education were told, but for the mistake', () => {
    for (const { key, closed, told, steps } of plannedReports) {
      if (closed === null || closed.result === 'mistaken') continue
      expect(told !== null || steps.some(({ kind }) => ['police', 'civil-affairs', 'education'].includes(kind)), key).toBe(true)
    }
  })

  test('go through their steps in order, each of them before today, with receivers named before', () => {
    for (const { key, seenAt, told, filed, opened, steps, closed } of plannedReports) {
      const moments = inOrder([seenAt, told?.when, filed, opened, ...steps.map(({ when }) => when), closed?.when])
      expect(moments, key).toEqual(moments.toSorted())
      expect(moments.every((moment) => moment < today), key).toBe(true)
      for (const { since } of plannedDesignees) expect(at(since) < at(filed), key).toBe(true)
    }
  })
})

test('phones were heard of after they were enrolled and never after they were cut off', () => {
  for (const { name, enrolled, lastSeen, cutOff } of plannedPhones) {
    const steps = inOrder([enrolled, lastSeen, cutOff?.when])
    expect(steps, name).toEqual(steps.toSorted())
  }
})

test('a larger city has more, but not as many times more; the same city has the same', () => {
  expect([0.01, 1, 4, 100].map((scale) => moreOf(6, scale))).toEqual([1, 6, 12, 60])
  expect(planReferrals({ scale: 20, offices })).toEqual(referrals)
  expect(planTransfers({ scale: 20, offices })).toEqual(transfers)
})

test('nothing of it names a person or a number that somebody could have', () => {
  const words = JSON.stringify([plannedBodies, referrals, transfers, plannedIncidents, plannedReports, plannedPhones])
  expect(words.match(/\d{7,}/g)?.filter((number) => !number.startsWith('154')) ?? []).toEqual([])
  expect(words).not.toMatch(/[\p{Script=Han}]{1,3}(某|先生|女士|同志)/u)
  // Whoever stands outside the platform says that it is invented.
  for (const { name } of plannedBodies) expect(name).toMatch(/（演示）$/)
})
