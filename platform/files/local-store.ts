import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileRefusal } from './refusal.ts'
import { Meter, mustBeFileKey, newFileKey, usualMaxBytes, type FileContent, type FileStore } from './store.ts'

const abandonedAfterMs = 24 * 3_600_000

/**
 * Attachments in a folder, spread over 256 sub-folders by the beginning of their key. A file is written under another name,
 * forced to disk and then renamed, so that after a power cut it is there whole or not at all.
 */
export async function openLocalStore(options: { folder: string; maxBytes?: number }): Promise<FileStore> {
  const { folder, maxBytes = usualMaxBytes } = options
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await removeAbandoned(incoming)
  const pathOf = (key: string) => {
    mustBeFileKey(key)
    return join(folder, key.slice(0, 2), key)
  }
  return {
    put: async (content, wishes = {}) => {
      const key = newFileKey()
      const unfinished = join(incoming, key)
      try {
        const meter = await writeToDisk(content, unfinished, maxBytes)
        const measured = meter.finish(wishes.expectedBytes)
        await moveIntoPlace(unfinished, join(folder, key.slice(0, 2)), pathOf(key))
        return { key, ...measured }
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    get: async (key) => openForReading(pathOf(key)),
    remove: async (key) => rm(pathOf(key), { force: true }),
  }
}

async function writeToDisk(content: FileContent, path: string, maxBytes: number): Promise<Meter> {
  const meter = new Meter(maxBytes)
  await pipeline(meter.pass(content), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  return meter
}

/** The new name is forced to disk too: a file is only stored once its folder knows it. */
async function moveIntoPlace(unfinished: string, shard: string, path: string): Promise<void> {
  await mkdir(shard, { recursive: true, mode: 0o700 })
  await rename(unfinished, path)
  const directory = await open(shard, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

async function openForReading(path: string): Promise<Readable> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new FileRefusal('FILE_MISSING') : error
  })
  return createReadStream(path, { fd: file })
}

/** What a crash left half written; nobody holds a key to it. */
async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true })
  }
}

