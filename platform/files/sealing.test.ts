import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { sealing } from './sealing.ts'
import { newFileKey, type FileStore } from './store.ts'

/** A store one can look into. */
function makeMemoryStore() {
  const files = new Map<string, Buffer>()
  const streams: Readable[] = []
  const store: FileStore = {
    put: async (content) => {
      const bytes = await buffer(Readable.from(content instanceof Uint8Array ? [content] : content))
      const key = newFileKey()
      files.set(key, bytes)
      return { key, sha256: 'of the sealed bytes', sizeBytes: bytes.length }
    },
    get: async (key) => {
      const stream = Readable.from([files.get(key) ?? Buffer.alloc(0)])
      streams.push(stream)
      return stream
    },
    remove: async (key) => void files.delete(key),
  }
  return { store, files, streams }
}

const key = randomBytes(32)
const block = 64 * 1024

describe('sealing a store', () => {
  const sizes = [1, block - 1, block, block + 1, 3 * block, 200_001]

  it.each(sizes)('gives back a content of %i bytes, told by its open hash and size', async (size) => {
    const { store, files } = makeMemoryStore()
    const content = randomBytes(size)
    const stored = await sealing(store, key).put(Readable.from([content.subarray(0, size >> 1), content.subarray(size >> 1)]))
    expect(stored).toMatchObject({ sizeBytes: size, sha256: createHash('sha256').update(content).digest('hex') })
    expect((await buffer(await sealing(store, key).get(stored.key))).equals(content)).toBe(true)
    expect(files.get(stored.key)?.length).toBeGreaterThan(size)
  })

  it('leaves nothing readable, and seals equal contents differently', async () => {
    const { store, files } = makeMemoryStore()
    const content = Buffer.from('某某的家庭情况说明'.repeat(50))
    const keys = [await sealing(store, key).put(content), await sealing(store, key).put(content)].map((stored) => stored.key)
    const [one, other] = keys.map((name) => files.get(name) as Buffer)
    expect(one?.includes(Buffer.from('家庭'))).toBe(false)
    expect(one?.equals(other as Buffer)).toBe(false)
  })

  it('refuses a file changed, cut off, reordered or lengthened anywhere', async () => {
    const { store, files } = makeMemoryStore()
    const { key: name } = await sealing(store, key).put(randomBytes(3 * block))
    const sealed = files.get(name) as Buffer
    const header = 5 + 8 + 16
    const piece = block + 16
    const [first, second] = [sealed.subarray(header, header + piece), sealed.subarray(header + piece, header + 2 * piece)]
    const flipped = (at: number) => Buffer.concat([sealed.subarray(0, at), Buffer.from([(sealed[at] ?? 0) ^ 1]), sealed.subarray(at + 1)])
    const attacks = [
      flipped(0), flipped(header - 1), flipped(header), flipped(header + 2 * piece + 9), flipped(sealed.length - 1),
      sealed.subarray(0, sealed.length - 1), sealed.subarray(0, header + 2 * piece), sealed.subarray(0, header),
      sealed.subarray(0, 3), Buffer.alloc(0),
      Buffer.concat([sealed.subarray(0, header), second, first, sealed.subarray(header + 2 * piece)]),
      Buffer.concat([sealed, Buffer.from('x')]), Buffer.concat([sealed, first]),
    ]
    for (const attack of attacks) {
      files.set(name, attack)
      await expect(buffer(await sealing(store, key).get(name))).rejects.toMatchObject({ code: 'SEAL_BROKEN' })
    }
  })

  it('opens old files after the key was changed, and none without their key', async () => {
    const { store } = makeMemoryStore()
    const next = randomBytes(32)
    const { key: name } = await sealing(store, key).put(Buffer.from('旧'))
    const changed = sealing(store, { current: next, earlier: [key] })
    expect((await buffer(await changed.get(name))).toString()).toBe('旧')
    const { key: newName } = await changed.put(Buffer.from('新'))
    await expect(buffer(await sealing(store, key).get(newName))).rejects.toThrow('not among the given ones')
    expect(() => sealing(store, randomBytes(16))).toThrow('32 bytes')
  })

  it('keeps nothing of an upload that ends midway, is too large or is shorter than announced', async () => {
    const { store, files } = makeMemoryStore()
    async function* breakingOff() {
      yield randomBytes(3 * block)
      throw new Error('the connection broke')
    }
    await expect(sealing(store, key).put(breakingOff())).rejects.toThrow('the connection broke')
    await expect(sealing(store, key, { maxBytes: 10 }).put(Buffer.alloc(11))).rejects.toMatchObject({ code: 'TOO_LARGE' })
    await expect(sealing(store, key).put(Buffer.from('half'), { expectedBytes: 8 })).rejects.toMatchObject({ code: 'INCOMPLETE' })
    expect(files.size).toBe(0)
  })

  it('lets go of the sealed file when the reader goes away at once', async () => {
    const { store, streams } = makeMemoryStore()
    const { key: name } = await sealing(store, key).put(randomBytes(block))
    const open = await sealing(store, key).get(name)
    const closed = once(open, 'close')
    open.destroy()
    await closed
    expect(streams.at(-1)?.destroyed).toBe(true)
  })
})
