import { describe, expect, it } from 'vitest'
import { fileFields } from '../../contract.ts'
import type { KeptChild } from './compare-listed.ts'
import type { ListedChild } from './read-list-row.ts'
import { approvalFor, oursInWords, theirsInWords } from './said-in-words.ts'

const kept: KeptChild = {
  name: '张三', sex: 'female', paperNumber: '990101201505201234', address: '东路1号', school: '东街小学', types: ['orphan', 'poor-family'], decidedOn: '2025-09-01',
  source: '民〔2025〕1号', guardians: [{ name: '李桂花', phone: '13800000000' }, { name: '张大', phone: null }],
}
const listed: ListedChild = {
  name: '张叁', sex: 'male', birthOn: '2015-05-20', paperNumber: 'N1', address: null, school: '西街小学', types: ['orphan'], decidedOn: null, source: null,
  guardian: { name: '李桂花', relation: 'grandmother', phone: null }, unitText: '',
}
const theirs = (field: Parameters<typeof theirsInWords>[0], of: ListedChild = listed) => theirsInWords(field, of, kept.types, new Set(['orphan']))

describe('what a list says', () => {
  it('is its words, and nothing where it says nothing', () => {
    expect([theirs('name'), theirs('school'), theirs('address'), theirs('sex'), theirs('sex', { ...listed, sex: 'female' })])
      .toEqual(['张叁', '西街小学', null, '男', '女'])
  })

  it('of types is what the child would have after it', () => {
    expect(theirs('types')).toBe('孤儿、贫困家庭儿童')
    expect(theirsInWords('types', { ...listed, types: [] }, [], new Set(['orphan']))).toBeNull()
  })

  it('of a guardian is name, relation and telephone', () => {
    expect(theirs('guardian')).toBe('李桂花 祖母')
    expect(theirs('guardian', { ...listed, guardian: { name: '李桂花', relation: 'grandmother', phone: '13800000000' } })).toBe('李桂花 祖母 13800000000')
    expect(theirs('guardian', { ...listed, guardian: null })).toBeNull()
  })
})

describe('what we have', () => {
  it('is shown to whoever may open it', () => {
    expect(oursInWords('name', kept, false)).toBe('张三')
    expect(oursInWords('address', kept, false)).toBe('东路1号')
    expect(oursInWords('guardian', kept, false)).toBe('李桂花 13800000000；张大')
    expect(oursInWords('types', kept, false)).toBe('孤儿、贫困家庭儿童')
    expect(oursInWords('sex', kept, false)).toBe('女')
  })

  it('is masked for anybody else: nothing tells who and where the child is', () => {
    const masked = (['name', 'paperNumber', 'address', 'school', 'guardian'] as const).map((field) => oursInWords(field, kept, true) ?? '')
    expect(masked.join()).not.toMatch(/张三|201505|东路|东街|李桂花|0000000/)
    expect(masked[0]).toBe('张某')
    expect(masked[1]).toMatch(/^9\*+4$/)
    expect(masked[4]).toBe('李某 138****0000；张某')
  })

  it('of types, sex, day and document is masked for nobody, because it stands on the card', () => {
    for (const field of ['types', 'sex', 'decidedOn', 'source'] as const) {
      expect(oursInWords(field, kept, true)).toBe(oursInWords(field, kept, false))
      expect(approvalFor[field]).toBeUndefined()
    }
    for (const field of ['name', 'paperNumber', 'address', 'school', 'guardian'] as const) expect(fileFields).toContain(approvalFor[field])
  })

  it('is nothing where nothing is known', () => {
    expect(oursInWords('address', { ...kept, address: null }, true)).toBeNull()
    expect(oursInWords('guardian', { ...kept, guardians: [] }, false)).toBeNull()
  })
})
