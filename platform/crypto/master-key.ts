// The key file `<dataFolder>/secrets/master-key.json`, readable by its owner only and outside every backup of the database.
import {
  chmodSync, closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { newId } from './id.ts'
import { MasterKeyRecord, MasterKeys, newMasterKeys, withNewKey } from './master-key-set.ts'

export type { MasterKeys } from './master-key-set.ts'

/** Thrown when the key file is missing, damaged or not this installation's; the message is for the person at the server. */
export class KeyFileRefused extends Error {
  readonly sentence: { zh: string; en: string }

  constructor(message: string, cause?: unknown, en = 'The keys cannot be used: a key file is missing, damaged, of another installation, '
    + 'or the passphrase is wrong.') {
    super(message, { cause })
    this.name = 'KeyFileRefused'
    this.sentence = { zh: message, en }
  }
}

/** Where the key file lies. */
export const masterKeyFile = (dataFolder: string): string => join(dataFolder, 'secrets', 'master-key.json')

export const hasMasterKeys = (dataFolder: string): boolean => existsSync(masterKeyFile(dataFolder))

/** Reads the key file; refuses when there is none: for a data folder that already holds people, a new key would be of no use. */
export function loadMasterKeys(dataFolder: string): MasterKeys {
  const file = masterKeyFile(dataFolder)
  if (!existsSync(file)) {
    throw new KeyFileRefused(`找不到主密钥文件 ${file}，已加密的个人信息无法读取。请先用导出的密钥恢复该文件，再启动。`)
  }
  closeToOthers(file)
  try {
    return new MasterKeys(MasterKeyRecord.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } catch {
    // The cause is left out on purpose: a parser's message may quote the keys.
    throw new KeyFileRefused(`主密钥文件 ${file} 已损坏。请用导出的密钥恢复该文件，再启动。`)
  }
}

/** Reads the key file of an installation, or makes it on its first start. Two processes that start together get the same keys. */
export function loadOrCreateMasterKeys(dataFolder: string, now: Date = new Date()): MasterKeys {
  if (!hasMasterKeys(dataFolder)) createOnce(dataFolder, newMasterKeys(now))
  return loadMasterKeys(dataFolder)
}

/** Rotation: adds a new current key. The old ones stay, to read what they wrapped; persons are re-wrapped afterwards. */
export function addMasterKey(dataFolder: string, now: Date = new Date()): MasterKeys {
  const keys = withNewKey(loadMasterKeys(dataFolder), now)
  saveMasterKeys(dataFolder, keys)
  return keys
}

/** Replaces the key file in one step; a crash leaves the old or the new one whole. */
export function saveMasterKeys(dataFolder: string, keys: MasterKeys): void {
  const draft = writeDraft(dataFolder, keys)
  renameSync(draft, masterKeyFile(dataFolder))
  syncFolder(dirname(draft))
}

function createOnce(dataFolder: string, keys: MasterKeys) {
  const draft = writeDraft(dataFolder, keys)
  try {
    linkSync(draft, masterKeyFile(dataFolder))
    syncFolder(dirname(draft))
  } catch (error) {
    if (!hasMasterKeys(dataFolder)) throw error
  } finally {
    rmSync(draft)
  }
}

function writeDraft(dataFolder: string, keys: MasterKeys): string {
  const file = masterKeyFile(dataFolder)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${newId()}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(keys.reveal(), null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return draft
}

function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

// A copied or unpacked folder may have lost its modes.
function closeToOthers(file: string) {
  chmodSync(dirname(file), 0o700)
  chmodSync(file, 0o600)
}
