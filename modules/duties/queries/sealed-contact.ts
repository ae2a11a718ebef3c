// Phone and identity number of a member or a related person are sealed under the key of the own row.
import { Refusal } from '#platform/contract/refusal.ts'
import { blindTerms } from '#platform/crypto/blind-index.ts'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'
import type { Contact } from '../contract.ts'

type Row = { table: 'board-member' | 'related-party'; id: string }
/** What is kept of a contact. */
export type SealedContact = { wrappedKey: Buffer | null; sealed: Buffer | null; identityTerm: Buffer | null }

const aadOf = ({ table, id }: Row) => `duties.${table}\0${id}`
const ownerOf = ({ actor }: Pick<Context, 'actor'>, id: string) => ({ cityId: String(actor.cityId), personId: id })

/** Seals what was given; where nothing was, nothing is kept. */
export function sealContact(context: Context, row: Row, { phone = '',
  identityNumber = '' }: { phone?: string | undefined; identityNumber?: string | undefined }): SealedContact {
  if (phone === '' && identityNumber === '') return { wrappedKey: null, sealed: null, identityTerm: null }
  const { dataKey, wrapped } = newWrappedKey(context.installation.masterKeys, ownerOf(context, row.id))
  return {
    wrappedKey: wrapped, sealed: sealFields(dataKey, { phone, identityNumber }, aadOf(row)),
    identityTerm: identityNumber === '' ? null : identityTermOf(context, identityNumber),
  }
}

/** The keyed hash by which an identity number is found. */
export const identityTermOf = ({ installation }: Pick<Context, 'installation'>, identityNumber: string): Buffer | null =>
  blindTerms(installation.masterKeys.searchKey, 'id', identityNumber)[0] ?? null

/** Opens what was sealed. */
export function openContact(context: Context, row: Row, { wrappedKey, sealed }: Pick<SealedContact, 'wrappedKey' | 'sealed'>): Contact {
  if (wrappedKey === null || sealed === null) throw new Refusal('NOT_FOUND')
  const fields = openFields(unwrapKey(context.installation.masterKeys, wrappedKey, ownerOf(context, row.id)), sealed, aadOf(row))
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return { phone: text(fields['phone']), identityNumber: text(fields['identityNumber']) }
}
