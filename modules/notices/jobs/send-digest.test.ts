import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker, runScheduledJob } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { sendNotice } from '../commands/send-notice.ts'
import { listNotices } from '../queries/list-notices.ts'
import { sendDigest } from './send-digest.ts'

describe('the daily digest', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    const [zhao, sun] = [await city.accountId('赵干事'), await city.accountId('孙主任')]
    await asWorker(city, (run) => run(async (context) => {
      for (const [title, dueOn] of [['计划', '2026-03-10'], ['走访', '2026-03-16'], ['总结', '2026-04-01']] as const) {
        await sendNotice(context, [{ accountId: zhao, scopeCode: '990100100010000000' }], { title, task: { dueOn }, source: { verb: 'test.sent', key: title } })
      }
      await sendNotice(context, [{ accountId: sun, scopeCode: '990100100010001000' }], {
        title: '以后', task: { dueOn: '2026-03-30' }, source: { verb: 'test.sent', key: 'later' } })
    }))
  })
  afterAll(() => city.close())

  const messages = async (name: '赵干事' | '孙主任') => (await city.as(name, (context) => listNotices(context, { part: 'all', limit: 50 })))
    .items.filter((notice) => notice.kind === 'message').map((notice) => notice.title)

  it('reaches once a day who has something due, and nobody else', async () => {
    await runScheduledJob(city, sendDigest)
    await runScheduledJob(city, sendDigest)
    expect(await messages('赵干事')).toEqual(['您有 1 件待办已逾期，1 件待办今天到期'])
    expect(await messages('孙主任')).toEqual([])
  })

  it('comes again the next day with that day\'s counts', async () => {
    city.clock.moveTo('2026-03-17T07:30:00+08:00')
    await runScheduledJob(city, sendDigest)
    expect(await messages('赵干事')).toEqual(['您有 2 件待办已逾期', '您有 1 件待办已逾期，1 件待办今天到期'])
  })
})
