import { describe, expect, it } from 'vitest'
import { endingWords, readPostRow } from './post-row.ts'

const titles = [
  { code: 'director', name: '主任' }, { code: 'standing-deputy-director', name: '常务副主任' }, { code: 'deputy-director', name: '副主任' },
  { code: 'member', name: '委员' }, { code: 'staff', name: '工作人员' }]
const row = { unit: '东街镇', title: '副主任', personName: '何新' }
const reading = (values: Record<string, string>) => readPostRow({ ...row, ...values }, { titles, today: '2026-03-16' })
function read(values: Record<string, string>) {
  const found = reading(values)
  if ('problems' in found) throw new Error(found.problems.map(({ message }) => message).join())
  return found.read
}
/** The columns in which something is wrong; each is told by a sentence. */
function wrong(values: Record<string, string>) {
  const found = reading(values)
  const problems = 'problems' in found ? found.problems : []
  for (const { message } of problems) expect(message).toMatch(/。$/)
  return problems.map(({ key }) => key)
}

describe('a row of a workbook of posts', () => {
  it('says who holds which post of which unit, and what is blank is left as it is', () => {
    expect(read({})).toEqual({
      unitText: '东街镇', titleCode: 'deputy-director', seat: null, personName: '何新', isFullTime: null, fromOn: null, dueToEndOn: null, ending: null,
      seatFromOn: null,
    })
    expect(read({ seat: ' 2 ', workingTime: '专职', fromOn: '2024/3/1', dueToEndOn: '2029-02-28', ending: '届满', seatFromOn: '2020-01-01' })).toMatchObject({
      seat: 2, isFullTime: true, fromOn: '2024-03-01', dueToEndOn: '2029-02-28', ending: 'expired', seatFromOn: '2020-01-01',
    })
  })

  it('names its unit by the code before the name', () => {
    expect(read({ unitCode: '9901001' }).unitText).toBe('9901001')
    expect(wrong({ unit: ' ' })).toEqual(['unit'])
  })

  it('knows a post by its name and by the names that others give it', () => {
    expect(['主任', '主任委员', '常务副', '专职副主任', '干事', '办事员', '成员'].map((title) => read({ title }).titleCode))
      .toEqual(['director', 'director', 'standing-deputy-director', 'deputy-director', 'staff', 'staff', 'member'])
    const found = reading({ title: '皇帝' })
    expect('problems' in found && found.problems).toMatchObject([{ key: 'title', message: expect.stringContaining('主任、常务副主任、副主任、委员、工作人员') }])
  })

  it('knows that nobody holds it', () => {
    expect(['', '空缺', '（暂缺）', '缺', '无', '(待定)'].map((personName) => read({ personName }).personName)).toEqual([null, null, null, null, null, null])
    expect(['无忌', '吴缺', '缺位'].map((personName) => read({ personName }).personName)).toEqual(['无忌', '吴缺', '缺位'])
  })

  it('drops the gap in a name of two characters, not between foreign names', () => {
    expect(read({ personName: '何  新' }).personName).toBe('何新')
    expect(read({ personName: 'Anna Li' }).personName).toBe('Anna Li')
    expect(wrong({ personName: '何'.repeat(50) })).toEqual([])
    expect(wrong({ personName: '何'.repeat(51) })).toEqual(['personName'])
  })

  it('numbers a seat from one to three digits', () => {
    expect([read({ seat: '1' }).seat, read({ seat: '999' }).seat]).toEqual([1, 999])
    expect(['0', '1000', '一', '-1', '第1'].map((seat) => wrong({ seat }))).toEqual(Array.from({ length: 5 }, () => ['seat']))
  })

  it('knows who works full time', () => {
    expect(['专职', '专', '是', '全职', '兼职', '兼', '否'].map((workingTime) => read({ workingTime }).isFullTime)).toEqual([true, true, true, true, false, false, false])
    expect(['非专职', '专职否', '不兼职', '兼职吗'].map((workingTime) => wrong({ workingTime }))).toEqual(Array.from({ length: 4 }, () => ['workingTime']))
  })

  it('knows how the one before left by the words in which an export writes it', () => {
    for (const [ending, word] of Object.entries(endingWords)) expect(read({ ending: word }).ending).toBe(ending)
    const found = reading({ ending: '跑了' })
    expect('problems' in found && found.problems).toMatchObject([{ key: 'ending', message: expect.stringContaining('届满、辞任、调离、免职、去世') }])
  })

  it('refuses days that are none', () => {
    expect(wrong({ fromOn: '去年', dueToEndOn: '明年', seatFromOn: '早就' })).toEqual(['fromOn', 'dueToEndOn', 'seatFromOn'])
    expect(JSON.stringify(reading({ fromOn: '去年', dueToEndOn: '明年', seatFromOn: '早就' }))).toMatch(/任职日期无法.*届满日期无法.*设置日期无法/)
  })

  it('refuses to begin or to be set up after today', () => {
    expect(wrong({ fromOn: '2026-03-16', seatFromOn: '2026-03-16' })).toEqual([])
    expect(wrong({ fromOn: '2026-03-17' })).toEqual(['fromOn'])
    expect(wrong({ seatFromOn: '2026-03-17' })).toEqual(['seatFromOn'])
  })

  it('refuses to end on the day of its beginning or before, and to begin before the post was set up', () => {
    expect(wrong({ fromOn: '2024-03-01', dueToEndOn: '2024-03-02' })).toEqual([])
    expect(wrong({ fromOn: '2024-03-01', dueToEndOn: '2024-03-01' })).toEqual(['dueToEndOn'])
    expect(wrong({ dueToEndOn: '2020-01-01' })).toEqual([])
    expect(wrong({ fromOn: '2024-03-01', seatFromOn: '2024-03-01' })).toEqual([])
    expect(wrong({ fromOn: '2024-03-01', seatFromOn: '2024-03-02' })).toEqual(['fromOn'])
  })
})
