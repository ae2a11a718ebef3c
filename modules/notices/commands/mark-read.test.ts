import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import type { Context } from '#platform/http/context.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listNotices } from '../queries/list-notices.ts'
import { markRead } from './mark-read.ts'
import { sendNotice } from './send-notice.ts'

describe('marking a notice as read', () => {
  let city: TestCity
  let id: string
  beforeAll(async () => {
    city = await openTestCity()
    const recipient = [{ accountId: await city.accountId('赵干事'), scopeCode: '990100100010000000' }]
    await asWorker(city, (run) => run((context) => sendNotice(context, recipient, { title: '消息', source: { verb: 'test.sent', key: 'one' } })))
    const page = await city.as('赵干事', (context) => listNotices(context, { part: 'unread', limit: 50 }))
    id = page.items[0]?.id ?? ''
  })
  afterAll(() => city.close())

  it('is refused to everybody but the recipient', async () => {
    for (const name of ['李组长', '吴老师', '王组长'] as const) {
      await expect(city.as(name, (context) => markRead(context, { id }))).rejects.toThrow('NOT_FOUND')
    }
    const without = (context: Context): Context => ({ ...context, actor: { ...context.actor, permissions: new Set() } })
    await expect(city.as('赵干事', (context) => markRead(without(context), { id }))).rejects.toThrow('FORBIDDEN')
  })

  it('keeps the moment of the first reading', async () => {
    const first = await city.as('赵干事', (context) => markRead(context, { id }))
    expect(first.readAt).toEqual(city.ground.clock.now())
    city.clock.moveTo('2026-03-17T09:00:00+08:00')
    const again = await city.as('赵干事', (context) => markRead(context, { id }))
    expect(again.readAt).toEqual(first.readAt)
    expect((await city.as('赵干事', (context) => listNotices(context, { part: 'unread', limit: 50 }))).items).toEqual([])
  })
})
