import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { findAnswer, keepAnswer, Replayed } from './idempotency.ts'

describe('an answer kept under the key of its request', () => {
  let city: TestCity
  const hash = Buffer.alloc(32, 1)
  const answer = { id: 'one', recordedAt: new Date('2026-03-16T01:00:00.123Z'), people: [{ name: '张', since: null }] }
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('is given again as it was, instants as instants', async () => {
    await city.as('赵干事', (context) => keepAnswer(context, { key: 'k1', hash, answer }))
    expect(await city.as('赵干事', (context) => findAnswer(context, { key: 'k1', hash }))).toEqual({ answer })
  })

  it('rolls back the work of a second request with the same key', async () => {
    await expect(city.as('赵干事', (context) => keepAnswer(context, { key: 'k1', hash, answer }))).rejects.toThrow(Replayed)
  })

  it('refuses the same key with another body', async () => {
    await expect(city.as('赵干事', (context) => findAnswer(context, { key: 'k1', hash: Buffer.alloc(32, 2) }))).rejects.toThrow('IDEMPOTENCY_MISMATCH')
  })

  it('is not seen by another account', async () => {
    expect(await city.as('钱干事', (context) => findAnswer(context, { key: 'k1', hash }))).toBeUndefined()
  })
})
