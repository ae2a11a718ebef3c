// Each donor is sealed under the key of the own row: what is sealed for one opens with no other's key.
import { blindTerm, blindTerms } from '#platform/crypto/blind-index.ts'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'
import type { DonorIdentity } from '../contract.ts'

/** What keys hang on. */
type KeyGround = Pick<Context, 'actor' | 'installation'>

const aadOf = (donorId: string) => `charity.donor\0${donorId}`
const ownerOf = ({ actor }: KeyGround, id: string) => ({ cityId: String(actor.cityId), personId: id })

/** Seals who a donor is under a key of its own. */
export function sealDonor(ground: KeyGround, id: string, identity: DonorIdentity): { wrappedKey: Buffer; sealedIdentity: Buffer } {
  const { dataKey, wrapped } = newWrappedKey(ground.installation.masterKeys, ownerOf(ground, id))
  return { wrappedKey: wrapped, sealedIdentity: sealFields(dataKey, identity, aadOf(id)) }
}

/** Opens who a donor is. */
export function openIdentity(ground: KeyGround, { id, wrappedKey,
  sealedIdentity }: { id: string; wrappedKey: Buffer; sealedIdentity: Buffer }): DonorIdentity {
  const fields = openFields(unwrapKey(ground.installation.masterKeys, wrappedKey, ownerOf(ground, id)), sealedIdentity, aadOf(id))
  const text = (field: keyof DonorIdentity) => textIn(fields[field])
  return { name: text('name'), phone: text('phone'), address: text('address'), contactName: text('contactName') }
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Everything a donor is found by, as keyed hashes, each once. */
export function termsOfDonor({ installation }: KeyGround, { name, phone, contactName }: DonorIdentity, creditCode: string | null): Buffer[] {
  const { searchKey } = installation.masterKeys
  const terms = [
    ...blindTerms(searchKey, 'name', name), ...(phone === '' ? [] : blindTerms(searchKey, 'phone', phone)), ...blindTerms(searchKey, 'name', contactName),
    ...(creditCode === null ? [] : blindTerms(searchKey, 'id', creditCode)),
  ]
  return [...new Map(terms.map((term) => [term.toString('hex'), term])).values()]
}

/** The hash of a whole phone. */
export const phoneTerm = ({ installation }: KeyGround, phone: string): Buffer =>
  blindTerm(installation.masterKeys.searchKey, { kind: 'phone', term: phone.replaceAll('-', '') })
