import { expect, it } from 'vitest'
import { addDays } from '#platform/values/local-date.ts'
import { planAid, type PlannedAct } from './aid.ts'

const today = '2026-11-28'
const planned = Array.from({ length: 4000 }, (_none, index) => {
  const openedOn = addDays(today, -(index % 400))
  return { openedOn, ...planAid({ seed: '1', caseKey: `case-${index}`, openedOn, closedOn: index % 9 === 0 ? openedOn : null, publicationFrom: openedOn,
    today }) }
})
const acts = planned.flatMap(({ need, wish }): PlannedAct[] => [need?.act, wish?.act].filter((act) => act !== null && act !== undefined))

it('gives some cases a need and some a wish, the same ones each time, and none to a case that is over or young', () => {
  expect(planned.filter(({ need }) => need !== null).length).toBeGreaterThan(80)
  expect(planned.filter(({ wish }) => wish !== null).length).toBeGreaterThan(200)
  const again = planAid({ seed: '1', caseKey: 'case-399', openedOn: addDays(today, -399), closedOn: null, publicationFrom: null, today })
  expect(again).toEqual({ ...again, wish: null })
  const tooYoungOrOver = planned.filter(({ openedOn }, index) => openedOn > addDays(today, -60) || index % 9 === 0)
  expect(tooYoungOrOver.filter(({ need, wish }) => need !== null || wish !== null)).toEqual([])
})

it('lets every step follow the one before, none in the future and none before the case', () => {
  for (const { openedOn, need, wish } of planned) {
    for (const days of [
      need && [openedOn, need.raisedOn, need.decidedOn, need.act?.offeredOn, need.act?.givenOn, need.act?.receivedOn, need.endedOn, today],
      wish && [openedOn, wish.writtenOn, wish.publishedOn, wish.claimedOn, wish.act?.offeredOn, wish.act?.givenOn, wish.fulfilledOn, wish.endedOn, today],
    ]) {
      const known = (days ?? []).filter((day) => day !== null && day !== undefined)
      expect(known).toEqual(known.toSorted())
    }
  }
})

it('gives money, goods and service by several payers, and every state occurs', () => {
  expect(new Set(acts.flatMap(({ shares }) => shares.map(({ form }) => form)))).toEqual(new Set(['money', 'goods', 'service']))
  expect(acts.some(({ shares }) => shares.length > 1)).toBe(true)
  expect(new Set(planned.map(({ need }) => need?.status).filter((status) => status !== undefined)).size).toBe(7)
  expect(new Set(planned.map(({ wish }) => wish?.status).filter((status) => status !== undefined)).size).toBe(5)
})
