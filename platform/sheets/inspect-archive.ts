import { constants, inflateRawSync } from 'node:zlib'
import { defaultLimits, type SheetLimits } from './limits.ts'
import { SheetRefusal } from './refusal.ts'

/** What the list at the end of an archive says about one part, nothing of which is to be trusted yet. */
export type ArchiveEntry = {
  name: string
  packedBytes: number
  unpackedBytes: number
  /** 0 = stored, 8 = deflated; nothing else occurs in a workbook. */
  method: number
  encrypted: boolean
  headerOffset: number
}

const signatures = { entry: 0x02014b50, local: 0x04034b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 }
const endRecordBytes = 22
const longestComment = 65_535
const zip64Marker = 0xffffffff

/** Reads only the central directory and refuses what would be dangerous or useless to unpack. */
export function inspectArchive(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): ArchiveEntry[] {
  const bounds = { ...defaultLimits, ...limits }
  const entries = listEntries(bytes, bounds.maxEntries)
  if (entries.some((entry) => entry.encrypted)) throw new SheetRefusal('ENCRYPTED')
  const unpacked = sum(entries.map((entry) => entry.unpackedBytes))
  const packed = sum(entries.map((entry) => entry.packedBytes))
  if (unpacked > bounds.maxUnpackedBytes) throw new SheetRefusal('TOO_LARGE')
  if (unpacked > bounds.ratioFloorBytes && unpacked > packed * bounds.maxRatio) throw new SheetRefusal('TOO_COMPRESSED')
  mustBeWorkbook(entries)
  return entries
}

/** Lists the parts of any zip archive by its central directory, without unpacking anything. */
export function listEntries(bytes: Uint8Array, maxEntries = Number.MAX_SAFE_INTEGER): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { end, count, start } = findDirectory(view)
  if (count > maxEntries) throw new SheetRefusal('TOO_MANY_PARTS')
  const entries: ArchiveEntry[] = []
  let offset = start
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(view, bytes, offset, end)
    entries.push(entry)
    offset = next
  }
  return entries
}

/** Unpacks every part once and throws the result away: an archive whose list understates its sizes is caught here, not in memory. */
export function verifyDeclaredSizes(bytes: Uint8Array, entries: ArchiveEntry[]): void {
  for (const entry of entries) {
    if (entry.method === 0 && entry.packedBytes === entry.unpackedBytes) continue
    if (entry.method !== 8) throw new SheetRefusal('DAMAGED')
    if (inflatedLength(bytes, entry) !== entry.unpackedBytes) throw new SheetRefusal('DAMAGED')
  }
}

/** Unpacks one part, never further than the size it declares. */
export function unpackEntry(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const packed = packedBytesOf(bytes, entry)
  if (entry.method === 0) return packed
  return inflateRawSync(packed, { maxOutputLength: entry.unpackedBytes + 1, finishFlush: constants.Z_SYNC_FLUSH })
}

function inflatedLength(bytes: Uint8Array, entry: ArchiveEntry): number {
  try {
    return unpackEntry(bytes, entry).length
  } catch (error) {
    if (error instanceof SheetRefusal) throw error
    throw new SheetRefusal(error instanceof RangeError ? 'TOO_COMPRESSED' : 'DAMAGED')
  }
}

function packedBytesOf(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = entry.headerOffset
  if (header + 30 > bytes.length || view.getUint32(header, true) !== signatures.local) throw new SheetRefusal('TRUNCATED')
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + entry.packedBytes > bytes.length) throw new SheetRefusal('TRUNCATED')
  return bytes.subarray(start, start + entry.packedBytes)
}

/** Servers written in Java like to write the 64-bit form even for small tables; then the old record only holds markers. */
function findDirectory(view: DataView): { end: number; count: number; start: number } {
  const end = findEndRecord(view)
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== signatures.locator64) {
    return { end, count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) }
  }
  const end64 = Number(view.getBigUint64(locator + 8, true))
  if (end64 + 56 > locator || view.getUint32(end64, true) !== signatures.end64) throw new SheetRefusal('TRUNCATED')
  return { end, count: Number(view.getBigUint64(end64 + 32, true)), start: Number(view.getBigUint64(end64 + 48, true)) }
}

function findEndRecord(view: DataView): number {
  if (view.byteLength < 4 || view.getUint32(0, true) !== signatures.local) throw new SheetRefusal('NOT_A_WORKBOOK')
  const earliest = Math.max(0, view.byteLength - endRecordBytes - longestComment)
  for (let offset = view.byteLength - endRecordBytes; offset >= earliest; offset--) {
    if (view.getUint32(offset, true) === signatures.end) return offset
  }
  throw new SheetRefusal('TRUNCATED')
}

function readEntry(view: DataView, bytes: Uint8Array, offset: number, end: number) {
  if (offset + 46 > end || view.getUint32(offset, true) !== signatures.entry) throw new SheetRefusal('TRUNCATED')
  const nameLength = view.getUint16(offset + 28, true)
  const extra = offset + 46 + nameLength
  const afterExtra = extra + view.getUint16(offset + 30, true)
  if (afterExtra > end) throw new SheetRefusal('TRUNCATED')
  const large = readLargeSizes(view, extra, afterExtra)
  const size = (at: number) => (view.getUint32(at, true) === zip64Marker ? (large.shift() ?? zip64Marker) : view.getUint32(at, true))
  const unpackedBytes = size(offset + 24)
  const packedBytes = size(offset + 20)
  const entry: ArchiveEntry = {
    name: Buffer.from(bytes.subarray(offset + 46, extra)).toString('utf8'),
    encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
    method: view.getUint16(offset + 10, true),
    packedBytes,
    unpackedBytes,
    headerOffset: size(offset + 42),
  }
  return { entry, next: afterExtra + view.getUint16(offset + 32, true) }
}

/** The 64-bit sizes stand in the extra field 0x0001, in the order of the fields they replace. */
function readLargeSizes(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const last = Math.min(at + 4 + view.getUint16(at + 2, true), to)
    const sizes: number[] = []
    for (let field = at + 4; field + 8 <= last; field += 8) sizes.push(Number(view.getBigUint64(field, true)))
    return sizes
  }
  return []
}

function mustBeWorkbook(entries: ArchiveEntry[]): void {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase().replaceAll('\\', '/').replace(/^\//, '')))
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml')) throw new SheetRefusal('NOT_A_WORKBOOK')
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
