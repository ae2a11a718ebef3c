import { crc32, createDeflateRaw } from 'node:zlib'

/** One part of an archive, given as text, or as texts or bytes that follow each other. */
export type ZipPart = { name: string; content: string | AsyncIterable<string | Uint8Array> }

type WrittenPart = { name: Buffer; crc: number; packedBytes: number; unpackedBytes: number; offset: number }

const utf8NamesAndSizesAfter = 0x0808
const version = 20
const deflated = 8
/** 1980-01-01, the first day a zip archive knows: the same rows always give the same file. */
const earliestDate = 0x21
const largestArchive = 0xffffffff

/** A zip archive as bytes, each part packed and handed on as it comes; never more than a few blocks are in memory. */
export async function* zipParts(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const written: WrittenPart[] = []
  let offset = 0
  for await (const part of parts) {
    const record: WrittenPart = { name: Buffer.from(part.name), crc: 0, packedBytes: 0, unpackedBytes: 0, offset }
    const head = localHeader(record)
    yield head
    for await (const block of pack(part.content, record)) yield block
    const tail = sizesAfterwards(record)
    yield tail
    offset += head.length + record.packedBytes + tail.length
    if (offset > largestArchive) throw new Error('the archive grew beyond 4 GiB')
    written.push(record)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endRecord(written.length, directory.length, offset)
}

/** The source is asked for more only when the packer has taken the last block, so that a slow reader slows the source down. */
async function* pack(content: ZipPart['content'], record: WrittenPart): AsyncGenerator<Uint8Array> {
  const packer = createDeflateRaw({ level: 6 })
  const feeding = feed(packer, typeof content === 'string' ? [content] : content, record)
  feeding.catch((error: Error) => packer.destroy(error))
  try {
    for await (const block of packer as AsyncIterable<Buffer>) {
      record.packedBytes += block.length
      yield block
    }
    await feeding
  } finally {
    packer.destroy()
  }
}

async function feed(packer: ReturnType<typeof createDeflateRaw>, texts: Iterable<string> | AsyncIterable<string | Uint8Array>, record: WrittenPart) {
  for await (const text of texts) {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    record.crc = crc32(bytes, record.crc)
    record.unpackedBytes += bytes.length
    if (packer.destroyed) return
    await new Promise((resolve) => packer.write(bytes, resolve))
  }
  packer.end()
}

function localHeader(part: WrittenPart): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(utf8NamesAndSizesAfter, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt16LE(earliestDate, 12)
  header.writeUInt16LE(part.name.length, 26)
  return Buffer.concat([header, part.name])
}

function sizesAfterwards(part: WrittenPart): Buffer {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(0x08074b50, 0)
  record.writeUInt32LE(part.crc, 4)
  record.writeUInt32LE(part.packedBytes, 8)
  record.writeUInt32LE(part.unpackedBytes, 12)
  return record
}

function directoryEntry(part: WrittenPart): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(version, 4)
  entry.writeUInt16LE(version, 6)
  entry.writeUInt16LE(utf8NamesAndSizesAfter, 8)
  entry.writeUInt16LE(deflated, 10)
  entry.writeUInt16LE(earliestDate, 14)
  entry.writeUInt32LE(part.crc, 16)
  entry.writeUInt32LE(part.packedBytes, 20)
  entry.writeUInt32LE(part.unpackedBytes, 24)
  entry.writeUInt16LE(part.name.length, 28)
  entry.writeUInt32LE(part.offset, 42)
  return Buffer.concat([entry, part.name])
}

function endRecord(count: number, directoryBytes: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(directoryBytes, 12)
  record.writeUInt32LE(directoryOffset, 16)
  return record
}
