// What waits is sealed under a key of its own, which is destroyed as soon as nobody needs the words any more.
import { openFields, sealFields } from '#platform/crypto/envelope.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import type { Context } from '#platform/http/context.ts'
import { PhoneVisit } from '../../contract.ts'

/** Seals the words of a letter under a new key of its own. */
export function sealContent({ actor, installation }: Context, letterId: string, visit: PhoneVisit): { wrappedKey: Buffer; sealed: Buffer } {
  const { dataKey, wrapped } = newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: letterId })
  return { wrappedKey: wrapped, sealed: sealFields(dataKey, visit, aadOf(letterId)) }
}

/** Opens what `sealContent` made; null where no content is kept. */
export function openContent(
  { actor, installation }: Context, letter: { id: string; wrappedKey: Buffer | null; sealed: Buffer | null },
): PhoneVisit | null {
  if (letter.wrappedKey === null || letter.sealed === null) return null
  const dataKey = unwrapKey(installation.masterKeys, letter.wrappedKey, { cityId: String(actor.cityId), personId: letter.id })
  return PhoneVisit.parse(openFields(dataKey, letter.sealed, aadOf(letter.id)))
}

const aadOf = (letterId: string) => `phone.letter\0${letterId}`
