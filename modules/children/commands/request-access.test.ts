import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listFileReads } from '../queries/list-file-reads.ts'
import { openChildFile } from './open-child-file.ts'
import { openInEmergency, requestAccess } from './request-access.ts'
import { countAudit, registerSample } from './steps/sample-child.ts'

const asked = { purpose: 'aid', explanation: '申请临时救助需要住址', fields: ['name', 'address'], days: 7 } as {
  purpose: 'aid'
  explanation: string
  fields: ('name' | 'address')[]
  days: number
}

describe('asking for access', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('opens nothing by itself and is asked once', async () => {
    const child = await registerSample(city)
    await city.as('赵干事', (context) => requestAccess(context, { ...asked, id: child.id }))
    await expect(
      city.as('赵干事', (context) => openChildFile(context, { id: child.id, fields: ['name'], purpose: 'aid' })),
    ).rejects.toThrow('ACCESS_REQUIRED')
    await expect(city.as('赵干事', (context) => requestAccess(context, { ...asked, id: child.id }))).rejects.toThrow('REQUEST_PENDING')
    expect(await countAudit(city, 'access.requested', child.id)).toBe(1)
  })

  it('in an emergency opens at once for a day, and stands among the looks at the file', async () => {
    const child = await registerSample(city)
    const opened = await city.as('赵干事', (context) =>
      openInEmergency(context, { id: child.id, explanation: '孩子失联，需立即上门', fields: ['address'] }),
    )
    expect(opened.untilAt.toISOString()).toBe('2026-03-17T01:00:00.000Z')
    expect(
      await city.as('赵干事', (context) => openChildFile(context, { id: child.id, fields: ['address'], purpose: 'emergency' })),
    ).toEqual({ address: '东一村三组12号' })
    const reads = await city.as('冯科长', (context) => listFileReads(context, { id: child.id, limit: 20 }))
    expect(reads.items.map((read) => [read.personName, read.what])).toEqual([
      ['赵干事', '打开：住址'],
      ['赵干事', '紧急查阅：住址'],
    ])
  })

  it('is not for leaders, volunteers or administrators; the neighbour finds nothing', async () => {
    const child = await registerSample(city)
    for (const name of ['郑部长', '吴老师', '审计员'] as const) {
      await expect(city.as(name, (context) => requestAccess(context, { ...asked, id: child.id }))).rejects.toThrow('FORBIDDEN')
    }
    await expect(
      city.as('钱干事', (context) => openInEmergency(context, { id: child.id, explanation: '想看看', fields: ['name'] })),
    ).rejects.toThrow('NOT_FOUND')
  })
})
