import { describe, expect, it } from 'vitest'
import { lastMonthToPublish, planCells, publishingDayOf, type OpenReach } from './publishing.ts'

const town = '99010010001'
const reach = (reachId: string, month: number, children: number, unitCode = `${town}0001`): OpenReach => ({ reachId, month, unitCode, children, households: 0 })
const plan = (open: OpenReach[], lastMonth: number, published: number[] = []) => planCells(open, { published: new Set(published), lastMonth })
const shown = (cells: ReturnType<typeof planCells>) => cells.map(({ month, groups }) => [month, groups?.map(({ children }) => children)])

describe('a month that is over', () => {
  it('is published on the tenth of the next one, or on the day the city chose', () => {
    expect(lastMonthToPublish('2026-03-10', 10)).toBe(202602)
    expect(lastMonthToPublish('2026-03-09', 10)).toBe(202601)
    expect(lastMonthToPublish('2026-01-31', 10)).toBe(202512)
    expect(lastMonthToPublish('2026-01-09', 10)).toBe(202511)
    expect([publishingDayOf(undefined), publishingDayOf(15), publishingDayOf(0), publishingDayOf(29), publishingDayOf(1.5), publishingDayOf('3')])
      .toEqual([10, 15, 10, 10, 10, 10])
    expect([publishingDayOf(1), publishingDayOf(28)]).toEqual([1, 28])
  })

  it('counts what was recorded of it, each month for itself', () => {
    expect(shown(plan([reach('a', 202511, 6), reach('b', 202512, 7), reach('c', 202601, 8), reach('d', 202602, 9)], 202601)))
      .toEqual([[202511, [6]], [202512, [7]], [202601, [8]]])
  })

  it('is never told twice: what comes later counts in the next month that has counts of its own', () => {
    expect(shown(plan([reach('late', 202601, 2), reach('b', 202602, 7)], 202602, [202601]))).toEqual([[202602, [9]]])
    expect(shown(plan([reach('late', 202601, 2)], 202601, [202601]))).toEqual([])
  })

  it('that had too few tells nothing, and they count with the next', () => {
    const cells = plan([reach('few', 202601, 3), reach('b', 202603, 5)], 202603)
    expect(shown(cells)).toEqual([[202601, undefined], [202603, [8]]])
    expect(shown(plan([reach('few', 202601, 3)], 202603))).toEqual([[202601, undefined]])
  })

  it('takes what waits alone once there are enough of them', () => {
    expect(shown(plan([reach('few', 202601, 3), reach('late', 202601, 4)], 202603, [202601]))).toEqual([[202603, [7]]])
    expect(shown(plan([reach('few', 202601, 3)], 202603, [202601]))).toEqual([])
    expect(shown(plan([], 202603))).toEqual([])
  })
})

const totalsOf = (counts: readonly { children: number; households: number }[]) => counts.reduce(
  (sum, { children, households }) => [sum[0] + children, sum[1] + households] as [number, number], [0, 0] as [number, number])

describe('an observer who keeps every version that was ever published', () => {
  it('finds no month changed, and nobody in two of the sums: no difference of what was shown is a group of less than five', () => {
    let seed = 11
    const chance = (below: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(seed / 65_536) % below }
    let [told, late] = [0, 0]
    for (let round = 0; round < 60; round++) {
      const recorded: OpenReach[] = []
      const versions: Map<number, string>[] = []
      const countedIn = new Map<string, number>()
      for (let lastMonth = 202601; lastMonth <= 202608; lastMonth++) {
        for (let more = chance(5); more > 0; more--) {
          const month = lastMonth - chance(Math.min(4, lastMonth - 202600))
          const unitCode = [`${town}0001`, `${town}0002`, '990100200010001', '9901001', '9901'][chance(5)] ?? ''
          recorded.push({ reachId: `${round} ${recorded.length}`, month, unitCode, children: 1 + chance(7), households: chance(6) })
          if (month < lastMonth) late += 1
        }
        const before = versions.at(-1) ?? new Map<number, string>()
        const cells = planCells(recorded.filter(({ reachId }) => !countedIn.has(reachId)), { published: new Set(before.keys()), lastMonth })
        const after = new Map(before)
        for (const { month, reaches, groups } of cells) {
          expect(before.has(month)).toBe(false)
          after.set(month, JSON.stringify(groups ?? 'withheld'))
          if (groups === undefined) continue
          told += 1
          // The sums of a cell are the people of its own reaches, whom no other cell counts.
          for (const { reachId } of reaches) { expect(countedIn.has(reachId)).toBe(false); countedIn.set(reachId, month) }
          expect(totalsOf(groups)).toEqual(totalsOf(reaches))
          expect(groups.flatMap(({ children, households }) => [children, households]).filter((number) => number > 0 && number < 5)).toEqual([])
        }
        for (const [month, text] of before) expect(after.get(month)).toBe(text)
        // What two dates differ by is whole cells: nobody, or five at least, by place and in all.
        const sumOf = (version: Map<number, string>) => [...version.values()].filter((text) => text !== '"withheld"')
          .flatMap((text) => JSON.parse(text) as { children: number }[]).reduce((sum, { children }) => sum + children, 0)
        for (const earlier of versions) expect([1, 2, 3, 4]).not.toContain(sumOf(after) - sumOf(earlier))
        versions.push(after)
      }
    }
    expect(told).toBeGreaterThan(60)
    expect(late).toBeGreaterThan(60)
  })
})
