import { inflateRawSync } from 'node:zlib'

const endOfDirectory = 0x06054b50

/** One part of a .docx as text, e.g. word/document.xml; a small reader for tests, by the central directory of the zip. */
export function docxPart(docx: Uint8Array, name: string): string {
  const file = Buffer.from(docx)
  let end = file.length - 22
  while (file.readUInt32LE(end) !== endOfDirectory) end -= 1
  let at = file.readUInt32LE(end + 16)
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = file.readUInt16LE(at + 28)
    if (file.toString('utf8', at + 46, at + 46 + nameLength) === name) return partAt(file, at)
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  throw new Error(`the file has no part ${name}`)
}

function partAt(file: Buffer, entry: number): string {
  const [method, packedLength, header] = [file.readUInt16LE(entry + 10), file.readUInt32LE(entry + 20), file.readUInt32LE(entry + 42)]
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  const packed = file.subarray(start, start + packedLength)
  return (method === 0 ? packed : inflateRawSync(packed)).toString('utf8')
}

/** A paragraph of the body: its XML, and its text with tab stops as tabs. */
export type WrittenParagraph = { xml: string; text: string }

/** The paragraphs of the body in their order, those of tables included. */
export function docxParagraphs(docx: Uint8Array): WrittenParagraph[] {
  const found = docxPart(docx, 'word/document.xml').match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? []
  return found.map((xml) => ({ xml, text: textOf(xml) }))
}

function textOf(xml: string): string {
  const pieces = xml.replace(/<w:pPr>.*?<\/w:pPr>/gs, '').matchAll(/<w:tab\/>|<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)
  return Array.from(pieces, ([, text]) => text ?? '\t').join('')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}
