import { describe, expect, it } from 'vitest'
import { dataSetOf } from './data-set.ts'

const words = {
  heads: ['月份', '地区', '项目', '数值'] as const, opening: '建账时结余', gifts: '捐赠收入', other: '其他收入', spending: '支出', children: '儿童', households: '家庭',
  placeOf: ({ place, isMerged }: { place: string; isMerged: boolean }) => (isMerged ? `${place}其他` : place),
}

describe('the data set of a fund', () => {
  it('has a row for each month and kind, money in yuan to the fen, and groups as they are shown', () => {
    const text = dataSetOf({ openingFen: 250, months: [{ month: 202602, giftsFen: 100_001, otherFen: 0, spentFen: -5 }], cells: [
      { fundName: '助学', month: 202602, isWithheld: false, groups: [{ place: '东街镇', isMerged: true, children: 7, households: 0 }] },
      { fundName: '助学', month: 202603, isWithheld: true, groups: [] }] }, words)
    expect(text.slice(1).split('\r\n')).toEqual(['月份,地区,项目,数值', ',,建账时结余,2.50', '202602,,捐赠收入,1000.01', '202602,,其他收入,0.00', '202602,,支出,-0.05',
      '202602,东街镇其他,儿童,7', '202602,东街镇其他,家庭,0', ''])
  })
  it('holds nothing that a spreadsheet takes for a formula', () => {
    const text = dataSetOf({ openingFen: 0, months: [], cells: [{ fundName: '', month: 202602, isWithheld: false, groups: [{ place: '=1+1,"x"', isMerged: false,
      children: 5, households: 5 }] }] }, words)
    expect(text).toContain(`"'=1+1,""x""",儿童,5`)
  })
})
