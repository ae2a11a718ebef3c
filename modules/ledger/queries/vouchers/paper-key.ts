// Papers of vouchers are sealed each under a key of its own before they reach the disk.
import type { KeyObject } from 'node:crypto'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'

/** What a sealed paper is bound to: it opens in place of no other. */
export const paperAad = (cityId: number, id: string): string => `ledger.attachments/${cityId}/${id}`

/** A new key for a paper, wrapped. */
export const newPaperKey = ({ installation, actor }: Context, id: string): Buffer =>
  newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: id }).wrapped

/** The key of a paper out of its wrapping. */
export const paperKey = ({ installation, actor }: Context, { id, wrappedKey }: { id: string; wrappedKey: Buffer }): KeyObject =>
  unwrapKey(installation.masterKeys, wrappedKey, { cityId: String(actor.cityId), personId: id })
