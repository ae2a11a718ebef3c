import type { KeyObject } from 'node:crypto'
import { blindTerms } from '#platform/crypto/blind-index.ts'
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { unwrapKey } from '#platform/crypto/person-key.ts'
import type { MasterKeys } from '#platform/crypto/master-key.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** Who the child is, as it is sealed. */
export type SealedIdentity = {
  name: string
  paperKind: string
  paperNumber: string | null
  birthOn: LocalDate
  phone: string | null
  address: string | null
  school: string | null
}
/** Who a guardian is, as it is sealed. */
export type SealedGuardian = { name: string; phone: string | null; idNumber: string | null }

/** Whose record is meant. */
export type ChildPlace = { cityId: number; childId: string }

const ownerOf = ({ cityId, childId }: ChildPlace) => ({ cityId: String(cityId), personId: childId })
const aadOf = (part: string, { cityId }: ChildPlace, rowId: string) => `children.${part}/${cityId}/${rowId}`

/** The child's data key out of its wrapping. */
export const keyOf = (masterKeys: MasterKeys, wrapped: Uint8Array, place: ChildPlace): KeyObject =>
  unwrapKey(masterKeys, wrapped, ownerOf(place))

/** Seals who the child is. */
export const sealIdentity = (key: KeyObject, place: ChildPlace, identity: SealedIdentity): Buffer =>
  sealFields(key, identity, aadOf('identities', place, place.childId))
/** Opens who the child is. */
export const openIdentity = (key: KeyObject, place: ChildPlace, sealed: Uint8Array): SealedIdentity =>
  openFields(key, sealed, aadOf('identities', place, place.childId)) as SealedIdentity

/** Seals the note on health, apart from the rest. */
export const sealHealth = (key: KeyObject, place: ChildPlace, health: string): Buffer =>
  sealFields(key, { health }, aadOf('health', place, place.childId))
/** Opens the note on health. */
export const openHealth = (key: KeyObject, place: ChildPlace, sealed: Uint8Array): string =>
  String(openFields(key, sealed, aadOf('health', place, place.childId))['health'])

/** Seals who a guardian is, under the child's key: both go together. */
export const sealGuardian = (key: KeyObject, place: ChildPlace, guardianId: string, guardian: SealedGuardian): Buffer =>
  sealFields(key, guardian, aadOf('guardians', place, guardianId))
/** Opens who a guardian is. */
export const openGuardian = (key: KeyObject, place: ChildPlace, guardianId: string, sealed: Uint8Array): SealedGuardian =>
  openFields(key, sealed, aadOf('guardians', place, guardianId)) as SealedGuardian

/** Seals the values before and after a correction for the audit. */
export const sealChange = (key: KeyObject, place: ChildPlace, change: { before: object; after: object }): Buffer =>
  sealFields(key, change, aadOf('correction', place, place.childId))

/** Everything a child is found by, as keyed hashes, each once. */
export function termsOfChild(searchKey: KeyObject, identity: SealedIdentity, guardianPhones: readonly (string | null)[]): Buffer[] {
  const phones = [identity.phone, ...guardianPhones].filter((phone) => phone !== null)
  const terms = [
    ...blindTerms(searchKey, 'name', identity.name),
    ...(identity.paperNumber === null ? [] : blindTerms(searchKey, 'id', identity.paperNumber)),
    ...phones.flatMap((phone) => blindTerms(searchKey, 'phone', phone)),
  ]
  return [...new Map(terms.map((term) => [term.toString('hex'), term])).values()]
}
