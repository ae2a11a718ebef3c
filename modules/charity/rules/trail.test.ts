import { describe, expect, it } from 'vitest'
import { followGift, layTrail, type Movement } from './trail.ts'

const move = (originId: string, datedOn: string, amountFen: number, more: Partial<Movement> = {}): Movement => ({
  originId, datedOn, amountFen, source: 'ledger.voucher', sourceId: null, isCost: false, costClass: null, projectLabel: null, ...more,
})
const gift = (giftId: string, originId: string, datedOn: string, fen: number) => move(originId, datedOn, -fen, { source: 'charity.gift', sourceId: giftId })
const spend = (originId: string, datedOn: string, fen: number) => move(originId, datedOn, fen, { isCost: true, costClass: 'charity' })

describe('the trail of a fund', () => {
  it('spends the oldest money first and tells each gift to the fen', () => {
    const trail = layTrail([spend('c', '2026-04-01', 150), gift('b', 'b1', '2026-02-01', 100), gift('a', 'a1', '2026-01-01', 100)])
    expect(followGift(trail, 'a')).toEqual({ amountFen: 100, leftFen: 0, parts: [{ month: 202604, costClass: 'charity', projectLabel: null,
      amountFen: 100 }] })
    expect(followGift(trail, 'b')).toMatchObject({ amountFen: 100, leftFen: 50, parts: [{ amountFen: 50 }] })
  })

  it('lets other income stand in line as gifts do', () => {
    const trail = layTrail([move('i', '2026-01-01', -30), gift('a', 'a1', '2026-01-02', 100), spend('c', '2026-02-01', 50)])
    expect(followGift(trail, 'a')).toMatchObject({ leftFen: 80 })
  })

  it('keeps a corrected gift at its first place with its last amount, and forgets one that went back', () => {
    const corrected = [gift('a', 'a2', '2026-03-01', 60), gift('b', 'b1', '2026-02-01', 100), gift('a', 'a1', '2026-01-01', 20), spend('c',
      '2026-04-01', 100)]
    expect(followGift(layTrail(corrected), 'a')).toMatchObject({ amountFen: 80, leftFen: 0 })
    const refunded = [...corrected, move('a3', '2026-05-01', 80, { source: 'charity.gift', sourceId: 'a' })]
    expect(followGift(layTrail(refunded), 'a')).toEqual({ amountFen: 0, leftFen: 0, parts: [] })
    expect(followGift(layTrail(refunded), 'b')).toMatchObject({ leftFen: 0, parts: [{ amountFen: 100 }] })
  })

  it('never mixes goods with money', () => {
    const trail = layTrail([gift('a', 'a1', '2026-01-01', 100), { ...gift('g', 'g1', '2026-01-01', 900), source: 'charity.goods' },
      { ...spend('h', '2026-02-01', 500), source: 'charity.hand-out' }])
    expect(followGift(trail, 'a')).toMatchObject({ leftFen: 100, parts: [] })
    expect(trail.inflows).toHaveLength(1)
  })

  it('puts spending of a month, class and project together, and money taken out of the fund beside it', () => {
    const trail = layTrail([gift('a', 'a1', '2026-01-01', 100), spend('c', '2026-02-01', 10), spend('d', '2026-02-28', 15), move('t', '2026-03-01', 5),
      { ...spend('e', '2026-02-10', 1), projectLabel: '春蕾' }])
    expect(followGift(trail, 'a').parts).toEqual([{ month: 202602, costClass: 'charity', projectLabel: null, amountFen: 25 },
      { month: 202602, costClass: 'charity', projectLabel: '春蕾', amountFen: 1 }, { month: 202603, costClass: null, projectLabel: null, amountFen: 5 }])
  })

  it('loses and invents no fen, whatever happens in whatever order', () => {
    let seed = 20260316
    const chance = (below: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(seed / 65_536) % below }
    for (let round = 0; round < 150; round++) {
      const movements = Array.from({ length: 2 + chance(20) }, (_, at): Movement => {
        const day = `2026-0${1 + chance(9)}-1${chance(9)}`
        const kind = chance(4)
        if (kind === 0) return spend(`m${at}`, day, 1 + chance(5000))
        return kind === 1 ? move(`m${at}`, day, (chance(2) === 0 ? 1 : -1) * (1 + chance(900))) : gift(`g${chance(6)}`, `m${at}`, day, 1 + chance(3000))
      })
      const { inflows, outflows, allocations } = layTrail(movements)
      const sum = (of: readonly { amountFen: number }[]) => of.reduce((total, { amountFen }) => total + amountFen, 0)
      expect(sum(allocations)).toBe(Math.min(sum(inflows), sum(outflows)))
      expect(allocations.every(({ amountFen }) => amountFen > 0)).toBe(true)
      for (const inflow of inflows) expect(sum(allocations.filter((part) => part.inflow === inflow))).toBeLessThanOrEqual(inflow.amountFen)
      for (const outflow of outflows) expect(sum(allocations.filter((part) => part.outflow === outflow))).toBeLessThanOrEqual(outflow.amountFen)
      for (let id = 0; id < 6; id++) {
        const followed = followGift({ inflows, outflows, allocations }, `g${id}`)
        expect(sum(followed.parts) + followed.leftFen).toBe(followed.amountFen)
        expect(followed.leftFen).toBeGreaterThanOrEqual(0)
      }
      expect(layTrail(movements.toReversed())).toEqual({ inflows, outflows, allocations })
    }
  })
})
