import ExcelJS from 'exceljs'

/** A row of the messy workbook, in the order of its headings. */
export type MessyRow = (string | number | Date | null)[]

/** Headings as a county office would write them. */
export const messyHeadings = ['序号', '姓 名', '性别', '身份证号码', '出生年月日', '手机号码', '所在单位', '五老类别', '加入时间', '特长', '备注']

/**
 * A volunteers' workbook as LibreOffice saves what an office has kept for years: a merged title, a note below it, headings with
 * spaces, dates of every form, full-width digits, blank lines, repeated people, wrong check digits.
 */
export async function messyWorkbook(rows: readonly MessyRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'LibreOffice'
  const notes = workbook.addWorksheet('填表说明')
  notes.addRow(['本表由各镇填写'])
  const sheet = workbook.addWorksheet('五老名册')
  sheet.addRow(['试验市五老队伍花名册'])
  sheet.mergeCells(1, 1, 1, messyHeadings.length)
  sheet.addRow(['填报单位：东街镇', null, null, '填报时间：2026年3月'])
  sheet.addRow(messyHeadings)
  for (const row of rows) sheet.addRow(row)
  sheet.getColumn(5).numFmt = 'yyyy"年"m"月"d"日"'
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** The rows of the story; row numbers as the user sees them stand beside. */
export const messyRows: MessyRow[] = [
  [1, '王秀英', '女', '990101195503051226', '1955年3月5日', '１５４００００１１１１', '', '老教师、老模范', '2019.5.1', '书法、讲故事', ''], // 4
  [2, '李 建国', '男', '９９０１０１１９６００１０１１０３４', new Date(Date.UTC(1960, 0, 1)), '154-0000-2222', '东一村', '老干部', '2020/6/1', '', ''], // 5
  [null, null, null, null, null, null, null, null, null, null, null], // 6
  [3, '赵错码', '男', '990101195503051219', '1955-03-05', '', '', '老教师', '2021-01-01', '', ''], // 7
  [4, '王秀英', '女', '990101195503051226', '19550305', '15400001111', '', '老教师', '2019-05-01', '', '重复'], // 8
  [5, '孙日期', '女', '', '1952年2月30日', '', '', '老战士', '2020-01-01', '', ''], // 9
  [6, '周类别', '男', '', '1950-01-01', '', '', '老朋友', '2020-01-01', '', ''], // 10
  [7, '吴他乡', '男', '', '1950-01-02', '', '北乡', '老专家', '2020-01-01', '', ''], // 11
  [8, '䶮𤧯', '女', '', 20000, '0817-2345678', '', '专家', 43831, '', ''], // 12
]
