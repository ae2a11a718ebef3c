import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { sendNotice } from '../commands/send-notice.ts'
import type { InboxQuery } from '../contract.ts'
import { noticesModule } from '../module.ts'
import { getNotice } from './get-notice.ts'
import { listNotices } from './list-notices.ts'

const [town, otherTown] = ['990100100010000000', '990100200010000000']

describe('the inbox', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
    const accountId = await city.accountId('赵干事')
    await asWorker(city, (run) => run(async (context) => {
      const send = (title: string, dueOn?: string | null) => sendNotice(context, [{ accountId, scopeCode: town }], {
        title, source: { verb: 'test.sent', key: title }, ...(dueOn === undefined ? {} : { task: { dueOn } }) })
      await send('来信')
      await send('报表', '2026-03-20')
      await send('计划', '2026-03-10')
      await send('总结', null)
      await send('走访', '2026-03-15')
    }))
  })
  afterAll(() => city.close())

  const list = (query: Partial<InboxQuery>, name: Parameters<TestCity['as']>[0] = '赵干事') =>
    city.as(name, (context) => listNotices(context, { part: 'all', limit: 50, ...query }))
  const titles = async (query: Partial<InboxQuery>) => (await list(query)).items.map((notice) => notice.title)

  it('shows the newest first', async () => {
    expect(await titles({})).toEqual(['走访', '总结', '计划', '报表', '来信'])
  })

  it('shows open tasks by due day, those without a day last', async () => {
    expect(await titles({ part: 'open-tasks' })).toEqual(['计划', '走访', '报表', '总结'])
    expect(await titles({ part: 'overdue' })).toEqual(['计划', '走访'])
  })

  it.each(['all', 'open-tasks'] as const)('pages %s without losing or repeating one', async (part) => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await list({ part, limit: 2, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.map((notice) => notice.title))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(await titles({ part }))
  })

  it('refuses a cursor that is not its own', async () => {
    await expect(list({ after: 'x' })).rejects.toThrow('INVALID_INPUT')
    await expect(list({ after: btoa('["2026-03-10","no-id"]'), part: 'open-tasks' })).rejects.toThrow('INVALID_INPUT')
  })

  it('finds by words of the title and counts what it found', async () => {
    expect(await list({ q: '走' })).toMatchObject({ items: [{ title: '走访' }], total: 1 })
    expect(await titles({ q: '%' })).toEqual([])
  })

  it('is empty for everyone else, also those above', async () => {
    for (const name of ['陈主任', '李组长', '吴老师', '卫干事'] as const) expect(await list({}, name)).toMatchObject({ items: [], total: 0 })
    const id = (await list({})).items[0]?.id ?? ''
    await expect(city.as('李组长', (context) => getNotice(context, { id }))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('赵干事', (context) => getNotice(context, { id: newId() }))).rejects.toThrow('NOT_FOUND')
  })

  it('shows a person with posts at two units what belongs to the unit acted for', async () => {
    const accountId = await city.accountId('赵干事')
    await asWorker(city, (run) => run((context) => sendNotice(context, [{ accountId, scopeCode: otherTown }], {
      title: '北乡来信', source: { verb: 'test.sent', key: 'other town' } })))
    expect(await titles({})).not.toContain('北乡来信')
    const grantId = newId()
    await city.owner.query(`insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on)
      values ($1, $2, $3, $4, $5, 'office', '2020-01-01')`, [city.cityId, grantId, otherTown, accountId, await city.unitId('99010020001')])
    const own = await city.owner.query('select grant_id from accounts.sessions where account_id = $1', [accountId])
    await city.owner.query('update accounts.sessions set grant_id = $1 where account_id = $2', [grantId, accountId])
    expect(await titles({})).toEqual(['北乡来信'])
    await city.owner.query('update accounts.sessions set grant_id = $1 where account_id = $2', [own.rows[0].grant_id, accountId])
  })

  it('answers over HTTP, where the counts are not taken for a notice', async () => {
    const server = await city.serve([noticesModule])
    const headers = { cookie: await city.cookieOf('赵干事') }
    const counts = await server.inject({ url: '/api/notices/counts', headers })
    expect(counts.json()).toEqual({ unread: 5, openTasks: 4, overdue: 2 })
    const page = await server.inject({ url: '/api/notices?part=overdue&limit=1', headers })
    expect(page.json()).toMatchObject({ items: [{ title: '计划', unitCode: '99010010001', isOverdue: true, dueOn: '2026-03-10' }], total: 2 })
  })
})
