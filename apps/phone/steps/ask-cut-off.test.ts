import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeHouse, type House } from '../house.ts'
import { keepDevice, readKept } from '../keeping/kept.ts'
import { makeLock } from '../keeping/pin-lock.ts'
import { memoryStore } from '../keeping/store.ts'
import { askIfCutOff } from './ask-cut-off.ts'

describe('a locked page', () => {
  let house: House
  let asked: string[]
  let serve: () => Promise<Response>
  beforeEach(async () => {
    house = makeHouse(memoryStore())
    asked = []
    serve = () => Promise.resolve(Response.json({ isCutOff: true }))
    vi.stubGlobal('fetch', (address: string, { body }: { body: string }) => {
      asked.push(`${address} ${body}`)
      return serve()
    })
    await keepDevice(house, {
      deviceId: 'phone', sealingKey: { keyId: '99.k', publicKey: '' }, keeping: { keptDays: 7, wrongPins: 5 }, wrongPins: 0, lastContactAt: 0,
      lock: await makeLock(),
    })
    await house.store.put({ vault: 'closed' })
    house.change({ stage: 'locked' })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('asks without any secret and wipes when the phone was cut off', async () => {
    await askIfCutOff(house)
    expect(asked).toEqual(['/api/phone/devices/phone/state {"keyId":"99.k"}'])
    expect(house.state()).toMatchObject({ stage: 'door', wipedBecause: 'cut-off', device: undefined })
    expect(await house.store.get('vault')).toBeUndefined()
    expect((await readKept(house.store)).device).toBeUndefined()
  })

  it('stays as it is when the phone may be used, when there is no signal, and when the server cannot say', async () => {
    for (const answer of [
      () => Promise.resolve(Response.json({ isCutOff: false })), () => Promise.reject(new TypeError('no signal')),
      () => Promise.resolve(Response.json({ code: 'RATE_LIMITED' }, { status: 429 })),
    ]) {
      serve = answer
      await askIfCutOff(house)
      expect(house.state().stage).toBe('locked')
      expect(await house.store.get('vault')).toBe('closed')
    }
  })

  it('asks nothing while it is open, or where no phone was enrolled: then its secret speaks, or there is nothing to wipe', async () => {
    house.change({ stage: 'open' })
    await askIfCutOff(house)
    house.change({ stage: 'locked', device: undefined })
    await askIfCutOff(house)
    expect(asked).toEqual([])
  })
})
