import { createHash, randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { FileRefusal } from './refusal.ts'

/** What is known of a file once it is safely stored. */
export type StoredFile = {
  /** 32 hexadecimal digits, drawn at random: it says nothing of the content, and removing it never removes somebody else's equal file. */
  key: string
  /** SHA-256 of the content as it was handed in, hexadecimal. */
  sha256: string
  /** Length of the content as it was handed in. */
  sizeBytes: number
}

/** What can be handed in: all bytes at once, or bytes as they arrive. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

export type PutOptions = {
  /** The length the sender announced; a content of another length is refused as incomplete. */
  expectedBytes?: number
}

/** Where attachments lie. A file is either stored whole or not at all, and is never changed afterwards. */
export type FileStore = {
  put(content: FileContent, options?: PutOptions): Promise<StoredFile>
  /** Settles once the file is known to be there, so that a missing one is refused before anything is sent. */
  get(key: string): Promise<Readable>
  /** Removing what is not there is no error: it may be tried again. */
  remove(key: string): Promise<void>
}

/** Largest attachment unless a store is told otherwise. */
export const usualMaxBytes = 50 * 1024 * 1024

export const newFileKey = () => randomBytes(16).toString('hex')

/** A key becomes part of a path, so nothing else than a key may pass. */
export function mustBeFileKey(key: string): void {
  if (!/^[0-9a-f]{32}$/.test(key)) throw new FileRefusal('FILE_MISSING')
}

/** Lets bytes through while it counts and hashes them, and stops as soon as there are too many. */
export class Meter {
  sizeBytes = 0
  readonly #hash = createHash('sha256')
  readonly #maxBytes: number

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  async *pass(content: FileContent): AsyncGenerator<Uint8Array> {
    for await (const block of content instanceof Uint8Array ? [content] : content) {
      this.sizeBytes += block.length
      if (this.sizeBytes > this.#maxBytes) throw new FileRefusal('TOO_LARGE')
      this.#hash.update(block)
      yield block
    }
  }

  /** The hash of all that passed, to be asked for once, at the end. */
  finish(expectedBytes: number | undefined): Omit<StoredFile, 'key'> {
    if (this.sizeBytes === 0) throw new FileRefusal('EMPTY_FILE')
    if (expectedBytes !== undefined && expectedBytes !== this.sizeBytes) throw new FileRefusal('INCOMPLETE')
    return { sha256: this.#hash.digest('hex'), sizeBytes: this.sizeBytes }
  }
}
