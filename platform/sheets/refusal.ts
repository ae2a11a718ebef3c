/** Why a table could not be taken in; the code is for programs, the message is for the person who uploaded it. */
export type SheetRefusalCode = keyof typeof messages

const messages = {
  EMPTY_FILE: '这个文件是空的，请检查后重新选择文件。',
  NOT_A_WORKBOOK: '这不是表格文件。请用 WPS 或 Excel 打开原表，另存为“.xlsx”后再上传。',
  OLD_FORMAT: '这是旧版 .xls（或 .et）表格。请用 WPS 或 Excel 打开，另存为“.xlsx”后再上传。',
  WEB_PAGE: '这个文件其实是网页，只是改成了表格的名字。请用 WPS 或 Excel 打开，另存为“.xlsx”后再上传。',
  ENCRYPTED: '这个表格设置了打开密码。请在 WPS 或 Excel 中取消密码，保存后再上传。',
  TRUNCATED: '文件不完整，可能没有传完。请重新上传；仍不成功时，请用 WPS 或 Excel 打开并另存一份再试。',
  TOO_LARGE: '表格展开后太大，系统没有打开它。请删去多余的工作表和图片，或分成几个文件上传。',
  TOO_COMPRESSED: '这个文件压缩得不正常，为了安全没有打开。请用 WPS 或 Excel 打开，另存为新的“.xlsx”后再上传。',
  TOO_MANY_PARTS: '这个表格里的工作表或图片太多。请只保留要导入的工作表，另存后再上传。',
  TOO_MANY_CELLS: '表格的行列太多，一次读不完。请分成几个文件上传。',
  TOO_SLOW: '读这个表格用的时间太长，已经停下。请分成几个文件上传。',
  DAMAGED: '表格内容已损坏，无法读取。请用 WPS 或 Excel 打开并修复，另存为“.xlsx”后再上传。',
  SHEET_NOT_FOUND: '文件里没有这张工作表，请重新选择工作表。',
  UNREADABLE_TEXT: '无法识别这个文本表格的文字编码。请用 WPS 或 Excel 打开，另存为“.xlsx”后再上传。',
} as const

/** A file that is not read, with the sentence that tells its owner what to do. Anything else thrown here is a defect. */
export class SheetRefusal extends Error {
  readonly code: SheetRefusalCode

  constructor(code: SheetRefusalCode) {
    super(messages[code])
    this.name = 'SheetRefusal'
    this.code = code
  }
}
