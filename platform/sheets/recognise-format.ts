import { SheetRefusal } from './refusal.ts'

const zipMagic = [0x50, 0x4b]
const compoundFileMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const pageBeginning = /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype|html|head|meta|body|table|style|div|workbook)\b/is
const knownBinaries = [[0x25, 0x50, 0x44, 0x46], [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0x4d, 0x5a, 0x90], [0x52, 0x61, 0x72, 0x21]]

/** Tells by the bytes, never by the name, whether this is a workbook or a text table, and refuses the rest. */
export function recogniseFormat(bytes: Uint8Array): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new SheetRefusal('EMPTY_FILE')
  if (startsWith(bytes, zipMagic)) return 'xlsx'
  if (startsWith(bytes, compoundFileMagic)) throw new SheetRefusal(holdsEncryptedPackage(bytes) ? 'ENCRYPTED' : 'OLD_FORMAT')
  if (knownBinaries.some((magic) => startsWith(bytes, magic))) throw new SheetRefusal('NOT_A_WORKBOOK')
  const beginning = Buffer.from(bytes.subarray(0, 2048))
  if (pageBeginning.test(beginning.toString('utf8').replace(/^\ufeff/, ''))) throw new SheetRefusal('WEB_PAGE')
  return 'csv'
}

/** A workbook with an opening password is an old-style container with a stream of this name. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
