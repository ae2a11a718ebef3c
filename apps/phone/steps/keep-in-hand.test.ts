import { beforeEach, describe, expect, it } from 'vitest'
import { makeHouse, type House, type InHand, type Vault } from '../house.ts'
import { keepDevice, openInHand, wipe } from '../keeping/kept.ts'
import { makeLock, turnKey, type OpenLock } from '../keeping/pin-lock.ts'
import { memoryStore } from '../keeping/store.ts'
import { dropInHand, keepInHand } from './keep-in-hand.ts'
import { lockPage } from './pin.ts'

const report: InHand = {
  kind: 'harm-report', about: '', written: { submissionKey: 'once', chosen: ['many-injuries'], description: '村口的孩子', seen: '手臂有伤' },
}

describe('what somebody is writing on a phone', () => {
  let house: House
  let lock: OpenLock
  beforeEach(async () => {
    house = makeHouse(memoryStore())
    const pinLock = await makeLock()
    lock = await turnKey('314159', { ...pinLock, iterations: 1 })
    await keepDevice(house, {
      deviceId: 'phone', sealingKey: { keyId: '99.k', publicKey: '' }, keeping: { keptDays: 7, wrongPins: 5 }, wrongPins: 0, lastContactAt: 0, lock: pinLock,
    })
    house.change({ stage: 'open', open: { lock, vault: {} as Vault } })
  })

  it('is there again after the page was locked, and opens with the PIN alone', async () => {
    await keepInHand(house, report)
    lockPage(house)
    await dropInHand(house)
    expect(await openInHand(house.store, lock)).toEqual(report)
    const { phoneKey } = lock
    expect(await openInHand(house.store, await turnKey('271828', { salt: new Uint8Array(16), iterations: 1, phoneKey }))).toBeUndefined()
  })

  it('is kept though the page is locked at that moment', async () => {
    const keeping = keepInHand(house, report)
    lockPage(house)
    await keeping
    expect(await openInHand(house.store, lock)).toEqual(report)
  })

  it('is dropped where its writer saved it or went back', async () => {
    await keepInHand(house, report)
    await dropInHand(house)
    expect(await openInHand(house.store, lock)).toBeUndefined()
  })

  it('goes with everything else when the phone is wiped, also while it is being kept', async () => {
    await keepInHand(house, report)
    await wipe(house, 'cut-off')
    expect(await house.store.names('')).toEqual(['former'])
    await keepDevice(house, {
      deviceId: 'anew', sealingKey: { keyId: '99.k', publicKey: '' }, keeping: { keptDays: 7, wrongPins: 5 }, wrongPins: 0, lastContactAt: 0,
      lock: await makeLock(),
    })
    house.change({ stage: 'open', open: { lock, vault: {} as Vault } })
    const keeping = keepInHand(house, report)
    await wipe(house, 'wrong-pins')
    await keeping
    expect(await house.store.get('draft')).toBeUndefined()
  })
})
