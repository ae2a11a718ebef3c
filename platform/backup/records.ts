// The content of an archive: records one after another. A record is a heading, pieces of content, an empty piece, and a
// measure of the content; everything is preceded by its length in four bytes, so that it is read without knowing what comes.
import { createHash } from 'node:crypto'
import { BackupRefused } from './refusal.ts'

/** What a record says about itself before its content. */
export type Heading =
  | { kind: 'manifest' }
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'file'; path: string }
  | { kind: 'end' }

/** What was counted and hashed while the content passed. */
export type Measure = { bytes: number; sha256: string; rows: number | null }

/** A record on its way into an archive; `rows` is asked after the content has passed. */
export type OutgoingRecord = { heading: Heading; content: AsyncIterable<Uint8Array>; rows?: () => number }

/** A record as it is read: the content must be read to its end before the next record. */
export type IncomingRecord = { heading: Heading; content: AsyncIterable<Uint8Array>; measure: () => Measure }

const pieceBytes = 1024 * 1024
const longestPiece = 64 * 1024 * 1024

/** One record as bytes; hands over its measure. */
export async function* writeRecord(record: OutgoingRecord, onMeasure: (measure: Measure) => void = () => {}): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  yield* framed(Buffer.from(JSON.stringify(record.heading)))
  for await (const block of record.content) {
    hash.update(block)
    bytes += block.length
    for (let at = 0; at < block.length; at += pieceBytes) yield* framed(block.subarray(at, at + pieceBytes))
  }
  yield* framed(Buffer.alloc(0))
  const measure: Measure = { bytes, sha256: hash.digest('hex'), rows: record.rows?.() ?? null }
  yield* framed(Buffer.from(JSON.stringify(measure)))
  onMeasure(measure)
}

function* framed(piece: Uint8Array): Generator<Uint8Array> {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  yield length
  if (piece.length > 0) yield piece
}

/** Reads records back; refuses content that differs from its measure, and a stream that ends before the record `end`. */
export async function* readRecords(source: AsyncIterable<Uint8Array>): AsyncGenerator<IncomingRecord> {
  const pieces = piecesOf(source)
  const next = async () => {
    const { value, done } = await pieces.next()
    if (done === true) throw new BackupRefused('DAMAGED')
    return value
  }
  try {
    for (;;) {
      const heading = JSON.parse((await next()).toString('utf8')) as Heading
      let measure: Measure | undefined
      const content = readContent(next, (found) => { measure = found })
      yield { heading, content, measure: () => measure ?? { bytes: 0, sha256: '', rows: null } }
      if (measure === undefined) throw new Error(`the content of ${heading.kind} was not read to its end`)
      if (heading.kind === 'end') return
    }
  } finally {
    await pieces.return(undefined)
  }
}

async function* readContent(next: () => Promise<Buffer>, onMeasure: (measure: Measure) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for (let piece = await next(); piece.length > 0; piece = await next()) {
    hash.update(piece)
    yield piece
  }
  const measure = JSON.parse((await next()).toString('utf8')) as Measure
  if (measure.sha256 !== hash.digest('hex')) throw new BackupRefused('DAMAGED')
  onMeasure(measure)
}

async function* piecesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, undefined> {
  let parts: Uint8Array[] = []
  let held = 0
  let wanted: number | undefined
  for await (const part of source) {
    parts.push(part)
    held += part.length
    if (held < (wanted ?? 4)) continue
    let rest = Buffer.concat(parts)
    for (;;) {
      if (wanted === undefined) {
        if (rest.length < 4) break
        wanted = rest.readUInt32BE()
        if (wanted > longestPiece) throw new BackupRefused('DAMAGED')
        rest = rest.subarray(4)
      }
      if (rest.length < wanted) break
      yield rest.subarray(0, wanted)
      rest = rest.subarray(wanted)
      wanted = undefined
    }
    parts = [rest]
    held = rest.length
  }
  return undefined
}
