import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { closeChild } from './close-child.ts'
import { openChildFile } from './open-child-file.ts'
import { recordFact } from './facts/record-fact.ts'
import { countAudit, liveCount, orphanFacts, registerSample } from './steps/sample-child.ts'

const closing = { version: 1, reason: 'moved-away', closedOn: '2026-03-16' } as const

describe('closing a file', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('ends what is counted, the approvals and all change, and keeps that the child was added', async () => {
    const child = await registerSample(city, { facts: orphanFacts })
    await city.as('孙主任', (context) => closeChild(context, { ...closing, id: child.id }))
    for (const measure of ['child.registered', 'child.type.orphan', 'child.differs'])
      expect(await liveCount(city, child.id, { measure, on: '2026-03-16' })).toBe(0)
    expect(await liveCount(city, child.id, { measure: 'child.added', on: '2026-03-16' })).toBe(1)
    await expect(
      city.as('孙主任', (context) => openChildFile(context, { id: child.id, fields: ['name'], purpose: 'registration' })),
    ).rejects.toThrow('ACCESS_REQUIRED')
    await expect(city.as('孙主任', (context) => recordFact(context, { ...orphanFacts[0]!, id: child.id }))).rejects.toThrow('CHILD_CLOSED')
    await expect(city.as('孙主任', (context) => closeChild(context, { ...closing, id: child.id }))).rejects.toThrow('CHILD_CLOSED')
    expect(await countAudit(city, 'child.closed', child.id)).toBe(1)
  })

  it('is refused before the registration, to come, stale, without the right, from next door', async () => {
    const child = await registerSample(city)
    const close = (change: object, name: '孙主任' | '郑部长' | '周主任' = '孙主任') =>
      city.as(name, (context) => closeChild(context, { ...closing, id: child.id, ...change }))
    await expect(close({ closedOn: '2026-03-15' })).rejects.toThrow('INVALID_INPUT')
    await expect(close({ closedOn: '2026-03-17' })).rejects.toThrow('INVALID_INPUT')
    await expect(close({ version: 9 })).rejects.toThrow('STALE')
    await expect(close({}, '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(close({}, '周主任')).rejects.toThrow('NOT_FOUND')
    expect(await countAudit(city, 'child.closed', child.id)).toBe(0)
  })
})
