import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import type { Context } from '#platform/http/context.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { countNotices } from '../queries/count-notices.ts'
import { markAllRead } from './mark-all-read.ts'
import { sendNotice } from './send-notice.ts'

describe('marking everything as read', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    const recipients = await Promise.all((['赵干事', '吴老师'] as const).map(async (name) => (
      { accountId: await city.accountId(name), scopeCode: '990100100010000000' })))
    await asWorker(city, (run) => run(async (context) => {
      for (const key of ['one', 'two']) await sendNotice(context, recipients, { title: '消息', source: { verb: 'test.sent', key } })
    }))
  })
  afterAll(() => city.close())

  it('touches only what is one\'s own', async () => {
    expect(await city.as('李组长', markAllRead)).toEqual({ marked: 0 })
    expect(await city.as('赵干事', markAllRead)).toEqual({ marked: 2 })
    expect(await city.as('赵干事', countNotices)).toMatchObject({ unread: 0 })
    expect(await city.as('吴老师', countNotices)).toMatchObject({ unread: 2 })
  })

  it('a second time marks nothing and writes no audit entry', async () => {
    expect(await city.as('赵干事', markAllRead)).toEqual({ marked: 0 })
    const { rows } = await city.owner.query(`select details from audit.entries where verb = 'notices.read'`)
    expect(rows).toEqual([{ details: { marked: 2 } }])
  })

  it('is refused without the permission', async () => {
    const without = (context: Context): Context => ({ ...context, actor: { ...context.actor, permissions: new Set() } })
    await expect(city.as('吴老师', (context) => markAllRead(without(context)))).rejects.toThrow('FORBIDDEN')
  })
})
