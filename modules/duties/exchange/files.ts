import type { Download } from '#platform/http/module.ts'

/** Media type of a workbook. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A finished document as it is sent. */
export const documentFile = (title: string, bytes: Uint8Array): Download => ({
  fileName: `${title}.docx`, contentType: documentType, body: (async function* () { yield bytes })(),
})
