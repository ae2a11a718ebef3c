import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { completeTask } from './complete-task.ts'
import { sendNotice } from './send-notice.ts'

describe('completing the tasks about a record', () => {
  let city: TestCity
  const sourceId = newId()
  beforeAll(async () => {
    city = await openTestCity()
    for (const [name, scopeCode] of [['孙主任', '990100100010001000'], ['李组长', '990100100000000000'], ['王组长', '990100200000000000']] as const) {
      const accountId = await city.accountId(name)
      await asWorker(city, (run) => run((context) => sendNotice(context, [{ accountId, scopeCode }], {
        title: '请走访', task: { dueOn: '2026-03-20' }, source: { verb: 'visit.planned', key: 'one', kind: 'planned-visit', id: sourceId } })))
    }
  })
  afterAll(() => city.close())

  const complete = { sourceKind: 'planned-visit', sourceId }
  const open = async () => (await city.owner.query<{ person_name: string }>(`select a.person_name from notices.notices n
    join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id where n.done_at is null
    order by n.scope_code`)).rows.map((row) => row.person_name)

  it('touches no task about another record', async () => {
    expect(await asWorker(city, (run) => run((context) => completeTask(context, { ...complete, sourceId: newId() })))).toBe(0)
    expect(await asWorker(city, (run) => run((context) => completeTask(context, { ...complete, sourceKind: 'case' })))).toBe(0)
    expect(await open()).toHaveLength(3)
  })

  it('by a person ends those inside the own range', async () => {
    expect(await city.as('孙主任', (context) => completeTask(context, complete))).toBe(1)
    expect(await open()).toEqual(['李组长', '王组长'])
  })

  it('by a job ends those of the whole city, once', async () => {
    expect(await asWorker(city, (run) => run((context) => completeTask(context, complete)))).toBe(2)
    expect(await asWorker(city, (run) => run((context) => completeTask(context, complete)))).toBe(0)
    expect(await open()).toEqual([])
  })
})
