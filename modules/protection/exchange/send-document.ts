import type { Download } from '#platform/http/module.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A made document as a download; its name names no child. */
export function sendDocument(bytes: Uint8Array, fileName: string): Download {
  return { fileName, contentType: fileName.endsWith('.pdf') ? 'application/pdf' : docx, body: (async function* () { yield bytes })() }
}
