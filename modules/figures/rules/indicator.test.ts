import { describe, expect, it } from 'vitest'
import { nothing, planOf, valueOf, withParts, type Counted, type Indicator } from './indicator.ts'

const indicator = (code: string, change: Partial<Indicator> = {}): Indicator => ({
  code, version: 1, validFrom: '2026-01-01', validUntil: null, name: '走访', definition: '', group: '走访', unit: '人次', kind: 'count', counting: 'rows',
  timing: 'flow',
  measures: [code], numeratorCode: null, denominatorCode: null, scale: 1, source: '', wordSource: '', ...change,
})
const counted = (found: Record<string, Partial<Counted>>) => new Map(Object.entries(found).map(([measure, each]) => [measure, { ...nothing, ...each }]))

describe('what has to be counted', () => {
  it('is each measure once, flows and stocks apart, people only where people are counted', () => {
    const plan = planOf([
      indicator('visits', { measures: ['visit', 'call'] }), indicator('visited', { measures: ['visit'], counting: 'subjects' }),
      indicator('cases', { measures: ['case'], timing: 'stock' }), indicator('children', { measures: ['child'], timing: 'stock', counting: 'subjects' }),
    ])
    expect(plan).toEqual({ flow: ['visit', 'call'], stock: ['case', 'child'], flowSubjects: ['visit'], stockSubjects: ['child'] })
  })

  it('is nothing of a ratio itself; its parts come with it', () => {
    const above = indicator('above')
    const below = indicator('below')
    const rate = indicator('rate', { kind: 'ratio', numeratorCode: 'above', denominatorCode: 'below' })
    const all = [above, below, rate, indicator('other')]
    expect(planOf([rate])).toEqual({ flow: [], stock: [], flowSubjects: [], stockSubjects: [] })
    expect(withParts([rate], all)).toEqual([above, below, rate])
    expect(withParts([above], all)).toEqual([above])
  })
})

describe('a figure', () => {
  it('of rows is all rows of its measures, and the rows it had when the month was closed', () => {
    const found = counted({ visit: { count: 7, lateFacts: 3, lateCount: 2 }, call: { count: 10 }, other: { count: 1000 } })
    expect(valueOf(indicator('visits', { measures: ['visit', 'call', 'missing'] }), found, [])).toEqual({ value: 17, rows: 17, reported: 15, corrections: 3 })
  })

  it('of people counts each of them once', () => {
    const found = counted({ visit: { count: 7, subjects: 4, lateFacts: 2, lateCount: 2, lateSubjects: 1 } })
    expect(valueOf(indicator('visited', { measures: ['visit'], counting: 'subjects' }), found, [])).toEqual({ value: 4, rows: 4, reported: 3, corrections: 2 })
  })

  it('of a sum is in its own unit: fen are shown as yuan', () => {
    const found = counted({ grant: { count: 2, sum: 30_050, lateFacts: 1, lateSum: 10_000 } })
    expect(valueOf(indicator('money', { measures: ['grant'], kind: 'sum', scale: 100 }), found, []))
      .toEqual({ value: 300.5, rows: 2, reported: 200.5, corrections: 1 })
  })
})

describe('a rate', () => {
  const [above, below] = [indicator('above'), indicator('below')]
  const rate = indicator('rate', { kind: 'ratio', numeratorCode: 'above', denominatorCode: 'below', scale: 100 })
  const of = (found: Record<string, Partial<Counted>>) => valueOf(rate, counted(found), [above, below, rate])

  it('is one figure by another to two places, now and as it was reported, with the corrections of both', () => {
    expect(of({ above: { count: 2, lateFacts: 1, lateCount: 1 }, below: { count: 3, lateFacts: 4, lateCount: 1 } }))
      .toEqual({ value: 66.67, rows: 2, reported: 50, corrections: 5, parts: { numerator: 2, denominator: 3 } })
  })

  it('of nothing is nothing, and says so', () => {
    expect(of({ above: { count: 2 } }))
      .toEqual({ value: 0, rows: 2, reported: 0, corrections: 0, parts: { numerator: 2, denominator: 0 }, hasNoDenominator: true })
  })

  it('of a rate, or of an indicator that is not there, is a defect', () => {
    expect(() => valueOf(rate, new Map(), [above, rate])).toThrow('rate is a ratio of below')
    expect(() => valueOf({ ...rate, denominatorCode: 'rate' }, new Map(), [above, rate])).toThrow('rate is a ratio of rate')
  })
})
