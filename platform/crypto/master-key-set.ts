// The keys that open everything personal. In memory they hide from logs: neither JSON nor console.log shows them.
import { createHash, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { inspect } from 'node:util'
import { z } from 'zod'
import { openBytes, sealBytes } from './envelope.ts'

const keyBase64 = z.string().refine(text => Buffer.from(text, 'base64').length === 32)
const keyId = z.string().regex(/^[0-9a-f]{16}$/)

/** What the key file holds. */
export const MasterKeyRecord = z.object({
  /** The key that wraps from now on. */
  current: keyId,
  keys: z.array(z.object({ id: keyId, key: keyBase64, createdAt: z.iso.datetime() })).min(1),
  /** The key of the search terms, wrapped by the current key, base64; it never changes, or no search term would be found again. */
  search: z.string(),
})
export type MasterKeyRecord = z.infer<typeof MasterKeyRecord>

const searchAad = 'xinhuo search key'

export class MasterKeys {
  readonly currentId: string
  readonly #record: MasterKeyRecord
  readonly #keys: Map<string, KeyObject>
  readonly #searchKey: KeyObject

  constructor(record: MasterKeyRecord) {
    this.#record = record
    this.#keys = new Map(record.keys.map(({ id, key }) => [id, createSecretKey(key, 'base64')]))
    this.currentId = record.current
    this.#searchKey = createSecretKey(openBytes(this.currentKey, Buffer.from(record.search, 'base64'), searchAad))
  }

  /** The key that wraps from now on. */
  get currentKey(): KeyObject {
    const key = this.find(this.currentId)
    if (!key) throw new Error('主密钥文件损坏：缺少当前密钥。')
    return key
  }

  /** The key under which search terms are hashed; rotation leaves it as it is. */
  get searchKey(): KeyObject {
    return this.#searchKey
  }

  /** All key ids, oldest first. */
  get ids(): string[] {
    return this.#record.keys.map(key => key.id)
  }

  /** A key, also a former one, by its id. */
  find(id: string): KeyObject | undefined {
    return this.#keys.get(id)
  }

  /** A key of 32 bytes for another purpose, the same after every rotation: `backup`, `cookie`. */
  derive(purpose: string): KeyObject {
    return createSecretKey(Buffer.from(hkdfSync('sha256', this.#searchKey, '', `xinhuo ${purpose}`, 32)))
  }

  /** The record for the key file and the export, and for nothing else. */
  reveal(): MasterKeyRecord {
    return structuredClone(this.#record)
  }

  toJSON(): string {
    return '[master keys]'
  }

  [inspect.custom](): string {
    return '[master keys]'
  }
}

/** The first master key of an installation and the search key derived from it. */
export function newMasterKeys(now: Date): MasterKeys {
  const key = randomBytes(32)
  const searchKey = createSecretKey(Buffer.from(hkdfSync('sha256', key, '', searchAad, 32)))
  return new MasterKeys(recordWith([], key, searchKey, now))
}

/** The same keys and a new one that is current from now on. */
export const withNewKey = (keys: MasterKeys, now: Date): MasterKeys =>
  new MasterKeys(recordWith(keys.reveal().keys, randomBytes(32), keys.searchKey, now))

/** Both sets of keys under the current key of the first; nothing when they belong to different installations. */
export function mergeKeys(keys: MasterKeys, others: MasterKeys): MasterKeys | undefined {
  if (!keys.searchKey.equals(others.searchKey)) return undefined
  const record = keys.reveal()
  const missing = others.reveal().keys.filter(({ id }) => !keys.find(id))
  return new MasterKeys({ ...record, keys: [...record.keys, ...missing] })
}

function recordWith(former: MasterKeyRecord['keys'], key: Buffer, searchKey: KeyObject, now: Date): MasterKeyRecord {
  const id = createHash('sha256').update('xinhuo key id').update(key).digest('hex').slice(0, 16)
  return {
    current: id,
    keys: [...former, { id, key: key.toString('base64'), createdAt: now.toISOString() }],
    search: sealBytes(createSecretKey(key), searchKey.export(), searchAad).toString('base64'),
  }
}
