// Each party's row has a key of its own, known by the id of the row: what is sealed for one cannot be opened with the other's.
import type { KeyObject } from 'node:crypto'
import type { OpenedFile } from '#modules/children/contract.ts'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'

/** The part of a row that opens what is sealed in it. */
export type RowKey = {
  id: string
  /** Null after the child was erased. */
  wrappedKey: Buffer | null
}
/** What travels. */
export type SealedEnclosure = { need: string; summary: string; overrideReason: string | null; file: OpenedFile | null }

type Ground = Pick<Context, 'installation' | 'actor'>

/** A new key for a row, wrapped. */
export const newRowKey = ({ installation, actor }: Ground, id: string): Buffer =>
  newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: id }).wrapped

/** Seals what travels; null when the key is gone. */
export const sealEnclosure = (ground: Ground, of: RowKey, enclosure: SealedEnclosure): Buffer | null => sealPart(ground, of, 'enclosure', enclosure)

/** Opens what travels; null when there is nothing or the key is gone. */
export const openSealedEnclosure = (ground: Ground, of: RowKey, sealed: Uint8Array | null): SealedEnclosure | null =>
  openPart(ground, of, 'enclosure', sealed) as SealedEnclosure | null

/** Seals an answer or a result; null for an empty one. */
export const sealText = (ground: Ground, of: RowKey, part: 'answer' | 'result', text: string): Buffer | null =>
  (text === '' ? null : sealPart(ground, of, part, { text }))

/** Opens an answer or a result. */
export function openText(ground: Ground, of: RowKey, part: 'answer' | 'result', sealed: Uint8Array | null): string | null {
  const text = openPart(ground, of, part, sealed)?.['text']
  return typeof text === 'string' ? text : null
}

function sealPart(ground: Ground, of: RowKey, part: string, fields: object): Buffer | null {
  const key = keyOf(ground, of)
  return key === null ? null : sealFields(key, fields, aadOf(of, part))
}

function openPart(ground: Ground, of: RowKey, part: string, sealed: Uint8Array | null): Record<string, unknown> | null {
  const key = sealed === null ? null : keyOf(ground, of)
  return key === null || sealed === null ? null : openFields(key, sealed, aadOf(of, part))
}

const aadOf = ({ id }: RowKey, part: string) => `referrals.${part}\0${id}`

function keyOf({ installation, actor }: Ground, { id, wrappedKey }: RowKey): KeyObject | null {
  return wrappedKey === null ? null : unwrapKey(installation.masterKeys, wrappedKey, { cityId: String(actor.cityId), personId: id })
}
