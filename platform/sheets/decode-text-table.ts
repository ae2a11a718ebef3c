import { SheetRefusal } from './refusal.ts'

/** The text of a .csv or .txt table, whichever of the encodings in use in China it was saved in. */
export function decodeTextTable(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new SheetRefusal('NOT_A_WORKBOOK')
  return decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030') ?? refuse()
}

/** Strictly, so that a wrong guess shows as an error and not as question marks in a name. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refuse(): never {
  throw new SheetRefusal('UNREADABLE_TEXT')
}
