// The keys on their own, under a passphrase: kept apart from the backups, because either alone opens nothing.
import { createSecretKey, randomBytes, scrypt } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { countCharacters } from '#platform/values/text.ts'
import { openBytes, sealBytes } from './envelope.ts'
import { KeyFileRefused, hasMasterKeys, loadMasterKeys, saveMasterKeys } from './master-key.ts'
import { MasterKeyRecord, MasterKeys, mergeKeys } from './master-key-set.ts'

const format = 'xinhuo-master-keys-1'
const exportAad = `${format} export`
const minPassphraseCharacters = 12
const usualCost = 2 ** 17

const ExportedKeys = z.object({
  format: z.literal(format),
  /** scrypt's N; bounded, so that a forged file cannot exhaust memory. */
  cost: z.int().min(2 ** 14).max(2 ** 20),
  salt: z.base64(),
  sealed: z.base64(),
})

/** The keys as a text to keep in a safe place, sealed under a passphrase of at least 12 characters (scrypt, AES-256-GCM). */
export async function exportMasterKeys(keys: MasterKeys, passphrase: string, cost: number = usualCost): Promise<string> {
  if (countCharacters(passphrase) < minPassphraseCharacters) {
    throw new KeyFileRefused(`口令太短，请用至少${minPassphraseCharacters}个字符的口令。`, undefined,
      `The passphrase is too short: use at least ${minPassphraseCharacters} characters.`)
  }
  const salt = randomBytes(16)
  const sealed = sealBytes(await stretch(passphrase, salt, cost), Buffer.from(JSON.stringify(keys.reveal())), exportAad)
  const exported: z.infer<typeof ExportedKeys> = { format, cost, salt: salt.toString('base64'), sealed: sealed.toString('base64') }
  return `${JSON.stringify(exported, null, 2)}\n`
}

/**
 * Puts exported keys into a data folder: a new key file, or the missing keys into the existing one.
 * Refuses a wrong passphrase, a damaged text, and a folder whose keys belong to another installation.
 */
export async function importMasterKeys(dataFolder: string, exported: string, passphrase: string): Promise<MasterKeys> {
  const imported = await openExport(exported, passphrase)
  const keys = hasMasterKeys(dataFolder) ? mergeKeys(loadMasterKeys(dataFolder), imported) : imported
  if (!keys) throw new KeyFileRefused('该数据文件夹已有另一套系统的主密钥，未作改动。请换一个空文件夹恢复。')
  saveMasterKeys(dataFolder, keys)
  return keys
}

async function openExport(exported: string, passphrase: string): Promise<MasterKeys> {
  const file = ExportedKeys.safeParse(parseJson(exported))
  if (!file.success) throw new KeyFileRefused('这不是薪火导出的密钥文件，或文件不完整。请重新选择文件。')
  const { cost: exportedCost, salt, sealed } = file.data
  try {
    const key = await stretch(passphrase, Buffer.from(salt, 'base64'), exportedCost)
    return new MasterKeys(MasterKeyRecord.parse(JSON.parse(openBytes(key, Buffer.from(sealed, 'base64'), exportAad).toString('utf8'))))
  } catch {
    throw new KeyFileRefused('口令不对，或密钥文件已被改动。请核对口令后重试。')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// NFKC, so that a passphrase typed on another keyboard or input method gives the same bytes.
const stretch = (passphrase: string, salt: Buffer, n: number) =>
  new Promise<KeyObject>((resolve, reject) => {
    const options = { N: n, r: 8, p: 1, maxmem: 256 * n * 8 }
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(createSecretKey(key))))
  })
