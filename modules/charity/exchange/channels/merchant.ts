import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'

const pem = z.string().includes('-----BEGIN ')

/** What a city's foundation got from WeChat Pay, and which books the money belongs to. */
const Merchant = z.object({
  appId: z.string().min(1).max(32), merchantId: z.string().min(1).max(32),
  /** Serial number of the merchant's certificate and its private key: they sign what we ask. */
  serialNumber: z.string().min(1).max(64), privateKey: pem,
  /** APIv3 key: opens what callbacks carry. */
  apiKey: z.string().refine((key) => Buffer.byteLength(key) === 32),
  /** Public keys or certificates of the platform by serial number: they judge what it signs. */
  platformKeys: z.record(z.string().min(1).max(64), pem).refine((keys) => Object.keys(keys).length > 0),
  gatewayUrl: z.url().default('https://api.mch.weixin.qq.com'),
  /** Address of this installation under which callbacks arrive, without a query. */
  callbackUrl: z.url(),
  /** Set of books, and the account in it that holds the money. */
  bookId: id, accountId: id,
})
/** What a city's foundation got from WeChat Pay. */
export type Merchant = z.infer<typeof Merchant>

/** Where it lies: beside the master key, outside of backups of the database, put there by whoever runs the server. */
export const merchantFile = ({ dataFolder, cityId }: { dataFolder: string; cityId: number }): string =>
  path.join(dataFolder, 'secrets', `wechat-pay-${String(cityId)}.json`)

type Place = { dataFolder: string; cityId: number }

/** Where the keys of the platform lie that were fetched since, beside it. */
export const keysFile = ({ dataFolder, cityId }: Place): string => path.join(dataFolder, 'secrets', `wechat-pay-${String(cityId)}-keys.json`)

/** Certificates of the platform by serial number, with their last moment. */
export const FetchedKeys = z.record(z.string().min(1).max(64), z.object({ certificate: pem, expiresAt: z.iso.datetime({ offset: true }) }))
/** Certificates of the platform that were fetched. */
export type FetchedKeys = z.infer<typeof FetchedKeys>

/** The merchant of a city, with the keys that were fetched since; undefined where none is set up. */
export async function findMerchant(place: Place & { now: () => Date }): Promise<Merchant | undefined> {
  const merchant = await readSecret(merchantFile(place), Merchant)
  if (merchant === undefined) return undefined
  const now = place.now()
  const fetched = Object.entries(await findFetchedKeys(place)).filter(([, { expiresAt }]) => new Date(expiresAt) > now)
  return { ...merchant, platformKeys: { ...merchant.platformKeys, ...Object.fromEntries(fetched.map(([serial, { certificate }]) => [serial, certificate])) } }
}

/** The keys that were fetched; none where none were. */
export const findFetchedKeys = async (place: Place): Promise<FetchedKeys> => await readSecret(keysFile(place), FetchedKeys) ?? {}

/** Writes the keys that were fetched, whole or not at all, for the server alone. */
export async function writeFetchedKeys(place: Place, keys: FetchedKeys): Promise<void> {
  const file = keysFile(place)
  await writeFile(`${file}.half`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(`${file}.half`, file)
}

/** A file that cannot be read is a defect that quotes nothing of it. */
async function readSecret<T>(file: string, shape: z.ZodType<T>): Promise<T | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new Error(`the file ${path.basename(file)} cannot be read`)
  }
}
