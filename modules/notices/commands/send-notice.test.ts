import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listNotices } from '../queries/list-notices.ts'
import { sendNotice, type NoticeText } from './send-notice.ts'

const town = '990100100010000000'

describe('a notice', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const text = (key: string, more: Partial<NoticeText> = {}): NoticeText => ({ title: '请报送计划', source: { verb: 'plan.asked', key }, ...more })
  const send = (accountIds: string[], notice: NoticeText, scopeCode = town) => asWorker(city, (run) => run((context) => (
    sendNotice(context, accountIds.map((accountId) => ({ accountId, scopeCode })), notice))))
  const titlesOf = async (name: Parameters<TestCity['as']>[0]) =>
    (await city.as(name, (context) => listNotices(context, { part: 'all', limit: 50 }))).items.map((notice) => notice.title)

  it('reaches its recipient once, however often the job runs', async () => {
    const zhao = await city.accountId('赵干事')
    expect(await send([zhao], text('one'))).toBe(1)
    expect(await send([zhao], text('one'))).toBe(0)
    expect(await titlesOf('赵干事')).toEqual(['请报送计划'])
  })

  it('sent again to more recipients reaches only the new ones', async () => {
    const [zhao, wu] = [await city.accountId('赵干事'), await city.accountId('吴老师')]
    expect(await send([zhao, wu], text('one'))).toBe(1)
    expect(await titlesOf('吴老师')).toEqual(['请报送计划'])
  })

  it('is seen by nobody but its recipient, neither above nor beside', async () => {
    for (const name of ['陈主任', '李组长', '钱干事', '孙主任'] as const) expect(await titlesOf(name)).toEqual([])
  })

  it('carries what is to be done and by when', async () => {
    await send([await city.accountId('卫干事')], text('two', {
      body: '三月底前', link: '/plans', task: { dueOn: '2026-03-31' }, source: { verb: 'plan.asked', key: 'two' } }), '990100200010000000')
    const page = await city.as('卫干事', (context) => listNotices(context, { part: 'all', limit: 50 }))
    expect(page.items[0]).toMatchObject({ kind: 'task', body: '三月底前', link: '/plans', dueOn: '2026-03-31', isOverdue: false, readAt: null, doneAt: null })
  })

  it('cannot be sent out of the own range by a person', async () => {
    const wang = await city.accountId('王组长')
    await expect(city.as('李组长', (context) => sendNotice(context, [{ accountId: wang, scopeCode: '990100200000000000' }], text('three'))))
      .rejects.toThrow('row-level security')
  })
})
