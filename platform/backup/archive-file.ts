// An archive on the disk: 16 bytes that say what it is, 8 that say which key opens it, then the sealed content.
import { createHmac, type KeyObject } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { sealing } from '#platform/files/sealing.ts'
import { FileRefusal } from '#platform/files/refusal.ts'
import type { FileContent, FileStore } from '#platform/files/store.ts'
import { BackupRefused } from './refusal.ts'

const magic = Buffer.from('XINHUO BACKUP 1\n', 'ascii')
const markBytes = 8
const headBytes = magic.length + markBytes

const markOf = (key: KeyObject) => createHmac('sha256', key).update('xinhuo backup mark').digest().subarray(0, markBytes)

/**
 * Writes the content compressed and sealed under another name, forces it to disk and gives it its name only then:
 * whatever ends the program, a file of that name is a whole archive. Returns its length in bytes.
 */
export async function writeArchive(target: string, key: KeyObject, content: AsyncIterable<Uint8Array>): Promise<number> {
  await openFolder(target)
  const half = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.half`)
  try {
    const store = oneFile(half, { before: Buffer.concat([magic, markOf(key)]) })
    await sealing(store, key.export(), { maxBytes: Number.MAX_SAFE_INTEGER }).put(compressed(content))
    await giveName(half, target)
    return (await stat(target)).size
  } finally {
    await rm(half, { force: true })
  }
}

/** Reads the content again; refuses a file that is no archive, another installation's, altered or cut. Nothing unverified comes out. */
export async function* readArchive(archive: string, key: KeyObject): AsyncGenerator<Uint8Array> {
  const sealed = await openSealed(archive, key)
  const opened = createZstdDecompress()
  const flowing = pipeline(sealed, opened).catch((error: unknown) => opened.destroy(error as Error))
  try {
    for await (const block of opened) yield block as Uint8Array
    await flowing
  } catch (error) {
    throw asRefusal(error)
  } finally {
    opened.destroy()
  }
}

/** Reads the whole archive once, so that damage is found before anything is changed. */
export async function proveWhole(archive: string, key: KeyObject): Promise<void> {
  try {
    for await (const block of await openSealed(archive, key)) void block
  } catch (error) {
    throw asRefusal(error)
  }
}

async function openSealed(archive: string, key: KeyObject): Promise<Readable> {
  await checkHead(archive, key)
  const store = oneFile(archive, { skip: headBytes })
  return sealing(store, key.export(), { maxBytes: Number.MAX_SAFE_INTEGER }).get('')
}

async function checkHead(archive: string, key: KeyObject): Promise<void> {
  const handle = await open(archive, 'r').catch((error: unknown) => {
    throw new BackupRefused('MISSING', error)
  })
  try {
    const head = Buffer.alloc(headBytes)
    const { bytesRead } = await handle.read(head, 0, headBytes, 0)
    if (bytesRead < headBytes || !head.subarray(0, magic.length).equals(magic)) throw new BackupRefused('NOT_AN_ARCHIVE')
    if (!head.subarray(magic.length).equals(markOf(key))) throw new BackupRefused('WRONG_KEY')
  } finally {
    await handle.close()
  }
}

/** One file as a store, because the sealing of attachments is what an archive needs too. */
function oneFile(file: string, { before = Buffer.alloc(0), skip = 0 }: { before?: Buffer; skip?: number }): FileStore {
  return {
    put: async (content) => {
      await pipeline(after(before, content), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
      return { key: '', sha256: '', sizeBytes: 0 }
    },
    get: async () => createReadStream(file, { start: skip }),
    remove: async () => {},
  }
}

async function* after(before: Buffer, content: FileContent): AsyncGenerator<Uint8Array> {
  yield before
  yield* content instanceof Uint8Array ? [content] : content
}

async function* compressed(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const squeezed = createZstdCompress()
  const flowing = pipeline(Readable.from(content, { objectMode: false }), squeezed).catch((error: unknown) => squeezed.destroy(error as Error))
  try {
    for await (const block of squeezed) yield block as Uint8Array
    await flowing
  } finally {
    squeezed.destroy()
  }
}

/** Makes the folder, refuses a taken name, and clears what killed programs left half written. */
async function openFolder(target: string): Promise<void> {
  const folder = path.dirname(target)
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw new BackupRefused('NOT_WRITABLE', error)
  })
  if (await access(target).then(() => true, () => false)) throw new BackupRefused('TARGET_EXISTS')
  for (const name of await readdir(folder)) {
    const pid = /^\..+\.(\d+)\.half$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(folder, name), { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The new name is forced to disk too: an archive is only there once its folder knows it. */
async function giveName(half: string, target: string): Promise<void> {
  await rename(half, target)
  const folder = await open(path.dirname(target), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function asRefusal(error: unknown): unknown {
  if (error instanceof FileRefusal && error.code === 'SEAL_BROKEN') return new BackupRefused('DAMAGED', error)
  // What unseal cannot find a key for has a changed beginning: that this key opens the archive was checked before.
  if (error instanceof Error && error.message.startsWith('the file was sealed with a key')) return new BackupRefused('DAMAGED', error)
  return error
}
