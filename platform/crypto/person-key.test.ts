import { describe, expect, test } from 'vitest'
import { SealBroken, openFields, sealFields } from './envelope.ts'
import { MasterKeys, newMasterKeys, withNewKey } from './master-key-set.ts'
import { masterKeyIdOf, newWrappedKey, rewrapKey, unwrapKey } from './person-key.ts'

const now = new Date('2026-11-22T00:00:00Z')
const masterKeys = newMasterKeys(now)
const owner = { cityId: 'city-1', personId: 'person-1' }

describe('a person’s key', () => {
  test('is found again inside its wrapping, which does not show it', () => {
    const { dataKey, wrapped } = newWrappedKey(masterKeys, owner)
    expect(unwrapKey(masterKeys, wrapped, owner).equals(dataKey)).toBe(true)
    expect(wrapped.includes(dataKey.export())).toBe(false)
    expect(masterKeyIdOf(wrapped)).toBe(masterKeys.currentId)
  })

  test('cannot be unwrapped for another person, in another city, or by another installation', () => {
    const { wrapped } = newWrappedKey(masterKeys, owner)
    expect(() => unwrapKey(masterKeys, wrapped, { ...owner, personId: 'person-2' })).toThrow(SealBroken)
    expect(() => unwrapKey(masterKeys, wrapped, { ...owner, cityId: 'city-2' })).toThrow(SealBroken)
    expect(() => unwrapKey(newMasterKeys(now), wrapped, owner)).toThrow(SealBroken)
  })

  test('is refused when any byte of its wrapping was changed', () => {
    const { wrapped } = newWrappedKey(masterKeys, owner)
    for (const at of wrapped.keys()) {
      const altered = Buffer.from(wrapped)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(() => unwrapKey(masterKeys, altered, owner)).toThrow(SealBroken)
    }
    expect(() => unwrapKey(masterKeys, wrapped.subarray(0, 40), owner)).toThrow(SealBroken)
  })

  test('is read through a rotation, before and after it is wrapped anew', () => {
    const { dataKey, wrapped } = newWrappedKey(masterKeys, owner)
    const sealed = sealFields(dataKey, { name: '张三' }, 'place')
    const rotated = withNewKey(masterKeys, now)
    expect(openFields(unwrapKey(rotated, wrapped, owner), sealed, 'place')).toEqual({ name: '张三' })
    const rewrapped = rewrapKey(rotated, wrapped, owner)
    expect(rewrapped && masterKeyIdOf(rewrapped)).toBe(rotated.currentId)
    expect(openFields(unwrapKey(rotated, rewrapped ?? wrapped, owner), sealed, 'place')).toEqual({ name: '张三' })
    expect(rewrapKey(rotated, rewrapped ?? wrapped, owner)).toBeUndefined()
  })

  test('no longer needs the former master key once it is wrapped anew', () => {
    const { dataKey, wrapped } = newWrappedKey(masterKeys, owner)
    const rotated = withNewKey(masterKeys, now)
    const record = rotated.reveal()
    const onlyNew = new MasterKeys({ ...record, keys: record.keys.filter(key => key.id === rotated.currentId) })
    expect(() => unwrapKey(onlyNew, wrapped, owner)).toThrow(SealBroken)
    expect(unwrapKey(onlyNew, rewrapKey(rotated, wrapped, owner) ?? wrapped, owner).equals(dataKey)).toBe(true)
  })

  test('once erased leaves nothing readable, even for a new key of the same person', () => {
    const { dataKey } = newWrappedKey(masterKeys, owner)
    const sealed = sealFields(dataKey, { name: '张三' }, 'place')
    const again = newWrappedKey(masterKeys, owner)
    expect(() => openFields(unwrapKey(masterKeys, again.wrapped, owner), sealed, 'place')).toThrow(SealBroken)
  })
})
