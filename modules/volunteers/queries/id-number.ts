import type { KeyObject } from 'node:crypto'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'

const placeOf = (id: string) => `volunteers.volunteers/${id}/sealed`
const ownerOf = ({ actor }: Context, id: string) => ({ cityId: String(actor.cityId), personId: id })

/** A new key of a volunteer: for use now, and as the database keeps it. */
export const newVolunteerKey = (context: Context, id: string) => newWrappedKey(context.installation.masterKeys, ownerOf(context, id))

/** The key of a volunteer out of what the database keeps. */
export const openVolunteerKey = (context: Context, id: string, wrapped: Uint8Array): KeyObject =>
  unwrapKey(context.installation.masterKeys, wrapped, ownerOf(context, id))

/** An identity number sealed under the key of its volunteer. */
export const sealIdNumber = (dataKey: KeyObject, id: string, idNumber: string): Buffer => sealFields(dataKey, { idNumber }, placeOf(id))

/** The identity number inside; null when there is none or it was erased. */
export function openIdNumber(context: Context, id: string, kept: { sealed: Uint8Array | null; wrapped: Uint8Array | null }): string | null {
  if (kept.sealed === null || kept.wrapped === null) return null
  const { idNumber } = openFields(openVolunteerKey(context, id, kept.wrapped), kept.sealed, placeOf(id))
  return typeof idNumber === 'string' ? idNumber : null
}
