// Each award is sealed under the key of its own row: what is sealed for one opens with no other's key.
import { createHash, createHmac, type KeyObject } from 'node:crypto'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'
import type { Payee } from '../contract.ts'

/** What keys hang on. */
type KeyGround = { actor: Pick<Context['actor'], 'cityId'>; installation: Context['installation'] }
/** The part of a row that opens what is sealed in it; no key after the child was erased. */
export type RowKey = { id: string; wrappedKey: Buffer | null }
/** What a sealed value is; it cannot be moved to another place. */
export type SealedPlace = 'words' | 'payee' | 'refusal' | 'visit' | 'objection' | 'answer' | 'reply'

const ownerOf = ({ actor }: KeyGround, id: string) => ({ cityId: String(actor.cityId), personId: id })
const aadOf = ({ id }: RowKey, place: SealedPlace) => `projects.award.${place}\0${id}`

/** A new key for an award, wrapped. */
export const newRowKey = (ground: KeyGround, id: string): Buffer => newWrappedKey(ground.installation.masterKeys, ownerOf(ground, id)).wrapped

/** The key of an award; null when it was destroyed. */
export const keyOf = (ground: KeyGround, { id, wrappedKey }: RowKey): KeyObject | null =>
  (wrappedKey === null ? null : unwrapKey(ground.installation.masterKeys, wrappedKey, ownerOf(ground, id)))

/** Seals a text; null for an empty one and for an award whose key was destroyed. */
export function sealText(ground: KeyGround, of: RowKey, place: SealedPlace, text: string): Buffer | null {
  const key = text === '' ? null : keyOf(ground, of)
  return key === null ? null : sealFields(key, { text }, aadOf(of, place))
}

/** Opens a text; null when there is none or the key was destroyed. */
export function openText(ground: KeyGround, of: RowKey, place: SealedPlace, sealed: Uint8Array | null): string | null {
  const key = sealed === null ? null : keyOf(ground, of)
  return key === null || sealed === null ? null : textIn(openFields(key, sealed, aadOf(of, place))['text'])
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Seals into whose account an award is paid. */
export function sealPayee(ground: KeyGround, of: RowKey, payee: Payee): Buffer | null {
  const key = keyOf(ground, of)
  return key === null ? null : sealFields(key, payee, aadOf(of, 'payee'))
}

/** Opens into whose account an award is paid; null when nobody knows, or the key was destroyed. */
export function openPayee(ground: KeyGround, of: RowKey, sealed: Uint8Array | null): Payee | null {
  const key = sealed === null ? null : keyOf(ground, of)
  if (key === null || sealed === null) return null
  const fields = openFields(key, sealed, aadOf(of, 'payee'))
  const text = (field: keyof Payee) => textIn(fields[field])
  return { name: text('name'), account: text('account'), bank: text('bank') }
}

/** The keyed hash by which the same account is found again. */
export const accountTermOf = ({ installation }: KeyGround, account: string): Buffer | null =>
  (account === '' ? null : createHmac('sha256', installation.masterKeys.searchKey).update(`award-account\0${account}`).digest().subarray(0, 16))

/** The keyed hash of a whole payee, kept in a frozen list: whether the payee is still the one that was approved. */
export const payeeHashOf = ({ installation }: KeyGround, { name, account, bank }: Payee): Buffer =>
  createHmac('sha256', installation.masterKeys.searchKey).update(['award-payee', name, account, bank].join('\0')).digest()

/** What a list is, in one hash: fund, and of each row its place, award, amount and payee. */
export function listHashOf(
  { id, bookId, fundId }: { id: string; bookId: string; fundId: string },
  rows: readonly { seq: number; awardId: string; amountFen: number; payeeHash: Buffer | null }[],
): Buffer {
  const text = JSON.stringify([id, bookId, fundId, rows.map((row) => [row.seq, row.awardId, row.amountFen, row.payeeHash?.toString('hex') ?? ''])])
  return createHash('sha256').update(text).digest()
}
