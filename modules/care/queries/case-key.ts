// What is written about a child in a case is sealed under the case's own key: one row brings both, no second read.
import type { KeyObject } from 'node:crypto'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Installation } from '#platform/settings/installation.ts'

/** What keys hang on: the city and the master keys; every Context has both. */
export type KeyGround = { actor: Pick<Actor, 'cityId'>; installation: Pick<Installation, 'masterKeys'> }

/** The part of a case that opens what was written in it. */
export type CaseKey = {
  id: string
  /** Null after the child was erased: nothing can be read or written any more. */
  wrappedKey: Buffer | null
}
/** What a sealed text is; a sealed value cannot be moved to another place. */
export type SealedPlace =
  | 'need' | 'closing-result' | 'note' | 'draft' | 'comment'
  | 'plan-aim' | 'plan-goal' | 'plan-words' | 'plan-service' | 'plan-review' | 'plan-answer' | 'plan-ending'

/** A new key for a new case, wrapped. */
export const newCaseKey = ({ installation, actor }: KeyGround, caseId: string): Buffer =>
  newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: caseId }).wrapped

/** Seals a text; null for an empty one and for a case whose key was destroyed. */
export function sealText(context: KeyGround, of: CaseKey, place: SealedPlace, text: string): Buffer | null {
  return text === '' ? null : sealObject(context, of, place, { text })
}

/** Opens a text; null when there is none or the key was destroyed. */
export function openText(context: KeyGround, of: CaseKey, place: SealedPlace, sealed: Uint8Array | null): string | null {
  const opened = openObject(context, of, place, sealed)
  return typeof opened?.['text'] === 'string' ? opened['text'] : null
}

/** Seals a set of fields. */
export function sealObject(context: KeyGround, of: CaseKey, place: SealedPlace, fields: object): Buffer | null {
  const key = keyOf(context, of)
  return key === null ? null : sealFields(key, fields, aadOf(of, place))
}

/** Opens a set of fields. */
export function openObject(context: KeyGround, of: CaseKey, place: SealedPlace, sealed: Uint8Array | null): Record<string, unknown> | null {
  const key = sealed === null ? null : keyOf(context, of)
  return key === null || sealed === null ? null : openFields(key, sealed, aadOf(of, place))
}

const aadOf = ({ id }: CaseKey, place: SealedPlace) => `care.${place}\0${id}`

function keyOf({ installation, actor }: KeyGround, { id, wrappedKey }: CaseKey): KeyObject | null {
  return wrappedKey === null ? null : unwrapKey(installation.masterKeys, wrappedKey, { cityId: String(actor.cityId), personId: id })
}
