import { beforeAll, describe, expect, it } from 'vitest'
import { close, makeLock, tryOpen, turnKey, type Closed, type PinLock } from './pin-lock.ts'

describe('what is kept on a phone', () => {
  let lock: PinLock
  let closed: Closed
  beforeAll(async () => {
    lock = await makeLock()
    closed = await close({ children: ['李某 · 6—13岁'] }, await turnKey('314159', lock))
  })

  it('opens with its PIN', async () => {
    expect(await tryOpen(closed, await turnKey('314159', lock))).toEqual({ children: ['李某 · 6—13岁'] })
  })

  it('does not open with another PIN', async () => {
    expect(await tryOpen(closed, await turnKey('314158', lock))).toBeUndefined()
  })

  it('does not open with its PIN on another phone', async () => {
    const elsewhere = { ...lock, phoneKey: (await makeLock()).phoneKey }
    await expect(tryOpen(closed, await turnKey('314159', elsewhere))).rejects.toMatchObject({ name: 'OperationError' })
  })

  it('shows no word of itself, and not the same bytes twice', async () => {
    const open = await turnKey('314159', lock)
    const [one, two] = [await close('李某', open), await close('李某', open)]
    expect([...new Uint8Array(one.bytes)]).not.toEqual([...new Uint8Array(two.bytes)])
    expect(new TextDecoder().decode(closed.bytes)).not.toContain('李某')
  })

  it('lies under keys that nobody can take out, derived in 600,000 rounds at least', async () => {
    const { pinKey, phoneKey } = await turnKey('314159', lock)
    expect([pinKey.extractable, phoneKey.extractable]).toEqual([false, false])
    expect(lock.iterations).toBeGreaterThanOrEqual(600_000)
  })
})
