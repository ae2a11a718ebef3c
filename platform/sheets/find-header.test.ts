import { describe, expect, it } from 'vitest'
import { toCell, type Sheet } from './cells.ts'
import { findHeader, proposeMapping, type ColumnSpec } from './find-header.ts'
import { readRows } from './read-rows.ts'
import { readWorkbook } from './read-workbook.ts'
import { makeRegister } from './sample-files.ts'

const columns: ColumnSpec[] = [
  { key: 'name', title: '姓名', synonyms: ['名字'], required: true, example: '张三' },
  { key: 'idNumber', title: '身份证号', synonyms: ['证件号码'], required: true, example: '990101195001011238' },
  { key: 'bornOn', title: '出生日期', synonyms: ['出生年月'], required: false, example: '1950-01-01' },
  { key: 'phone', title: '手机', synonyms: ['联系电话'], required: true, example: '13900000000' },
]
const sheetOf = (rows: (string | null)[][], merges: Sheet['merges'] = []): Sheet => ({
  name: '表', hidden: false, rows: rows.map((row) => row.map(toCell)), merges,
})

describe('finding the header', () => {
  it('looks past a merged title and a note', async () => {
    const sheet = (await readWorkbook(await makeRegister()))[0] as Sheet
    const header = findHeader(sheet, columns)
    expect(header?.rowNumber).toBe(3)
    expect(header?.headers.map((item) => item.text)).toEqual(['序号', '*姓 名', '证件号码（18位）', '出生年月', '联系电话'])
  })

  it('finds nothing in a table that shares no title with ours', () => {
    expect(findHeader(sheetOf([['日期', '天气'], ['一', '晴']]), columns)).toBeUndefined()
  })

  it('reads a header of two storeys, so that the guardian’s name is not the child’s', () => {
    const merges = [
      { startRow: 0, startColumn: 0, endRow: 0, endColumn: 3 },
      { startRow: 1, startColumn: 0, endRow: 2, endColumn: 0 },
      { startRow: 1, startColumn: 1, endRow: 1, endColumn: 2 },
      { startRow: 1, startColumn: 3, endRow: 2, endColumn: 3 },
    ]
    const sheet = sheetOf([['登记表'], ['姓名', '监护人', null, '手机'], [null, '姓名', '关系'], ['甲一', '甲父', '父', '1']], merges)
    const header = findHeader(sheet, columns)
    expect(header).toEqual({
      rowNumber: 3,
      headers: [
        { columnIndex: 0, text: '姓名' },
        { columnIndex: 1, text: '姓名', group: '监护人' },
        { columnIndex: 2, text: '关系', group: '监护人' },
        { columnIndex: 3, text: '手机' },
      ],
    })
    const guardian: ColumnSpec = { key: 'guardianName', title: '监护人姓名', synonyms: [], required: false, example: '李四' }
    expect(proposeMapping(header?.headers ?? [], [guardian, ...columns]).mapping).toEqual({ guardianName: 1, name: 0, phone: 3 })
  })
})

describe('proposing which column is which', () => {
  const headers = ['序号', '姓名（必填）', '名字', '证件号码', '备注'].map((text, columnIndex) => ({ columnIndex, text }))

  it('prefers exact titles, then synonyms, then titles without their remarks, and names what is missing', () => {
    const proposal = proposeMapping(headers, columns)
    expect(proposal.matches).toEqual([
      { key: 'name', columnIndex: 2, how: 'synonym' },
      { key: 'idNumber', columnIndex: 3, how: 'synonym' },
    ])
    expect(proposal.missing.map((column) => column.key)).toEqual(['phone'])
    expect(proposal.unused.map((header) => header.text)).toEqual(['序号', '姓名（必填）', '备注'])
    expect(proposeMapping([headers[1] as (typeof headers)[0]], columns).matches).toEqual([{ key: 'name', columnIndex: 1, how: 'similar' }])
  })

  it('knows a title whose word stands in quotes, as official tables write “五老”', () => {
    const kind: ColumnSpec = { key: 'kind', title: '五老类别', synonyms: [], required: true, example: '老教师' }
    for (const text of ['“五老”类别', '"五老"类别（可多选）', '「五老」类别']) {
      expect(proposeMapping([{ columnIndex: 4, text }], [kind]).matches, text).toEqual([{ key: 'kind', columnIndex: 4, how: 'similar' }])
    }
  })

  it('lets the user’s choice win, also the choice of nothing', () => {
    const proposal = proposeMapping(headers, columns, { name: 1, idNumber: null, phone: 3 })
    expect(proposal.mapping).toEqual({ name: 1, phone: 3 })
    expect(proposal.missing.map((column) => column.key)).toEqual(['idNumber'])
  })
})

describe('reading the rows', () => {
  it('skips blank lines, makes digits and spaces regular and names values that lost digits', async () => {
    const sheet = (await readWorkbook(await makeRegister()))[0] as Sheet
    const header = findHeader(sheet, columns)
    const rows = [...readRows(sheet, { rowNumber: 3 }, proposeMapping(header?.headers ?? [], columns).mapping, columns)]
    expect(rows.map((row) => row.rowNumber)).toEqual([4, 6, 7])
    expect(rows[0]?.values).toEqual({ name: '甲一', idNumber: '990101199001011237', bornOn: '1990-01-01', phone: '13900000000' })
    expect(rows[1]?.values['name']).toBe('乙二')
    expect(rows.map((row) => row.precisionLost)).toEqual([[], ['idNumber'], []])
    expect(rows[2]?.values['phone']).toBe('')
  })

  it('names values whose digits stood in full width, so that an amount is typed anew', () => {
    const sheet = sheetOf([['姓名', '手机'], ['乙二', '１３９００００００００'], ['丙三', '13900000000']])
    const rows = [...readRows(sheet, { rowNumber: 1 }, { name: 0, phone: 1 })]
    expect(rows.map(({ values, fullWidth }) => [values['phone'], fullWidth])).toEqual([['13900000000', ['phone']], ['13900000000', []]])
  })

  it('skips the example line of our own template and nothing that only resembles it', () => {
    const sheet = sheetOf([['姓名', '手机'], ['张三', '13900000000'], ['张三', '13900000009']])
    expect([...readRows(sheet, { rowNumber: 1 }, { name: 0, phone: 1 }, columns)].map((row) => row.rowNumber)).toEqual([3])
  })
})
