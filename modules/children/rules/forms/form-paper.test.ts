import { describe, expect, it } from 'vitest'
import type { FormAnswers } from '../../contract.ts'
import { blankPaper, filledPaper, peopleHead } from './form-paper.ts'

const none: FormAnswers = { incomes: [], aids: [], relatives: [] }
const relationNames = { father: '父亲' }
const labels = (lines: readonly { label: string }[]) => lines.map(({ label }) => label)
const valueOf = (lines: readonly { label: string; value: string }[], label: string) => lines.find((line) => line.label === label)?.value

describe('a form on paper', () => {
  const known = [{ label: '姓名', value: '张三' }, { label: '就学情况', value: '初中' }, { label: '学校', value: '东街中学' }, { label: '健康、残疾、患病', value: '' },
    { label: '家庭经济', value: '低保边缘家庭' }, { label: '父母情况', value: '父亲外出务工' }]
  const paper = (kind: 'left-behind' | 'household', answers: Partial<FormAnswers> = {}) =>
    filledPaper(kind, { known, answers: { ...none, ...answers }, relationNames })

  it('ticks what is known and leaves the other boxes to the pen', () => {
    const { lines } = paper('left-behind', { incomes: ['wages', 'remittance'], boards: 'no' })
    expect(valueOf(lines, '就学情况')).toBe('□幼儿园　□小学　☑初中　□高中　□中职　□特殊教育　□不在学　□辍学')
    expect(valueOf(lines, '经济来源')).toBe('☑务工工资　□务农　☑外出父母寄回　□政府补助　□亲友资助　□其他')
    expect(valueOf(lines, '是否寄宿')).toBe('□是　☑否')
  })

  it('has room for words where nothing is known, and the words where something is', () => {
    const { lines } = paper('left-behind')
    expect(valueOf(lines, '健康、残疾、患病')).toContain('□残疾（类别、等级：')
    expect([valueOf(lines, '父母情况'), valueOf(lines, '姓名')]).toEqual(['父亲外出务工', '张三'])
  })

  it('asks about the child on the one form and about the household on the other', () => {
    const [child, household] = [labels(blankPaper('left-behind').lines), labels(blankPaper('household').lines)]
    expect(child).toEqual(expect.arrayContaining(['学校', '就学情况', '是否寄宿', '经济来源', '救助情况', '监护状况']))
    expect(household).toEqual(expect.arrayContaining(['家庭经济', '共同生活人数', '住房', '家庭年收入（元）', '救助情况']))
    for (const label of ['住房', '家庭年收入（元）', '家庭经济', '共同生活人数']) expect(child).not.toContain(label)
    for (const label of ['学校', '就学情况', '是否寄宿']) expect(household).not.toContain(label)
    expect(labels(paper('household').lines)).not.toContain('学校')
  })

  it('keeps an answer that was written on it, also where that form would not ask', () => {
    expect(valueOf(paper('left-behind', { housing: 'rented' }).lines, '住房')).toContain('☑租住')
  })

  it('has a row for each of the family, with a column for each thing asked; on the blank one for seven', () => {
    const people = paper('left-behind', { relatives: [{ relation: 'father', name: '张大', workPlace: '深圳', phone: '13800000000' }] }).people
    expect(people).toEqual([['父亲', '张大', '', '深圳', '13800000000', '']])
    const blank = blankPaper('left-behind').people
    expect([blank.length, ...blank.map((row) => row.length)]).toEqual([7, ...Array.from({ length: 7 }, () => peopleHead.length)])
    expect(blank.flat().filter((cell) => cell !== '')).toEqual(['父亲', '母亲', '祖父', '祖母', '外祖父', '外祖母', '委托监护人'])
    expect(blankPaper('household').lines.some(({ value }) => value.includes('☑'))).toBe(false)
  })
})
