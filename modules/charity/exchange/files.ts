import type { Download } from '#platform/http/module.ts'

/** Media types of files that leave charity. */
export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A made file as a download; its name names no donor who is a person. */
export const asFile = (bytes: Uint8Array, fileName: string): Download => ({
  fileName, contentType: mediaTypes[fileName.endsWith('.pdf') ? 'pdf' : 'docx'], body: (async function* () { yield bytes })(),
})
