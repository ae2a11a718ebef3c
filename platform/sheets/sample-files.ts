import ExcelJS from 'exceljs'
import { zipParts } from './zip-stream.ts'

/** Files as they arrive in the field, made for tests; the maker is another library than the one that reads them. */
export async function makeWorkbook(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Opens bytes with the other library, to see what a user's own program would see. */
export async function openElsewhere(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer)
  return workbook
}

/** A register with a merged title, a note, a blank line, mixed dates, full-width digits and a long number. */
export const makeRegister = () =>
  makeWorkbook((workbook) => {
    const sheet = workbook.addWorksheet('登记表')
    sheet.mergeCells('A1:E1')
    sheet.getCell('A1').value = '××区人员登记表'
    sheet.getCell('A1').font = { bold: true, size: 20 }
    sheet.getCell('A2').value = '填报单位：示例街道'
    sheet.getRow(3).values = ['序号', '*姓　名', '证件号码（18位）', '出生年月', '联系电话']
    sheet.getRow(4).values = [1, '甲一', '990101199001011237', new Date(Date.UTC(1990, 0, 1)), '１３９００００００００']
    sheet.getRow(6).values = [2, '乙二 ', 990101195502021230, '1955.2.2', 13900000001]
    sheet.getRow(7).values = [3, '丙三', '990101194803031231', 17595, null]
    sheet.getCell('D4').numFmt = 'yyyy"年"m"月"d"日"'
    sheet.getCell('D7').numFmt = 'yyyy/m/d'
    sheet.getColumn(3).width = 30
    sheet.getCell('B4').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } }
    sheet.getCell('B4').note = '请核对'
    sheet.getCell('E9').dataValidation = { type: 'list', formulae: ['"有,无"'] }
    sheet.views = [{ state: 'frozen', ySplit: 3 }]
  })

/** A zip archive of the given parts, for the attacks. */
export async function makeArchive(parts: { name: string; content: string | AsyncIterable<string> }[]): Promise<Uint8Array> {
  const blocks: Uint8Array[] = []
  for await (const block of zipParts(parts)) blocks.push(block)
  return Buffer.concat(blocks)
}

/** All bytes of a stream together. */
export async function collect(blocks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const block of blocks) all.push(block)
  return Buffer.concat(all)
}
