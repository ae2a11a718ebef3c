// Needs, acts, persons who pay, wishes and donors are sealed each under a key of its own row: what is sealed for one opens with no other's key.
import type { KeyObject } from 'node:crypto'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Installation } from '#platform/settings/installation.ts'

/** What keys hang on: the city and the master keys; every Context has both. */
export type KeyGround = { actor: Pick<Actor, 'cityId'>; installation: Pick<Installation, 'masterKeys'> }
/** The part of a row that opens what is sealed in it. */
export type RowKey = {
  id: string
  /** Null after the child was erased: nothing can be read or written any more. */
  wrappedKey: Buffer | null
}
/** What a sealed value is; it cannot be moved to another place. */
export type SealedPlace = 'need-words' | 'need-answer' | 'act-words' | 'act-receipt' | 'payer' | 'wish-text' | 'wish-answer' | 'wish-thanks' | 'donor'

/** A new key for a row, wrapped. */
export const newRowKey = ({ installation, actor }: KeyGround, id: string): Buffer =>
  newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: id }).wrapped

/** Seals a text; null for an empty one and for a row whose key was destroyed. */
export const sealText = (ground: KeyGround, of: RowKey, place: SealedPlace, text: string): Buffer | null =>
  (text === '' ? null : sealObject(ground, of, place, { text }))

/** Opens a text; null when there is none or the key was destroyed. */
export function openText(ground: KeyGround, of: RowKey, place: SealedPlace, sealed: Uint8Array | null): string | null {
  const text = openObject(ground, of, place, sealed)?.['text']
  return typeof text === 'string' ? text : null
}

/** Seals a set of fields. */
export function sealObject(ground: KeyGround, of: RowKey, place: SealedPlace, fields: object): Buffer | null {
  const key = keyOf(ground, of)
  return key === null ? null : sealFields(key, fields, aadOf(of, place))
}

/** Opens a set of fields. */
export function openObject(ground: KeyGround, of: RowKey, place: SealedPlace, sealed: Uint8Array | null): Record<string, unknown> | null {
  const key = sealed === null ? null : keyOf(ground, of)
  return key === null || sealed === null ? null : openFields(key, sealed, aadOf(of, place))
}

/** The key of a row out of its wrapping; null when it was destroyed. */
export function keyOf({ installation, actor }: KeyGround, { id, wrappedKey }: RowKey): KeyObject | null {
  return wrappedKey === null ? null : unwrapKey(installation.masterKeys, wrappedKey, { cityId: String(actor.cityId), personId: id })
}

const aadOf = ({ id }: RowKey, place: SealedPlace) => `aid.${place}\0${id}`
