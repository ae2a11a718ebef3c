import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeUnit } from '#modules/organization/commands/close-unit.ts'
import { mergeUnits } from '#modules/organization/commands/merge-units.ts'
import { organizationModule } from '#modules/organization/module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { childrenModule } from '../../module.ts'
import { getChild } from '../../queries/get-child.ts'
import { listTransfers } from '../../queries/list-transfers.ts'
import { registerSample, sampleNumber } from '../steps/sample-child.ts'
import { answerTransfer } from './answer-transfer.ts'
import { offerTransfer } from './offer-transfer.ts'

// 孙主任 holds the children in one county; 北一村 and 北二村 lie in another, below 北乡 of 卫干事. 蒋主任 works in 北一村.
describe('a child offered to a unit that ends before it answers', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const work = () => runJobsInline(city, [childrenModule, organizationModule])
  const offer = async (unitCode: string, order: number) => {
    const paperNumber = sampleNumber('2015-05-20', order)
    const { id } = await registerSample(city, { name: '岳小迁', sex: undefined, paperKind: 'id-card', paperNumber })
    await city.as('孙主任', async (context) =>
      offerTransfer(context, { childId: id, toUnitId: await city.unitId(unitCode), explanation: '随父母迁去居住' }))
    await work()
    return id
  }
  const rowOf = async (name: '孙主任' | '蒋主任' | '周主任') => (await city.as(name, (context) => listTransfers(context, { limit: 50 }))).items[0]!
  const openTasks = async () => (await city.owner.query(
    `select count(*)::int as open from notices.notices where source_kind = 'child-transfer' and kind = 'task' and done_at is null`)).rows[0].open

  it('goes to the successor where it was merged, which takes it', async () => {
    const childId = await offer('990100200010001', 900)
    const [id, intoId] = [await city.unitId('990100200010001'), await city.unitId('990100100010002')]
    await city.as('陈主任', (context) => mergeUnits(context, { id, intoId, version: 1, on: '2026-03-16', reason: '区划调整' }))
    await work()
    const offered = await rowOf('周主任')
    expect(offered).toMatchObject({ party: 'asker', status: 'pending' })
    await city.as('周主任', (context) => answerTransfer(context, { id: offered.id, version: offered.version, accepted: true }))
    await work()
    expect((await city.as('周主任', (context) => getChild(context, { id: childId }))).id).toBe(childId)
  })

  it('ends with that reason where it was closed: nobody has a task left, and the unit that offered is told once', async () => {
    await offer('990100200010002', 902)
    const id = await city.unitId('990100200010002')
    await city.as('卫干事', (context) => closeUnit(context, { id, version: 1, on: '2026-03-16', reason: '村改社区' }))
    await work()
    await work()
    expect(await rowOf('孙主任')).toMatchObject({ status: 'rejected', answer: '转入单位北二村已经撤销，转接不再办理。' })
    expect(await openTasks()).toBe(0)
    const { rows } = await city.owner.query(`select n.body from notices.notices n where n.title = '转接已终止：岳某（6—13岁）' and n.recipient_account_id = $1`,
      [await city.accountId('孙主任')])
    expect(rows).toEqual([{ body: '转入单位北二村已经撤销，转接不再办理。' }])
  })
})
