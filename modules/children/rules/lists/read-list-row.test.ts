import { describe, expect, it } from 'vitest'
import { makeCheckDigit } from '#platform/values/id-card.ts'
import { civilAffairsTypes } from '../../contract.ts'
import { relationNames, typeNames } from '../words.ts'
import { readListRow } from './read-list-row.ts'

const row = { name: '张三', sex: '男', birthOn: '2015-05-20' }
const aids = { today: '2026-03-16', usualType: 'orphan' as const }
const reading = (values: Record<string, string>) => readListRow({ ...row, ...values }, aids)
function read(values: Record<string, string>) {
  const found = reading(values)
  if ('problems' in found) throw new Error(found.problems.map(({ message }) => message).join())
  return found.read
}
/** The columns in which something is wrong; each is told by a sentence. */
function wrong(values: Record<string, string>) {
  const found = reading(values)
  const problems = 'problems' in found ? found.problems : []
  for (const { message } of problems) expect(message).toMatch(/[^。]。$/)
  return problems.map(({ key }) => key)
}

describe('a row of a list of civil affairs', () => {
  it('names a child; what it does not say is unknown, and its type is what the list is about', () => {
    expect(read({})).toEqual({
      name: '张三', sex: 'male', birthOn: '2015-05-20', paperNumber: null, phone: null, types: ['orphan'], decidedOn: null, source: null, address: null,
      school: null,
      guardian: null, unitText: '',
    })
    expect(read({ decidedOn: '2025.9.1', source: '民〔2025〕1号', address: '东路1号', school: '东街小学', unit: '东村' }))
      .toMatchObject({ decidedOn: '2025-09-01', source: '民〔2025〕1号', address: '东路1号', school: '东街小学', unitText: '东村' })
  })

  it('may tell sex and birth date by the identity number alone', () => {
    const idNumber = `99010120150520001${makeCheckDigit('99010120150520001')}`
    expect(read({ sex: '', birthOn: '', idNumber })).toMatchObject({ sex: 'male', birthOn: '2015-05-20', paperNumber: idNumber })
    expect(wrong({ sex: '', birthOn: '' })).toEqual(['birthOn', 'sex'])
    expect(wrong({ sex: '', birthOn: '', idNumber: '990101195503051219' })).toContain('idNumber')
  })

  it('knows boys and girls by the words lists use', () => {
    expect(['男', '男性', '男孩', '女', '女性', '女孩'].map((sex) => read({ sex }).sex)).toEqual(['male', 'male', 'male', 'female', 'female', 'female'])
    expect(['男女', '猛男', '女生宿舍', '美女'].map((sex) => wrong({ sex }))).toEqual(Array.from({ length: 4 }, () => ['sex']))
  })

  it('knows types by their names, their codes, and the ways people write them', () => {
    for (const type of civilAffairsTypes) expect([read({ types: typeNames[type] }).types, read({ types: type }).types]).toEqual([[type], [type]])
    expect(['实无儿童', '孤弃儿童', '特困供养', '重残', '建档立卡贫困户', '低保家庭', '留守', '流动人口子女', '困境'].map((types) => read({ types }).types[0])).toEqual([
      'de-facto-unsupported', 'orphan', 'extreme-poverty', 'severe-illness-disability', 'poor-family', 'poor-family', 'left-behind', 'migrant', 'hardship'])
  })

  it('takes several types from one cell, each once and always in the same order', () => {
    expect(read({ types: '困境、孤儿;孤弃' }).types).toEqual(read({ types: '孤儿 困境' }).types)
    expect(read({ types: '困境、孤儿' }).types.toSorted()).toEqual(['hardship', 'orphan'])
    expect(wrong({ types: '孤儿、好孩子' })).toEqual(['types'])
  })

  it('refuses days that are none, and a decision still to come', () => {
    expect(wrong({ birthOn: '去年' })).toEqual(['birthOn'])
    expect(wrong({ decidedOn: '去年' })).toEqual(['decidedOn'])
    expect(wrong({ decidedOn: '2026-03-16' })).toEqual([])
    expect(wrong({ decidedOn: '2026-03-17' })).toEqual(['decidedOn'])
  })

  it('refuses whoever has grown up', () => {
    expect(wrong({ birthOn: '2008-03-16' })).toEqual(['birthOn'])
  })

  it.each([['name', 60], ['address', 200], ['school', 100], ['source', 100], ['guardianName', 60]])('refuses %s above %i characters', (key, most) => {
    expect(wrong({ [key]: '长'.repeat(most) })).toEqual([])
    expect(wrong({ [key]: '长'.repeat(most + 1) })).toEqual([key])
  })
})

describe('the guardian in a row', () => {
  const relationOf = (guardianRelation: string) => read({ guardianName: '李桂花', guardianRelation }).guardian?.relation

  it('is there when named, with the telephone as digits', () => {
    expect(read({ guardianName: ' 李 桂花', guardianRelation: '祖母', guardianPhone: '138-0000-0000' }).guardian)
      .toEqual({ name: '李桂花', relation: 'grandmother', phone: '13800000000' })
    expect(read({ guardianName: '李桂花' }).guardian).toEqual({ name: '李桂花', relation: 'other', phone: null })
    expect(read({ guardianPhone: '13800000000' }).guardian).toBeNull()
    expect(wrong({ guardianName: '李桂花', guardianPhone: '12' })).toEqual(['guardianPhone'])
  })

  it('stands to the child as the list says, by the name of the relation or as people speak', () => {
    for (const [relation, name] of Object.entries(relationNames)) expect(relationOf(name)).toBe(relation)
    expect(['爷爷', '奶奶', '外公', '姥爷', '外婆', '姥姥', '爸爸', '养父', '母子', '兄长', '姐弟', '寄养', '儿童福利院', '邻居'].map(relationOf)).toEqual([
      'grandfather', 'grandmother', 'maternal-grandfather', 'maternal-grandfather', 'maternal-grandmother', 'maternal-grandmother', 'father', 'father',
      'mother', 'sibling',
      'sibling', 'foster', 'institution', 'other'])
  })

  it('is no parent where the word for an uncle or an aunt has 父 or 母 in it', () => {
    expect(['伯父', '叔父', '姑母', '舅母', '姨妈', '婶母', '叔叔', '亲戚', '祖孙'].map(relationOf)).toEqual(Array.from({ length: 9 }, () => 'kin'))
  })
})
