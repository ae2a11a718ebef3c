import { readFile } from 'node:fs/promises'
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

/** The merchant of a city; undefined where none is set up. A file that cannot be read is a defect that quotes nothing of it. */
export async function findMerchant(place: { dataFolder: string; cityId: number }): Promise<Merchant | undefined> {
  let text: string
  try {
    text = await readFile(merchantFile(place), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return Merchant.parse(JSON.parse(text))
  } catch {
    throw new Error(`the file of the merchant of city ${String(place.cityId)} cannot be read`)
  }
}
