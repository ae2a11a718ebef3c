import { describe, expect, it } from 'vitest'
import { endBehind, endOf, followGift, followParts, layBehind, layTrail, partsOf, type LaidEnd, type Movement, type Part } from './trail.ts'

const move = (originId: string, datedOn: string, amountFen: number, more: Partial<Movement> = {}): Movement => ({
  originId, datedOn, amountFen, source: 'ledger.voucher', sourceId: null, isCost: false, costClass: null, projectLabel: null, ...more,
})
const gift = (giftId: string, originId: string, datedOn: string, fen: number) => move(originId, datedOn, -fen, { source: 'charity.gift', sourceId: giftId })
const spend = (originId: string, datedOn: string, fen: number) => move(originId, datedOn, fen, { isCost: true, costClass: 'charity' })

/** Something that happens to a fund: mostly in order of days, sometimes before, sometimes taking back or correcting what was. */
function happen(log: readonly Movement[], chance: (below: number) => number): Movement {
  const at = log.length
  const dayOfMonth = 10 + (chance(9) === 0 ? chance(19) : at % 20)
  const [id, day] = [`m${String(at).padStart(3, '0')}`, `2026-0${String(1 + Math.floor(at / 20))}-${String(dayOfMonth)}`]
  const before = log[chance(at + 6)]
  if (before !== undefined && !log.some(({ originId, amountFen }) => originId === before.originId && amountFen === -before.amountFen)) {
    return { ...before, amountFen: -before.amountFen }
  }
  if (chance(2) === 0) return spend(id, day, 1 + chance(900))
  if (chance(5) === 0) return move(id, day, (chance(2) === 0 ? 1 : -1) * (1 + chance(300)))
  return gift(`g${chance(4) === 0 ? chance(5) : at + 10}`, id, day, 1 + chance(900))
}
/** What the books answer: each entry with its reversal taken off. */
const netOf = (log: readonly Movement[]): Movement[] => [...Map.groupBy(log, ({ originId }) => originId).values()]
  .flatMap(([first, ...rest]) => (first === undefined ? [] : [{ ...first, amountFen: rest.reduce((sum, { amountFen }) => sum + amountFen, first.amountFen) }]))
  .filter(({ amountFen }) => amountFen !== 0)
const keysOf = ({ originId, sourceId }: Movement) => (sourceId === null ? [originId] : [originId, sourceId])
const sorted = (parts: readonly Part[]) => parts.toSorted((one, other) => Number(one.isSpending) - Number(other.isSpending) || one.fromFen - other.fromFen)

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

  it('that was kept answers as the whole fund does, with what came since laid behind it', () => {
    let seed = 5
    const chance = (below: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(seed / 65_536) % below }
    let kept = 0
    for (let round = 0; round < 200; round++) {
      const movements = Array.from({ length: 4 + chance(14) }, (_, at): Movement => {
        const [id, day] = [`m${String(at).padStart(2, '0')}`, `2026-01-${String(10 + (chance(6) === 0 ? chance(18) : at)).padStart(2, '0')}`]
        return chance(2) === 0 ? spend(id, day, 1 + chance(900)) : gift(`g${chance(3) === 0 ? chance(4) : at + 10}`, id, day, 1 + chance(900))
      })
      const split = 1 + chance(movements.length - 1)
      const [old, since] = [movements.slice(0, split), movements.slice(split)]
      const known = new Set(old.map(({ sourceId }) => sourceId))
      const end = endOf(old)
      const behind = end && layBehind(end, since.map((each) => ({ ...each, isOfOld: each.sourceId !== null && known.has(each.sourceId) })))
      if (behind === undefined) continue
      kept += 1
      const parts = [...partsOf(layTrail(old)), ...behind]
      const ids = [...new Set(movements.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))]
      expect(ids.map((id) => followParts(parts, id))).toEqual(ids.map((id) => followGift(layTrail(movements), id)))
    }
    expect(kept).toBeGreaterThan(20)
    expect(endOf([])).toBeUndefined()
    expect(followParts([], 'a')).toEqual({ amountFen: 0, parts: [], leftFen: 0 })
  })

  it('laid piece by piece is the one laid at once, after whatever was given, spent, corrected, moved and taken back', () => {
    let seed = 77
    const chance = (below: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(seed / 65_536) % below }
    const counted = { behind: 0, anew: 0 }
    for (let round = 0; round < 150; round++) {
      const log: Movement[] = []
      let laid: { end: LaidEnd; parts: Part[]; upTo: number } | undefined
      for (let step = 0; step < 8; step++) {
        for (let more = chance(4); more > 0; more--) log.push(happen(log, chance))
        const known = new Set(log.slice(0, laid?.upTo ?? 0).flatMap(keysOf))
        const tail = netOf(log.slice(laid?.upTo ?? 0)).map((each) => ({ ...each, isOfOld: keysOf(each).some((key) => known.has(key)) }))
        const behind = laid && layBehind(laid.end, tail)
        const end = endOf(netOf(log))
        if (laid !== undefined && behind !== undefined) laid = { end: endBehind(laid.end, tail), parts: [...laid.parts, ...behind], upTo: log.length }
        else laid = end && { end, parts: partsOf(layTrail(netOf(log))), upTo: log.length }
        counted[behind === undefined ? 'anew' : 'behind'] += 1
        expect(laid?.end).toEqual(end)
        expect(sorted(laid?.parts ?? [])).toEqual(sorted(partsOf(layTrail(netOf(log)))))
      }
    }
    expect(Math.min(counted.behind, counted.anew)).toBeGreaterThan(200)
  })

  it('has to be laid anew after an earlier day, on the same day before the last entry, and where something old is taken back', () => {
    const end = { incomeFen: 100, spentFen: 40, lastOn: '2026-02-01', lastId: 'k' }
    const since = (originId: string, on: string, isOfOld = false) => layBehind(end, [{ ...spend(originId, on, 10), isOfOld }])
    expect(since('z', '2026-01-31')).toBeUndefined()
    expect(since('j', '2026-02-01')).toBeUndefined()
    expect(since('k', '2026-02-01')).toBeUndefined()
    expect(since('z', '2026-02-02', true)).toBeUndefined()
    expect(since('l', '2026-02-01')).toMatchObject([{ fromFen: 40, amountFen: 10, isSpending: true }])
    expect(since('a', '2026-02-02')).toMatchObject([{ fromFen: 40 }])
    expect(layBehind(end, [])).toEqual([])
  })
})
