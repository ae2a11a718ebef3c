import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { childrenModule } from '../../module.ts'
import { getChild } from '../../queries/get-child.ts'
import { listTransfers } from '../../queries/list-transfers.ts'
import { registerSample, sampleNumber } from '../steps/sample-child.ts'
import { answerTransfer } from './answer-transfer.ts'
import { requestTransfer } from './request-transfer.ts'
import { withdrawTransfer } from './withdraw-transfer.ts'

// 孙主任 holds the children in one county, 王组长 asks from another.
describe('a question for a transfer', () => {
  let city: TestCity
  let order = 500
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const work = () => runJobsInline(city, [childrenModule])
  const ask = async (unitId?: string) => {
    order += 2
    const paperNumber = sampleNumber('2015-05-20', order)
    const child = await registerSample(city, { name: '白小转', sex: undefined, paperKind: 'id-card', paperNumber })
    const { id } = await city.as('王组长', (context) => requestTransfer(context, { idNumber: paperNumber, explanation: '随父母迁来', unitId }))
    return { id, childId: child.id, paperNumber }
  }
  const listed = async (by: PersonName, childId?: string) => (await city.as(by, (context) => listTransfers(context, { limit: 50 }))).items
    .find((item) => childId === undefined || item.childId === childId)!
  const withdraw = (id: string, by: PersonName = '王组长', version = 1) => city.as(by, (context) => withdrawTransfer(context, { id, version }))
  const answer = (held: { id: string; version: number }, accepted = true) => city.as('孙主任', (context) => answerTransfer(context, {
    id: held.id, version: held.version, accepted, answer: '核对过' }))

  it('is taken back by who asked; the holder has nothing to answer any more, and it may be asked again', async () => {
    const { id, childId, paperNumber } = await ask()
    await work()
    const held = await listed('孙主任', childId)
    await expect(withdraw(held.id, '孙主任')).rejects.toThrow('NOT_FOUND')
    await expect(withdraw(id, '蒋主任')).rejects.toThrow('NOT_FOUND')
    await expect(withdraw(id, '王组长', 9)).rejects.toThrow('STALE')
    await withdraw(id)
    await work()
    expect((await listed('孙主任', childId)).status).toBe('withdrawn')
    const { rows } = await city.owner.query('select count(*)::int as waiting from notices.notices where source_id = $1 and done_at is null and kind = $2',
      [held.id, 'task'])
    expect(rows[0].waiting).toBe(0)
    await expect(answer(await listed('孙主任', childId))).rejects.toThrow('TRANSFER_ANSWERED')
    await expect(withdraw(id, '王组长', 2)).rejects.toThrow('TRANSFER_ANSWERED')
    await city.as('王组长', (context) => requestTransfer(context, { idNumber: paperNumber, explanation: '又随父母迁来' }))
  })

  it('that is taken back while the holder says yes carries nothing out', async () => {
    const { id, childId } = await ask()
    await work()
    await answer(await listed('孙主任', childId))
    await withdraw(id)
    await work()
    expect((await city.as('孙主任', (context) => getChild(context, { id: childId }))).id).toBe(childId)
    expect((await listed('孙主任', childId)).status).toBe('withdrawn')
  })

  it('is not asked for a unit that is closed, and not agreed to when the unit closed meanwhile; both say so', async () => {
    const unitId = await city.unitId('990100200010002')
    const { childId } = await ask(unitId)
    await work()
    await city.owner.query(`update organization.units set closed_on = '2026-03-15' where id = $1`, [unitId])
    await expect(ask(unitId)).rejects.toMatchObject({ data: { issues: [{ path: ['unitId'], message: '这个单位已经撤销，请选择仍在的单位' }] } })
    const held = await listed('孙主任', childId)
    await expect(answer(held)).rejects.toThrow('UNIT_CLOSED')
    await answer(held, false)
  })

  it('agreed to before the unit closed carries nothing out: the child stays, and both sides read why', async () => {
    const unitId = await city.unitId('990100200010001')
    const { childId } = await ask(unitId)
    await work()
    await answer(await listed('孙主任', childId))
    await city.owner.query(`update organization.units set closed_on = '2026-03-15' where id = $1`, [unitId])
    await work()
    for (const by of ['孙主任', '王组长'] as const) {
      const item = (await city.as(by, (context) => listTransfers(context, { limit: 50 }))).items.find(({ answer: said }) => said === '转入单位已经撤销，不能转入。')
      expect(item?.status, by).toBe('rejected')
    }
    expect((await city.as('孙主任', (context) => getChild(context, { id: childId }))).unitName).toBe('东一村')
  })
})
