import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportMasterKeys, importMasterKeys } from './master-key-export.ts'
import { KeyFileRefused, addMasterKey, hasMasterKeys, loadMasterKeys, loadOrCreateMasterKeys, masterKeyFile } from './master-key.ts'
import { newWrappedKey, unwrapKey } from './person-key.ts'

const owner = { cityId: 'city-1', personId: 'person-1' }
const passphrase = '薪火相传2026年保管人王组长'
// The least cost an export may have; the usual one takes most of a second.
const quick = 2 ** 14
let folder = ''

const newFolder = () => mkdtempSync(join(tmpdir(), 'xinhuo-keys-'))
const modeOf = (path: string) => statSync(path).mode & 0o777

beforeEach(() => {
  folder = newFolder()
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the master key file', () => {
  test('is made once and then read again', () => {
    const { wrapped, dataKey } = newWrappedKey(loadOrCreateMasterKeys(folder), owner)
    expect(unwrapKey(loadOrCreateMasterKeys(folder), wrapped, owner).equals(dataKey)).toBe(true)
    expect(readdirSync(dirname(masterKeyFile(folder)))).toEqual(['master-key.json'])
  })

  test('is readable by its owner only, also after the modes were lost', () => {
    loadOrCreateMasterKeys(folder)
    chmodSync(masterKeyFile(folder), 0o644)
    chmodSync(dirname(masterKeyFile(folder)), 0o755)
    loadMasterKeys(folder)
    expect([modeOf(masterKeyFile(folder)), modeOf(dirname(masterKeyFile(folder)))]).toEqual([0o600, 0o700])
  })

  test('keeps former keys when a new one is added, and the key of the search stays the same', () => {
    const first = loadOrCreateMasterKeys(folder)
    const { wrapped, dataKey } = newWrappedKey(first, owner)
    addMasterKey(folder)
    const rotated = loadMasterKeys(folder)
    expect(rotated.ids).toEqual([first.currentId, rotated.currentId])
    expect(rotated.currentId).not.toBe(first.currentId)
    expect(unwrapKey(rotated, wrapped, owner).equals(dataKey)).toBe(true)
    expect(rotated.searchKey.equals(first.searchKey)).toBe(true)
    expect(rotated.derive('backup').equals(first.derive('backup'))).toBe(true)
    expect(rotated.derive('backup').equals(rotated.derive('cookie'))).toBe(false)
  })

  test('is asked for, not replaced, when it is missing or damaged', () => {
    expect(() => loadMasterKeys(folder)).toThrow('找不到主密钥文件')
    loadOrCreateMasterKeys(folder)
    writeFileSync(masterKeyFile(folder), '{"current":"x"}')
    expect(() => loadOrCreateMasterKeys(folder)).toThrow('已损坏')
    expect(readFileSync(masterKeyFile(folder), 'utf8')).toBe('{"current":"x"}')
  })

  test('does not appear in logs', () => {
    const keys = loadOrCreateMasterKeys(folder)
    const secret = keys.reveal().keys[0]?.key ?? ''
    const logged = [inspect(keys, { depth: 9, showHidden: true }), JSON.stringify({ keys }), String(keys), JSON.stringify({ ...keys })]
    for (const shown of logged) {
      expect(shown).not.toContain(secret)
      expect(shown).not.toContain(keys.searchKey.export().toString('hex').slice(0, 16))
    }
  })
})

describe('exported master keys', () => {
  test('open everything again in an empty folder', async () => {
    const keys = loadOrCreateMasterKeys(folder)
    const { wrapped, dataKey } = newWrappedKey(keys, owner)
    addMasterKey(folder)
    const exported = await exportMasterKeys(loadMasterKeys(folder), passphrase, quick)
    expect(exported).not.toContain(keys.reveal().keys[0]?.key)
    rmSync(dirname(masterKeyFile(folder)), { recursive: true })
    await importMasterKeys(folder, exported, passphrase)
    expect(unwrapKey(loadMasterKeys(folder), wrapped, owner).equals(dataKey)).toBe(true)
    expect(modeOf(masterKeyFile(folder))).toBe(0o600)
  })

  test('add what is missing to the keys of the same installation and leave its current key', async () => {
    const exported = await exportMasterKeys(loadOrCreateMasterKeys(folder), passphrase, quick)
    const rotated = addMasterKey(folder)
    const merged = await importMasterKeys(folder, exported, passphrase)
    expect([merged.currentId, merged.ids]).toEqual([rotated.currentId, rotated.ids])
  })

  test('are refused with a wrong passphrase, when altered, and over another installation', async () => {
    const exported = await exportMasterKeys(loadOrCreateMasterKeys(folder), passphrase, quick)
    const other = newFolder()
    await expect(importMasterKeys(other, exported, `${passphrase}。`)).rejects.toThrow('口令不对')
    await expect(importMasterKeys(other, exported.replace(/"sealed": "(.)/, '"sealed": "B'), passphrase)).rejects.toThrow(KeyFileRefused)
    await expect(importMasterKeys(other, 'not json', passphrase)).rejects.toThrow('不是薪火导出的密钥文件')
    await expect(importMasterKeys(other, exported.replace('16384', '1073741824'), passphrase)).rejects.toThrow('不是薪火导出的密钥文件')
    expect([hasMasterKeys(other), existsSync(join(other, 'secrets'))]).toEqual([false, false])
    loadOrCreateMasterKeys(other)
    await expect(importMasterKeys(other, exported, passphrase)).rejects.toThrow('另一套系统')
    rmSync(other, { recursive: true })
  })

  test('need a passphrase of twelve characters', async () => {
    await expect(exportMasterKeys(loadOrCreateMasterKeys(folder), '薪火2026')).rejects.toMatchObject({
      sentence: { zh: expect.stringContaining('口令太短'), en: expect.stringContaining('too short') } })
  })
})
