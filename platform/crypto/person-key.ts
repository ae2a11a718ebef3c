// Every person has a data key of its own. The database keeps it only wrapped by a master key that lives outside the database:
//   version 1 | master key id 8 | nonce 12 | tag 16 | wrapped key 32
// Deleting the wrapped key erases the person: nothing sealed under it can be read again, neither in the tables nor in a backup's audit.
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { SealBroken } from './envelope.ts'
import type { MasterKeys } from './master-key-set.ts'

/** Whose key it is; a wrapped key copied to another person cannot be unwrapped. */
export type KeyOwner = { cityId: string; personId: string }

const version = 1
const wrappedLength = 69

const aadOf = ({ cityId, personId }: KeyOwner) => Buffer.from(`person-key\0${cityId}\0${personId}`, 'utf8')

/** Makes a person's data key: the key for use now, and its wrapped form for the database. */
export function newWrappedKey(masterKeys: MasterKeys, owner: KeyOwner): { dataKey: KeyObject; wrapped: Buffer } {
  const dataKey = createSecretKey(randomBytes(32))
  return { dataKey, wrapped: wrap(masterKeys, dataKey, owner) }
}

/** The data key inside a wrapped key; throws SealBroken when it is not this person's, altered, or its master key is missing. */
export function unwrapKey(masterKeys: MasterKeys, wrapped: Uint8Array, owner: KeyOwner): KeyObject {
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength)
  const masterKey = bytes.length === wrappedLength && bytes[0] === version ? masterKeys.find(masterKeyIdOf(bytes)) : undefined
  if (!masterKey) throw new SealBroken()
  try {
    const decipher = createDecipheriv('aes-256-gcm', masterKey, bytes.subarray(9, 21), { authTagLength: 16 })
    decipher.setAAD(aadOf(owner)).setAuthTag(bytes.subarray(21, 37))
    return createSecretKey(Buffer.concat([decipher.update(bytes.subarray(37)), decipher.final()]))
  } catch (cause) {
    throw new SealBroken(cause)
  }
}

/** The same data key wrapped by the current master key; nothing when it already is, so that a rotation can be run again. */
export function rewrapKey(masterKeys: MasterKeys, wrapped: Uint8Array, owner: KeyOwner): Buffer | undefined {
  if (masterKeyIdOf(wrapped) === masterKeys.currentId) return undefined
  return wrap(masterKeys, unwrapKey(masterKeys, wrapped, owner), owner)
}

/** Which master key wrapped it, 16 hex digits. */
export const masterKeyIdOf = (wrapped: Uint8Array): string => Buffer.from(wrapped.subarray(1, 9)).toString('hex')

function wrap(masterKeys: MasterKeys, dataKey: KeyObject, owner: KeyOwner): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', masterKeys.currentKey, nonce).setAAD(aadOf(owner))
  const ciphertext = Buffer.concat([cipher.update(dataKey.export()), cipher.final()])
  return Buffer.concat([Buffer.of(version), Buffer.from(masterKeys.currentId, 'hex'), nonce, cipher.getAuthTag(), ciphertext])
}
