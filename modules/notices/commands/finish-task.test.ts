import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import type { Context } from '#platform/http/context.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { countNotices } from '../queries/count-notices.ts'
import { listNotices } from '../queries/list-notices.ts'
import { finishTask } from './finish-task.ts'
import { sendNotice } from './send-notice.ts'

describe('finishing a task', () => {
  let city: TestCity
  let task: string
  let message: string
  beforeAll(async () => {
    city = await openTestCity()
    const recipient = [{ accountId: await city.accountId('赵干事'), scopeCode: '990100100010000000' }]
    await asWorker(city, (run) => run(async (context) => {
      await sendNotice(context, recipient, { title: '待办', task: { dueOn: '2026-03-10' }, source: { verb: 'test.sent', key: 'task' } })
      await sendNotice(context, recipient, { title: '消息', source: { verb: 'test.sent', key: 'message' } })
    }))
    const page = await city.as('赵干事', (context) => listNotices(context, { part: 'all', limit: 50 }))
    task = page.items.find((notice) => notice.kind === 'task')?.id ?? ''
    message = page.items.find((notice) => notice.kind === 'message')?.id ?? ''
  })
  afterAll(() => city.close())

  it('is refused to everybody but the recipient, who is not told apart from a notice that does not exist', async () => {
    for (const name of ['李组长', '吴老师', '卫干事'] as const) {
      await expect(city.as(name, (context) => finishTask(context, { id: task }))).rejects.toThrow('NOT_FOUND')
    }
  })

  it('is refused without the permission', async () => {
    const without = (context: Context): Context => ({ ...context, actor: { ...context.actor, permissions: new Set() } })
    await expect(city.as('赵干事', (context) => finishTask(without(context), { id: task }))).rejects.toThrow('FORBIDDEN')
  })

  it('is refused for a message', async () => {
    await expect(city.as('赵干事', (context) => finishTask(context, { id: message }))).rejects.toThrow('NOT_A_TASK')
  })

  it('leaves the task neither open nor overdue nor unread, and an entry in the audit', async () => {
    expect(await city.as('赵干事', countNotices)).toEqual({ unread: 2, openTasks: 1, overdue: 1 })
    const done = await city.as('赵干事', (context) => finishTask(context, { id: task }))
    expect(done).toMatchObject({ isOverdue: false, doneAt: city.ground.clock.now(), readAt: city.ground.clock.now() })
    expect(await city.as('赵干事', countNotices)).toEqual({ unread: 1, openTasks: 0, overdue: 0 })
    const { rows } = await city.owner.query(`select subject_id from audit.entries where verb = 'task.finished'`)
    expect(rows).toEqual([{ subject_id: task }])
  })

  it('a second time changes nothing', async () => {
    await city.as('赵干事', (context) => finishTask(context, { id: task }))
    const { rows } = await city.owner.query(`select 1 from audit.entries where verb = 'task.finished'`)
    expect(rows).toHaveLength(1)
  })
})
