/** Why an attachment could not be taken or given; the code is for programs, the message for the person. */
export type FileRefusalCode = keyof typeof messages

const messages = {
  EMPTY_FILE: '这个文件是空的，请检查后重新选择文件。',
  NOT_ALLOWED: '不能上传这种文件。请上传图片（JPG、PNG、WEBP）、PDF、OFD，或 .docx、.xlsx、.pptx 文件。',
  OLD_OFFICE: '这是旧版的文档（.doc、.xls、.ppt、.wps、.et）或加了密码的文档。请用 WPS 或 Office 取消密码，另存为 .docx、.xlsx、.pptx 或 PDF 后再上传。',
  WITH_MACROS: '这个文档带有宏，为了安全不能上传。请另存为不带宏的 .docx、.xlsx、.pptx 或 PDF 后再上传。',
  DAMAGED: '文件不完整或已损坏。请重新上传；仍不成功时，请打开后另存一份再试。',
  TOO_LARGE: '文件太大。请压缩图片或拆分文件后再上传。',
  INCOMPLETE: '文件没有传完。请检查网络后重新上传。',
  FILE_MISSING: '找不到这个文件，可能已被删除。请刷新页面后再试。',
  SEAL_BROKEN: '这个文件的内容已被改动或损坏，无法打开。请告诉系统管理员从备份中恢复。',
} as const

/** A file that is not taken or not given, with the sentence that says what to do. Anything else thrown here is a defect. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode

  constructor(code: FileRefusalCode) {
    super(messages[code])
    this.name = 'FileRefusal'
    this.code = code
  }
}
