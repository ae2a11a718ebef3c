import { listEntries, unpackEntry } from '#platform/sheets/inspect-archive.ts'
import { FileRefusal } from './refusal.ts'

/** The sorts of attachment that are taken. */
export type FileFamily = 'image' | 'page' | 'office'

/** What a file is by its own bytes. Its name and the type the browser claims are never believed. */
export type FileKind = {
  mediaType: string
  /** Without the dot; a download gets this ending whatever the uploaded name was. */
  extension: string
  family: FileFamily
}

const officeType = 'application/vnd.openxmlformats-officedocument'
const kinds = {
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg', family: 'image' },
  png: { mediaType: 'image/png', extension: 'png', family: 'image' },
  webp: { mediaType: 'image/webp', extension: 'webp', family: 'image' },
  pdf: { mediaType: 'application/pdf', extension: 'pdf', family: 'page' },
  ofd: { mediaType: 'application/ofd', extension: 'ofd', family: 'office' },
  docx: { mediaType: `${officeType}.wordprocessingml.document`, extension: 'docx', family: 'office' },
  xlsx: { mediaType: `${officeType}.spreadsheetml.sheet`, extension: 'xlsx', family: 'office' },
  pptx: { mediaType: `${officeType}.presentationml.presentation`, extension: 'pptx', family: 'office' },
} as const satisfies Record<string, FileKind>

const compoundFile = 'd0cf11e0a1b11ae1'
const mostParts = 5_000
const largestTypesList = 1024 * 1024

/** Says what a whole file is, by its bytes, and refuses every kind that is not on the list: web pages, SVG, programs, archives. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileRefusal('EMPTY_FILE')
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  if (hex.startsWith('ffd8ff')) return kinds.jpeg
  if (hex.startsWith('89504e470d0a1a0a')) return kinds.png
  if (hex.startsWith('52494646') && hex.slice(16, 24) === '57454250') return kinds.webp
  if (hex.startsWith('255044462d')) return kinds.pdf
  if (hex.startsWith('504b0304')) return sniffArchive(bytes)
  throw new FileRefusal(hex.startsWith(compoundFile) ? 'OLD_OFFICE' : 'NOT_ALLOWED')
}

/** Office documents are archives that list the types of their parts; any other archive could carry anything. */
function sniffArchive(bytes: Uint8Array): FileKind {
  const entries = listParts(bytes)
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()))
  if (names.has('ofd.xml')) return kinds.ofd
  if ([...names].some((name) => name.endsWith('vbaproject.bin'))) throw new FileRefusal('WITH_MACROS')
  const list = entries.find((entry) => entry.name === '[Content_Types].xml')
  if (!list || list.unpackedBytes > largestTypesList) throw new FileRefusal('NOT_ALLOWED')
  const types = unpackText(bytes, list)
  if (types.includes('macroEnabled')) throw new FileRefusal('WITH_MACROS')
  const kind = [kinds.docx, kinds.xlsx, kinds.pptx].find((candidate) => types.includes(`${candidate.mediaType}.main+xml`))
  if (!kind) throw new FileRefusal('NOT_ALLOWED')
  return kind
}

function listParts(bytes: Uint8Array) {
  try {
    return listEntries(bytes, mostParts)
  } catch {
    throw new FileRefusal('DAMAGED')
  }
}

function unpackText(bytes: Uint8Array, entry: Parameters<typeof unpackEntry>[1]): string {
  try {
    return Buffer.from(unpackEntry(bytes, entry)).toString('utf8')
  } catch {
    throw new FileRefusal('DAMAGED')
  }
}
