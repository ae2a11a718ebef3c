// A scanned certificate is sealed under a key of its own before it reaches the disk.
import { openBytes, sealBytes } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'

type KeyGround = Pick<Context, 'actor' | 'installation'>

const ownerOf = ({ actor }: KeyGround, id: string) => ({ cityId: String(actor.cityId), personId: id })
/** What a sealed scan is bound to: it opens in place of no other. */
const aadOf = ({ actor }: KeyGround, id: string) => `charity.qualifications.scan/${actor.cityId}/${id}`

/** Seals the scan of a qualification under a new key. */
export function sealScan(ground: KeyGround, id: string, bytes: Uint8Array): { wrappedKey: Buffer; sealed: Buffer } {
  const { dataKey, wrapped } = newWrappedKey(ground.installation.masterKeys, ownerOf(ground, id))
  return { wrappedKey: wrapped, sealed: sealBytes(dataKey, bytes, aadOf(ground, id)) }
}

/** Opens the scan of a qualification. */
export const openSealedScan = (ground: KeyGround, { id, wrappedKey }: { id: string; wrappedKey: Buffer }, sealed: Uint8Array): Buffer =>
  openBytes(unwrapKey(ground.installation.masterKeys, wrappedKey, ownerOf(ground, id)), sealed, aadOf(ground, id))
