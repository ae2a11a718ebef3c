import { describe, expect, it } from 'vitest'
import { factorOf, flowFactorOf, leavesOf, parseFormula } from './formula.ts'

describe('a formula', () => {
  it('adds and takes away accounts, other lines and items of cash flow', () => {
    expect(parseFormula('1001 + 1002:restricted - 21:unrestricted')).toEqual([
      { kind: 'accounts', sign: 1, code: '1001', only: null }, { kind: 'accounts', sign: 1, code: '1002', only: 'restricted' },
      { kind: 'accounts', sign: -1, code: '21', only: 'unrestricted' }])
    expect(parseFormula(' -#12+~donations-received')).toEqual([{ kind: 'line', sign: -1, line: 12 }, { kind: 'flow', sign: 1, item: 'donations-received' }])
    expect(parseFormula(' ')).toEqual([])
  })

  it('that is none is a defect of the form', () => {
    for (const text of ['1001 1002', '1001 +', '12x', '=1001', '+ + 1', '1001:both']) expect(() => parseFormula(text), text).toThrow('not a formula')
  })
})

describe('a line of a form', () => {
  const formulas = (lines: Record<number, string>) => new Map(Object.entries(lines).map(([line, text]) => [Number(line), parseFormula(text)]))

  it('comes down to postings; what a line takes away is taken away below it too', () => {
    expect(leavesOf(3, formulas({ 1: '1001 - 1002', 2: '~paid', 3: '#2 - #1 + 3' }))).toEqual([
      { kind: 'flow', sign: 1, item: 'paid' }, { kind: 'accounts', sign: -1, code: '1001', only: null },
      { kind: 'accounts', sign: 1, code: '1002', only: null },
      { kind: 'accounts', sign: 1, code: '3', only: null }])
  })

  it('may name another line twice, but not itself, and none that is not there', () => {
    expect(leavesOf(2, formulas({ 1: '1', 2: '#1 + #1' }))).toHaveLength(2)
    expect(() => leavesOf(1, formulas({ 1: '#2', 2: '#1' }))).toThrow('leads back')
    expect(() => leavesOf(1, formulas({ 1: '#9' }))).toThrow('line 9 is not on the form')
  })
})

describe('postings count', () => {
  const terms = leavesOf(1, new Map([[1, parseFormula('10 + 1001 - 20 + 30:restricted - 40:unrestricted + ~received - ~paid')]]))
  const times = (code: string, isRestricted = false) => factorOf(terms, { code, isRestricted })

  it('as often as terms name the beginning of their account, with sign', () => {
    expect([times('1002'), times('100101'), times('2001'), times('11'), times('1')]).toEqual([1, 2, -1, 0, 0])
  })

  it('only in the class a term names', () => {
    expect([times('3001', true), times('3001', false), times('4001', true), times('4001', false)]).toEqual([1, 0, 0, -1])
  })

  it('by their item of cash flow', () => {
    expect([flowFactorOf(terms, 'received'), flowFactorOf(terms, 'paid'), flowFactorOf(terms, 'other'), flowFactorOf(terms, '10')]).toEqual([1, -1, 0, 0])
  })
})
