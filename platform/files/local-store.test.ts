import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLocalStore } from './local-store.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'))
})
afterEach(() => rm(folder, { recursive: true }))
const filesIn = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

async function* breakingOff() {
  yield randomBytes(100_000)
  throw new Error('the connection broke')
}

describe('the store in a folder', () => {
  it('gives back what was put, with its hash and size, from a folder named by the key', async () => {
    const store = await openLocalStore({ folder })
    const content = randomBytes(300_000)
    const stored = await store.put(Readable.from([content.subarray(0, 7), content.subarray(7)]))
    expect(stored).toEqual({ key: stored.key, sizeBytes: 300_000, sha256: createHash('sha256').update(content).digest('hex') })
    expect((await buffer(await store.get(stored.key))).equals(content)).toBe(true)
    expect((await stat(join(folder, stored.key.slice(0, 2), stored.key))).mode & 0o077).toBe(0)
  })

  it('gives equal files keys of their own, so that removing one keeps the other', async () => {
    const store = await openLocalStore({ folder })
    const [one, other] = [await store.put(Buffer.from('同')), await store.put(Buffer.from('同'))]
    await store.remove(one.key)
    await store.remove(one.key)
    await expect(store.get(one.key)).rejects.toMatchObject({ code: 'FILE_MISSING' })
    expect((await buffer(await store.get(other.key))).toString()).toBe('同')
  })

  it('keeps nothing of an upload that ends midway', async () => {
    const store = await openLocalStore({ folder })
    await expect(store.put(breakingOff())).rejects.toThrow('the connection broke')
    await expect(store.put(Buffer.from('half'), { expectedBytes: 8 })).rejects.toMatchObject({ code: 'INCOMPLETE' })
    await expect(store.put(new Uint8Array())).rejects.toMatchObject({ code: 'EMPTY_FILE' })
    expect(await filesIn()).toEqual([])
  })

  it('stops reading an upload as soon as it is too large', async () => {
    const store = await openLocalStore({ folder, maxBytes: 150_000 })
    let blocks = 0
    async function* endless() {
      for (;;) {
        blocks++
        yield Buffer.alloc(50_000)
      }
    }
    await expect(store.put(endless())).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect(blocks).toBeLessThan(10)
    expect(await filesIn()).toEqual([])
  })

  it.each(['../../etc/passwd', '', 'ab/cd', 'A'.repeat(32), `${'a'.repeat(32)}\n`])('takes %j for no key', async (key) => {
    const store = await openLocalStore({ folder })
    await expect(store.get(key)).rejects.toMatchObject({ code: 'FILE_MISSING' })
    await expect(store.remove(key)).rejects.toMatchObject({ code: 'FILE_MISSING' })
  })

  it('clears away what a crash left a day ago, not what is arriving now', async () => {
    await openLocalStore({ folder })
    for (const name of ['old', 'new']) await writeFile(join(folder, 'incoming', name), 'x')
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
    await utimes(join(folder, 'incoming', 'old'), twoDaysAgo, twoDaysAgo)
    await openLocalStore({ folder })
    expect((await filesIn()).map((entry) => entry.name)).toEqual(['new'])
  })
})
