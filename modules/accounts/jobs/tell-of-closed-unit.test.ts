import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeUnit } from '#modules/organization/commands/close-unit.ts'
import { reopenUnit } from '#modules/organization/commands/reopen-unit.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { accountsModule } from '../module.ts'

let city: TestCity
beforeAll(async () => { city = await openTestCity() })
afterAll(() => city.close())

const tasks = async () => (await city.owner.query(`select n.title, n.done_at is not null as is_done from notices.notices n
  where n.source_kind = 'closed-unit' and n.recipient_account_id = $1`, [await city.accountId('安全员')])).rows
const work = () => runJobsInline(city, [accountsModule])

it('rights at a unit that closed are a task of the security administrator, until it opens again', async () => {
  const id = await city.unitId('990100200010001')
  await city.as('卫干事', (context) => closeUnit(context, { id, version: 1, on: '2026-03-16', reason: '村改社区' }))
  await work()
  await work()
  expect(await tasks()).toEqual([{ title: '北一村已撤销，仍有1人在该单位有权限，请收回或改授其他单位', is_done: false }])
  await city.as('卫干事', (context) => reopenUnit(context, { id, version: 2, on: '2026-03-16', reason: '仍保留' }))
  await work()
  expect(await tasks()).toMatchObject([{ is_done: true }])
})

it('a unit where nobody holds a right closes without a word', async () => {
  const id = await city.unitId('990100200010002')
  await city.as('卫干事', (context) => closeUnit(context, { id, version: 1, on: '2026-03-16', reason: '村改社区' }))
  await work()
  expect(await tasks()).toHaveLength(1)
})
