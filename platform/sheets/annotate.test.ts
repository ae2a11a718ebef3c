import { addChart, writeXlsx, type WriteSheet } from 'hucre'
import { describe, expect, it } from 'vitest'
import { annotateWorkbook } from './annotate.ts'
import { listEntries } from './inspect-archive.ts'
import { textTableName } from './parse-tables.ts'
import { readWorkbook } from './read-workbook.ts'
import { makeRegister, openElsewhere } from './sample-files.ts'

const problems = [
  { rowNumber: 6, columnIndex: 2, message: '身份证号末尾数字已丢失，请把该列设为文本后重新填写。' },
  { rowNumber: 6, columnIndex: 4, message: '手机号不对。' },
  { rowNumber: 4, columnIndex: 1, message: '姓名与证件不符。' },
  { rowNumber: 7, message: '这一行与第 4 行重复。' },
]
const options = { headerRowNumber: 3, goodRowText: '可以导入' }
const red = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } }

describe('annotating the user’s own file', () => {
  it('marks bad cells and keeps everything else as it was', async () => {
    const workbook = await openElsewhere(await annotateWorkbook(await makeRegister(), '登记表', problems, options))
    const sheet = workbook.getWorksheet('登记表')
    if (!sheet) throw new Error('the sheet is gone')
    expect(sheet.getCell('F3').value).toBe('导入结果')
    expect(sheet.getCell('F6').value).toBe(`${problems[0]?.message}；${problems[1]?.message}`)
    expect(sheet.getCell('F7').value).toBe('这一行与第 4 行重复。')
    expect(sheet.getCell('F5').value).toBeNull()
    expect(sheet.getCell('C6').fill).toMatchObject(red)
    expect(sheet.getCell('C6').note).toBe(problems[0]?.message)
    expect(sheet.getCell('A7').fill).toMatchObject(red)
    expect(sheet.getCell('B6').fill).not.toMatchObject(red)
    expect(sheet.getCell('B4').note).toBe('请核对\n【导入检查】姓名与证件不符。')
    expect(sheet.getCell('A1').font).toMatchObject({ bold: true, size: 20 })
    expect(sheet.getCell('B1').master.address).toBe('A1')
    expect(sheet.getCell('D4').numFmt).toBe('yyyy"年"m"月"d"日"')
    expect(sheet.getColumn(3).width).toBe(30)
    expect(sheet.getCell('E9').dataValidation).toMatchObject({ type: 'list' })
    expect(sheet.getCell('C4').value).toBe('990101199001011237')
    expect(sheet.getCell('D7').value).toEqual(new Date(Date.UTC(1948, 2, 3)))
  })

  it('reuses its column and takes its own remarks away when the corrected file comes back', async () => {
    const once = await annotateWorkbook(await makeRegister(), '登记表', problems, options)
    const twice = await annotateWorkbook(once, '登记表', [{ rowNumber: 7, columnIndex: 4, message: '请填写手机。' }], options)
    const sheet = (await openElsewhere(twice)).getWorksheet('登记表')
    expect(sheet?.getCell('C6').note).toBeUndefined()
    expect(sheet?.getCell('C6').fill).not.toMatchObject(red)
    expect(sheet?.getCell('B4').note).toBe('请核对')
    expect(sheet?.getCell('F6').value).toBe('可以导入')
    expect(sheet?.getCell('F6').fill).not.toMatchObject(red)
    expect(sheet?.getCell('F7').value).toBe('请填写手机。')
    expect(sheet?.getCell('G3').value).toBeNull()
    expect((await readWorkbook(twice))[0]?.rows[5]?.[4]?.text).toBe('13900000001')
  })

  it('keeps a chart and the other sheets', async () => {
    const rows = [['月份', '次数'], ['一月', 3], ['二月', 5]]
    const charted: WriteSheet = { name: '图', rows }
    addChart(charted, {
      type: 'column',
      title: '次数',
      anchor: { from: { row: 5, col: 0 }, to: { row: 20, col: 6 } },
      series: [{ name: '次数', values: 'B2:B3', categories: 'A2:A3' }],
    })
    const original = await writeXlsx({ sheets: [{ name: '名单', rows: [['姓名'], ['甲一']] }, charted] })
    const partsWithCharts = (bytes: Uint8Array) => listEntries(bytes).filter((entry) => entry.name.includes('charts/chart')).length
    expect(partsWithCharts(original)).toBe(1)
    const annotated = await annotateWorkbook(original, '名单', [{ rowNumber: 2, columnIndex: 0, message: '重名。' }])
    expect(partsWithCharts(annotated)).toBe(1)
    expect((await readWorkbook(annotated)).map((sheet) => sheet.name)).toEqual(['名单', '图'])
  })

  it('gives a text table back as a text table with one more column', async () => {
    const annotated = await annotateWorkbook(Buffer.from('姓名,电话\r\n甲一,1\r\n'), textTableName, [{ rowNumber: 2, message: '=坏' }])
    expect(Buffer.from(annotated).toString('utf8').trimEnd()).toBe("\ufeff姓名,电话,导入结果\r\n甲一,1,'=坏")
  })

  it('refuses a sheet that is not there', async () => {
    await expect(annotateWorkbook(await makeRegister(), '别的', [])).rejects.toMatchObject({ code: 'SHEET_NOT_FOUND' })
  })
})
