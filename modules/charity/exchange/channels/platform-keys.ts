import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { NotBelieved } from './channel.ts'
import { findFetchedKeys, writeFetchedKeys, type FetchedKeys, type Merchant } from './merchant.ts'
import { ask, mustBeSigned, readAs, Sealed, unseal } from './wechat-signing.ts'

const List = z.object({
  data: z.array(z.object({ serial_no: z.string().min(1).max(64), encrypt_certificate: Sealed })).min(1).max(20),
})
type Place = { dataFolder: string; cityId: number; now: () => Date }

/**
 * Fetches the certificates by which the platform signs and keeps them beside the merchant's file: new ones before they are used, old ones until they expire.
 * The list is believed when it is signed by a key we know, or by one it brings: those open with the APIv3 key alone.
 */
export async function renewPlatformKeys(merchant: Merchant, place: Place): Promise<string[]> {
  const answer = await ask(merchant, { method: 'GET', path: '/v3/certificates' }, place.now)
  if (answer.status !== 200) throw new NotBelieved('content')
  const fetched = Object.fromEntries(readAs(List, answer.body).data.map((one) => [
    one.serial_no, certificateOf(one.serial_no, unseal(merchant, one.encrypt_certificate))]))
  const pems = Object.fromEntries(Object.entries(fetched).map(([serial, { certificate }]) => [serial, certificate]))
  mustBeSigned({ ...pems, ...merchant.platformKeys }, answer, place.now())
  const known = await findFetchedKeys(place)
  const kept = Object.fromEntries(Object.entries({ ...known, ...fetched }).filter(([, { expiresAt }]) => new Date(expiresAt) > place.now()))
  await writeFetchedKeys(place, kept)
  return Object.keys(fetched).filter((serial) => !Object.hasOwn(known, serial))
}

/** A certificate whose own serial number is the one it is listed under. */
function certificateOf(serial: string, text: string): FetchedKeys[string] {
  const read = readCertificate(text)
  if (read.serialNumber.toUpperCase() !== serial.toUpperCase()) throw new NotBelieved('serial')
  return { certificate: text, expiresAt: read.validToDate.toISOString() }
}

function readCertificate(text: string): X509Certificate {
  try {
    return new X509Certificate(text)
  } catch {
    throw new NotBelieved('content')
  }
}
