import { createHash } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { pipeline } from 'node:stream/promises'
import { FileRefusal } from './refusal.ts'
import { signS3Request, type S3Credentials } from './sign-s3-request.ts'
import { Meter, mustBeFileKey, newFileKey, usualMaxBytes, type FileStore } from './store.ts'

export type S3Options = S3Credentials & {
  /** Where the store answers, e.g. https://oss.example.com; the bucket is put into the path. */
  endpoint: string
  bucket: string
  /** Put before every key, e.g. attachments/. */
  prefix?: string
  maxBytes?: number
  /** How long one answer may take, milliseconds. */
  deadlineMs?: number
  /** For tests. */
  now?: () => Date
}

const emptySha256 = createHash('sha256').digest('hex')
const usualDeadlineMs = 120_000

/**
 * Attachments in an S3-compatible store. The signature covers the hash of the content, so an upload is first written to a
 * temporary file: this also makes sure that one which breaks off leaves nothing behind. Wrap it in sealing() to keep that file unreadable.
 */
export function openS3Store(options: S3Options): FileStore {
  const maxBytes = options.maxBytes ?? usualMaxBytes
  return {
    put: async (content, wishes = {}) => {
      const key = newFileKey()
      const folder = await mkdtemp(join(tmpdir(), 'upload-'))
      try {
        const path = join(folder, key)
        const meter = new Meter(maxBytes)
        await pipeline(meter.pass(content), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
        const measured = meter.finish(wishes.expectedBytes)
        mustSucceed(await send(options, 'PUT', key, { body: await openAsBlob(path), sha256: measured.sha256 }))
        return { key, ...measured }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    get: async (key) => {
      const response = await send(options, 'GET', key)
      if (response.status === 404) throw new FileRefusal('FILE_MISSING')
      mustSucceed(response)
      if (!response.body) throw new Error('the file store answered without a body')
      return Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
    },
    remove: async (key) => {
      const response = await send(options, 'DELETE', key)
      if (response.status !== 404) mustSucceed(response)
    },
  }
}

type Body = { body: Blob; sha256: string }

async function send(options: S3Options, method: string, key: string, content?: Body): Promise<Response> {
  mustBeFileKey(key)
  const url = new URL(`/${options.bucket}/${options.prefix ?? ''}${key}`, options.endpoint)
  const at = options.now?.() ?? new Date()
  const unsigned = { method, url, headers: {}, payloadSha256: content?.sha256 ?? emptySha256, at }
  const { host: _host, ...headers } = signS3Request(unsigned, options)
  return fetch(url, {
    method,
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(options.deadlineMs ?? usualDeadlineMs),
    ...(content ? { body: content.body } : {}),
  })
}

/** The answer's text may name what is stored, so only its number is told on. */
function mustSucceed(response: Response): void {
  if (!response.ok) throw new Error(`the file store refused with status ${response.status}`)
}
