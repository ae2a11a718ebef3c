import { describe, expect, it } from 'vitest'
import { comparedKinds } from '../../contract.ts'
import { coveredTypes, decisionsOf, fieldsThatDiffer, findEndProblem, mayDecide, typesAfter, type KeptChild } from './compare-listed.ts'
import type { ListedChild } from './read-list-row.ts'

const kept: KeptChild = {
  name: '张三', sex: 'male', paperNumber: 'N1', address: '东路1号', school: '东街小学', types: ['poor-family', 'orphan'], decidedOn: '2025-09-01', source: '民〔2025〕1号',
  guardians: [{ name: '李桂花', phone: '13800000000' }, { name: '张大', phone: null }],
}
const listed: ListedChild = {
  name: '张三', sex: 'male', birthOn: '2015-05-20', paperNumber: 'N1', address: '东路1号', school: '东街小学', types: ['orphan'], decidedOn: '2025-09-01',
  source: '民〔2025〕1号',
  guardian: { name: '李桂花', relation: 'grandmother', phone: '13800000000' }, unitText: '',
}
const differs = (change: Partial<ListedChild>, of: Partial<KeptChild> = {}) =>
  fieldsThatDiffer({ ...listed, ...change }, { ...kept, ...of }, new Set(['orphan']))

describe('a list and the register', () => {
  it('agree where both say the same, and where the list says nothing', () => {
    expect(differs({})).toEqual([])
    expect(differs({ paperNumber: null, address: null, school: null, decidedOn: null, source: null, guardian: null })).toEqual([])
    expect(differs({ name: '张 三' })).toEqual([])
  })

  it.each([
    ['name', { name: '张叁' }], ['sex', { sex: 'female' }], ['paperNumber', { paperNumber: 'N2' }], ['address', { address: '西路' }],
    ['school', { school: '西街小学' }],
    ['decidedOn', { decidedOn: '2025-09-02' }], ['source', { source: '民〔2025〕2号' }],
  ] as const)('differ in %s', (field, change) => {
    expect(differs(change)).toEqual([field])
  })

  it('differ where the register knows nothing of what the list says', () => {
    expect(differs({}, { address: null, school: null, paperNumber: null, decidedOn: null, source: null }))
      .toEqual(['decidedOn', 'source', 'paperNumber', 'address', 'school'])
  })

  it('differ in the guardian unless one of that name is known, with the telephone if the list has one', () => {
    const guardian = (name: string, phone: string | null) => differs({ guardian: { name, phone, relation: 'other' } })
    expect([guardian('李桂花', null), guardian('张大', null), guardian('李桂花', '13800000000')]).toEqual([[], [], []])
    expect([guardian('李桂花', '13800000001'), guardian('张大', '13800000000'), guardian('王五', null)]).toEqual([['guardian'], ['guardian'], ['guardian']])
  })

  it('differ in types only as far as the list is about them', () => {
    expect(differs({ types: [] })).toEqual(['types'])
    expect(differs({}, { types: ['poor-family'] })).toEqual(['types'])
    expect(differs({}, { types: ['orphan', 'poor-family'] })).toEqual([])
  })
})

describe('after a list', () => {
  it('a child has the types of the list, and those of its own that the list is not about', () => {
    expect(typesAfter(['poor-family', 'orphan'], [], new Set(['orphan']))).toEqual(['poor-family'])
    expect(typesAfter(['poor-family'], ['orphan', 'left-behind'], new Set(['orphan', 'left-behind']))).toEqual(['left-behind', 'orphan', 'poor-family'])
  })

  it('which is about what it is called, and about every type that stands in it', () => {
    expect(coveredTypes([{ types: ['migrant'] }, { types: ['migrant', 'hardship'] }], 'left-behind')).toEqual(new Set(['left-behind', 'migrant', 'hardship']))
  })
})

describe('of a difference', () => {
  it('may be decided what belongs to its kind', () => {
    for (const kind of comparedKinds) {
      expect(decisionsOf[kind]).toContain('keep')
      for (const decision of decisionsOf[kind]) expect(mayDecide(kind, decision, true)).toBe(true)
    }
    expect(mayDecide('gone', 'end', true)).toBe(true)
    expect(mayDecide('gone', 'take', false)).toBe(false)
    expect(mayDecide('ambiguous', 'take', false)).toBe(false)
    expect(mayDecide('new', 'end', false)).toBe(false)
    expect(mayDecide('elsewhere', 'transfer', false)).toBe(true)
  })

  it('with a child elsewhere may be taken that it is another child, unless the numbers are the same', () => {
    expect([mayDecide('elsewhere', 'take', false), mayDecide('elsewhere', 'visit', false), mayDecide('elsewhere', 'end', false)]).toEqual([true, true, false])
    expect([mayDecide('elsewhere', 'take', true), mayDecide('elsewhere', 'visit', true)]).toEqual([false, false])
  })

  it('may be taken that the recognition ended, on a day that has come', () => {
    expect(findEndProblem('2026-03-16', '2026-03-16')).toBeUndefined()
    expect(findEndProblem('2026-03-17', '2026-03-16')).toContain('今天')
    expect(findEndProblem(undefined, '2026-03-16')).toContain('请填写')
  })
})
