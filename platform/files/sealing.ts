import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { FileRefusal } from './refusal.ts'
import { Meter, usualMaxBytes, type FileStore } from './store.ts'

/** The key new files are sealed with, and older ones that still open files sealed before it was changed. 32 bytes each. */
export type SealingKeys = { current: Uint8Array; earlier?: Uint8Array[] }

const magic = Buffer.from('SEAL1')
const fingerprintBytes = 8
const saltBytes = 16
const headerBytes = magic.length + fingerprintBytes + saltBytes
const blockBytes = 64 * 1024
const tagBytes = 16
const algorithm = 'aes-256-gcm'

/**
 * Keeps what lies in a store unreadable without the key. Each file has a key of its own, derived from the given one and a random
 * salt; it is sealed in blocks that carry their number and whether they are the last, so that nothing can be changed,
 * reordered or cut off unnoticed, and no byte leaves before its block is verified. Hash and size told are those of the open content.
 */
export function sealing(store: FileStore, keys: Uint8Array | SealingKeys, options: { maxBytes?: number } = {}): FileStore {
  const { current, earlier = [] } = keys instanceof Uint8Array ? { current: keys } : keys
  const known = [current, ...earlier]
  if (known.some((key) => key.length !== 32)) throw new Error('a sealing key has 32 bytes')
  return {
    put: async (content, wishes = {}) => {
      const meter = new Meter(options.maxBytes ?? usualMaxBytes)
      let measured = { sha256: '', sizeBytes: 0 }
      const judge = () => {
        measured = meter.finish(wishes.expectedBytes)
      }
      const { key } = await store.put(seal(meter.pass(content), current, judge))
      return { key, ...measured }
    },
    get: async (key) => {
      const sealed = await store.get(key)
      const open = Readable.from(unseal(sealed, known), { objectMode: false })
      return open.on('close', () => sealed.destroy())
    },
    remove: (key) => store.remove(key),
  }
}

/** The content is judged before its last block goes out, so that a refusal makes the store underneath drop everything. */
async function* seal(content: AsyncIterable<Uint8Array>, key: Uint8Array, judge: () => void): AsyncGenerator<Buffer> {
  const header = Buffer.concat([magic, fingerprintOf(key), randomBytes(saltBytes)])
  const fileKey = deriveFileKey(key, header)
  yield header
  let number = 0
  let waiting: Buffer | undefined
  for await (const block of inBlocksOf(content, blockBytes)) {
    if (waiting) yield sealBlock(waiting, { fileKey, header, number: number++, isLast: false })
    waiting = block
  }
  judge()
  yield sealBlock(waiting ?? Buffer.alloc(0), { fileKey, header, number, isLast: true })
}

async function* unseal(sealed: AsyncIterable<Uint8Array>, keys: Uint8Array[]): AsyncGenerator<Buffer> {
  let opening: { fileKey: Buffer; header: Buffer } | undefined
  let number = 0
  let waiting: Buffer | undefined
  for await (const piece of inBlocksOf(sealed, blockBytes + tagBytes, headerBytes)) {
    if (!opening) opening = readHeader(piece, keys)
    else {
      if (waiting) yield openBlock(waiting, { ...opening, number: number++, isLast: false })
      waiting = piece
    }
  }
  if (!opening || !waiting) throw new FileRefusal('SEAL_BROKEN')
  yield openBlock(waiting, { ...opening, number, isLast: true })
}

type BlockPlace = { fileKey: Buffer; header: Buffer; number: number; isLast: boolean }

function sealBlock(block: Buffer, place: BlockPlace): Buffer {
  const cipher = createCipheriv(algorithm, place.fileKey, nonceOf(place)).setAAD(place.header)
  return Buffer.concat([cipher.update(block), cipher.final(), cipher.getAuthTag()])
}

function openBlock(sealed: Buffer, place: BlockPlace): Buffer {
  if (sealed.length < tagBytes) throw new FileRefusal('SEAL_BROKEN')
  const decipher = createDecipheriv(algorithm, place.fileKey, nonceOf(place), { authTagLength: tagBytes })
  decipher.setAAD(place.header).setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    throw new FileRefusal('SEAL_BROKEN')
  }
}

/** Never twice the same for one file key: the number of the block, and one byte for the last. */
function nonceOf(place: BlockPlace): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(place.number, 7)
  nonce.writeUInt8(place.isLast ? 1 : 0, 11)
  return nonce
}

function readHeader(header: Buffer, keys: Uint8Array[]): { fileKey: Buffer; header: Buffer } {
  if (header.length !== headerBytes || !header.subarray(0, magic.length).equals(magic)) throw new FileRefusal('SEAL_BROKEN')
  const fingerprint = header.subarray(magic.length, magic.length + fingerprintBytes)
  const key = keys.find((candidate) => fingerprintOf(candidate).equals(fingerprint))
  if (!key) throw new Error('the file was sealed with a key that is not among the given ones')
  return { fileKey: deriveFileKey(key, header), header }
}

const deriveFileKey = (key: Uint8Array, header: Buffer) =>
  Buffer.from(hkdfSync('sha256', key, header.subarray(-saltBytes), 'file content', 32))
const fingerprintOf = (key: Uint8Array) => Buffer.from(hkdfSync('sha256', key, '', 'fingerprint', fingerprintBytes))

/** Cuts a stream into pieces of one size, the first of another if wanted; the last may be shorter. */
async function* inBlocksOf(content: AsyncIterable<Uint8Array>, size: number, firstSize = size): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let held = 0
  let wanted = firstSize
  for await (const part of content) {
    parts.push(part)
    held += part.length
    if (held < wanted) continue
    let rest = Buffer.concat(parts)
    while (rest.length >= wanted) {
      yield rest.subarray(0, wanted)
      rest = rest.subarray(wanted)
      wanted = size
    }
    parts = [rest]
    held = rest.length
  }
  if (held > 0) yield Buffer.concat(parts)
}
