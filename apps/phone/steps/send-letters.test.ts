import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeHouse, type House } from '../house.ts'
import { keepDevice, keepLetters, readKept } from '../keeping/kept.ts'
import { makeLock } from '../keeping/pin-lock.ts'
import { memoryStore } from '../keeping/store.ts'
import { newLetter, type OutboxLetter } from '../rules/outbox.ts'
import { sendAtOnce, sendLetters } from './send-letters.ts'

type Item = { itemId: string }

const letter = (itemId: string, part: Partial<OutboxLetter> = {}): OutboxLetter =>
  ({ ...newLetter({ itemId, kind: 'visit', deviceId: 'phone', visitItemId: null, sealed: { keyId: 'k', sealed: itemId } }, Date.now()), ...part })
const recorded = ({ itemId }: Item) =>
  ({ itemId, state: 'recorded', code: 'recorded', isKept: true, message: '', next: '', visitId: null, reason: null, receivedAt: null })
const answer = (status: number, body: object) => Promise.resolve(Response.json(body, { status }))

describe('sending what waits on a phone', () => {
  let house: House
  let calls: string[][]
  /** What the server does with a call. */
  let serve: (items: Item[]) => Promise<Response>
  beforeEach(async () => {
    house = makeHouse(memoryStore())
    calls = []
    serve = items => answer(200, { items: items.map(recorded) })
    vi.stubGlobal('fetch', (_address: string, { body }: { body: string }) => {
      const { items } = JSON.parse(body) as { items: Item[] }
      calls.push(items.map(({ itemId }) => itemId))
      return serve(items)
    })
    await keepDevice(house, {
      deviceId: 'phone', sealingKey: { keyId: 'k', publicKey: '' }, keeping: { keptDays: 7, wrongPins: 5 }, wrongPins: 0, lastContactAt: 0,
      lock: await makeLock(),
    })
    await keepLetters(house, [letter('a'), letter('b'), letter('c')])
  })
  afterEach(() => vi.unstubAllGlobals())

  const states = () => house.state().letters.map(({ itemId, state }) => `${itemId} ${state}`)

  it('sends all in one call and forgets what they said', async () => {
    await sendLetters(house)
    expect(calls).toEqual([['a', 'b', 'c']])
    expect(states()).toEqual(['a recorded', 'b recorded', 'c recorded'])
    expect((await readKept(house.store)).letters.map(({ sealed }) => sealed)).toEqual([null, null, null])
  })

  it('gets the others through when one letter makes the whole call fail', async () => {
    const isBad = (items: Item[]) => items.some(({ itemId }) => itemId === 'b')
    serve = items => (isBad(items) ? answer(422, { code: 'INVALID_INPUT', message: '' }) : answer(200, { items: items.map(recorded) }))
    await sendLetters(house)
    expect(states()).toEqual(['a recorded', 'b unsent', 'c recorded'])
    expect(house.state().letters[1]?.tries).toBe(1)
  })

  it('keeps everything when no answer comes, and sends the same letters again when there is signal', async () => {
    serve = () => Promise.reject(new TypeError('fetch failed'))
    await sendLetters(house)
    expect([states(), house.state().isOnline]).toEqual([['a unsent', 'b unsent', 'c unsent'], false])
    serve = items => answer(200, { items: items.map(recorded) })
    await sendAtOnce(house)
    expect(calls).toEqual([['a', 'b', 'c'], ['a', 'b', 'c']])
    expect(states()).toEqual(['a recorded', 'b recorded', 'c recorded'])
  })

  it('keeps what an answer leaves out', async () => {
    serve = items => answer(200, { items: items.slice(1).map(recorded) })
    await sendLetters(house)
    expect(states()).toEqual(['a unsent', 'b recorded', 'c recorded'])
  })

  it('wipes the list when the phone was cut off, and keeps what the server does not have', async () => {
    serve = items => answer(200, { items: items.map(each => ({ ...recorded(each), state: 'waiting', code: 'device-cut-off' })) })
    await keepLetters(house, [letter('d', { nextTryAt: Date.now() + 60_000 })])
    await sendLetters(house)
    expect(house.state()).toMatchObject({ stage: 'door', device: undefined, wipedBecause: 'cut-off' })
    const kept = await readKept(house.store)
    expect([kept.device, kept.letters.map(({ itemId }) => itemId)]).toEqual([undefined, ['d']])
  })

  it('does not wipe a phone enrolled anew because its former enrolment was cut off', async () => {
    serve = items => answer(200, { items: items.map(each => ({ ...recorded(each), state: 'waiting', code: 'device-cut-off' })) })
    await keepLetters(house, ['a', 'b', 'c'].map(itemId => letter(itemId, { deviceId: 'former' })))
    await sendLetters(house)
    expect(house.state().device?.deviceId).toBe('phone')
  })
})
