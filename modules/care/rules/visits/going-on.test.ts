import { describe, expect, it } from 'vitest'
import { goersAfter, type Goers } from './going-on.ts'

const of = (volunteerId: string | null, secondVolunteerId: string | null = null, withWorker = false): Goers => ({ volunteerId, secondVolunteerId, withWorker })
const after = (visit: Goers, successorId: string | null = null, isFirst = false) => goersAfter(visit, { goneId: '尤', successorId, isFirst })

describe('who goes on a planned visit once a pairing is over', () => {
  it('is whoever takes over, on the first visits with a worker unless a second volunteer goes along', () => {
    expect(after(of('尤'), '吴')).toEqual(of('吴'))
    expect(after(of('尤', null, true), '吴')).toEqual(of('吴', null, true))
    expect(after(of('尤'), '吴', true)).toEqual(of('吴', null, true))
    expect(after(of('尤', '明'), '吴', true)).toEqual(of('吴', '明'))
  })

  it('is the worker where nobody takes over, and with the worker whoever was to go along', () => {
    expect(after(of('尤'))).toEqual(of(null))
    expect(after(of('尤', null, true))).toEqual(of(null))
    expect(after(of('尤', '明'))).toEqual(of('明', null, true))
    expect(after(of('尤', '吴'), '吴', true)).toEqual(of('吴', null, true))
  })

  it('keeps whoever goes first where only the company changes: two were planned, two go', () => {
    expect(after(of('明', '尤'), '吴')).toEqual(of('明', '吴'))
    expect(after(of('明', '尤'))).toEqual(of('明', null, true))
    expect(after(of('明', '尤'), '明')).toEqual(of('明', null, true))
  })

  it('stays as it was where somebody else goes', () => {
    expect(after(of('明', '吴'), '吴')).toEqual(of('明', '吴'))
    expect(after(of(null), '吴')).toEqual(of(null))
  })
})
