import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { careModule } from '#modules/care/module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { childrenModule } from '../../module.ts'
import { getChild } from '../../queries/get-child.ts'
import { listTransfers } from '../../queries/list-transfers.ts'
import { closeChild } from '../close-child.ts'
import { registerSample, sampleNumber } from '../steps/sample-child.ts'
import { answerTransfer } from './answer-transfer.ts'
import { offerTransfer } from './offer-transfer.ts'
import { requestTransfer } from './request-transfer.ts'
import { withdrawTransfer } from './withdraw-transfer.ts'

// 孙主任 holds the children in one county, 王组长 stands in another.
describe('the offer of a child to another unit', () => {
  let city: TestCity
  let [order, toUnitId] = [700, '']
  beforeAll(async () => {
    city = await openTestCity()
    toUnitId = await city.as('王组长', async ({ actor }) => actor.unit.id)
  })
  afterAll(() => city.close())

  const work = () => runJobsInline(city, [childrenModule, careModule])
  const register = async (name: string) => {
    order += 2
    const paperNumber = sampleNumber('2015-05-20', order)
    return { id: (await registerSample(city, { name, sex: undefined, paperKind: 'id-card', paperNumber })).id, paperNumber }
  }
  const offer = (childId: string, more: { toUnitId?: string } = {}, by: PersonName = '孙主任') => city.as(by, (context) => offerTransfer(context, {
    childId, toUnitId, explanation: '随父母迁去居住', ...more }))
  const rowOf = async (by: PersonName) => (await city.as(by, (context) => listTransfers(context, { limit: 50 }))).items[0]!
  const answer = async (by: PersonName, accepted: boolean, words?: string) => {
    const { id, version } = await rowOf(by)
    return city.as(by, (context) => answerTransfer(context, { id, version, accepted, answer: words }))
  }
  const read = (by: PersonName, id: string) => city.as(by, (context) => getChild(context, { id }))
  const told = async (title: string) => (await city.owner.query('select count(*)::int as count from notices.notices where title = $1', [title])).rows[0].count

  it('is answered by the unit it was made to, which learns no name before; taken, it moves the file', async () => {
    const { id } = await register('岳小迁')
    await offer(id)
    await work()
    expect(await rowOf('王组长')).toMatchObject({ party: 'asker', beganBy: 'holder', status: 'pending', childId: null, childLabel: '岳某（6—13岁）' })
    expect(await told('孙主任提出把岳某（6—13岁）转到本单位，请答复')).toBeGreaterThan(0)
    await expect(read('王组长', id)).rejects.toThrow('NOT_FOUND')
    await expect(answer('孙主任', true)).rejects.toThrow('NOT_FOUND')
    await answer('王组长', true)
    await work()
    expect(await read('王组长', id)).toMatchObject({ id, access: [{ ground: 'registration' }] })
    await expect(read('孙主任', id)).rejects.toThrow('NOT_FOUND')
    expect((await rowOf('孙主任')).status).toBe('done')
    expect(await told('岳某（6—13岁）已转出本单位')).toBeGreaterThan(0)
  })

  it('is answered within the days of the rule: the list of both and the to-do say until when, and when it is late', async () => {
    const { id } = await register('邬小迁')
    await offer(id)
    await work()
    const due = { status: 'pending', answerDueOn: '2026-03-23', isOverdue: false }
    expect(await rowOf('王组长')).toMatchObject({ ...due, childId: null })
    expect(await rowOf('孙主任')).toMatchObject({ ...due, childId: id })
    const { rows } = await city.owner.query(`select distinct due_on from notices.notices where title = '孙主任提出把邬某（6—13岁）转到本单位，请答复'`)
    expect(rows).toEqual([{ due_on: '2026-03-23' }])
    city.clock.moveTo('2026-03-24T09:00:00+08:00')
    expect(await rowOf('王组长')).toMatchObject({ isOverdue: true })
    city.clock.moveTo('2026-03-16T09:00:00+08:00')
    await answer('王组长', false, '本县没有寄宿条件')
    expect(await rowOf('王组长')).toMatchObject({ answerDueOn: null, isOverdue: false })
    await work()
  })

  it('is declined with a reason, which the holder reads; the child stays', async () => {
    const { id } = await register('冉小迁')
    await offer(id)
    await work()
    await expect(answer('王组长', false)).rejects.toMatchObject({ data: { issues: [{ path: ['answer'] }] } })
    await answer('王组长', false, '孩子没有来本地')
    await work()
    expect(await rowOf('孙主任')).toMatchObject({ status: 'rejected', answer: '孩子没有来本地' })
    expect((await read('孙主任', id)).id).toBe(id)
    expect(await told('对方单位没有同意接收冉某（6—13岁）')).toBeGreaterThan(0)
  })

  it('is taken back by who made it while it waits, also when the answer crosses it', async () => {
    const { id } = await register('米小迁')
    await offer(id)
    await work()
    await answer('王组长', true)
    const { id: own, version } = await rowOf('孙主任')
    await city.as('孙主任', (context) => withdrawTransfer(context, { id: own, version }))
    await work()
    expect([(await rowOf('孙主任')).status, (await rowOf('王组长')).status]).toEqual(['withdrawn', 'withdrawn'])
    expect((await read('孙主任', id)).id).toBe(id)
  })

  it('carries nothing over when the file was closed before the answer', async () => {
    const { id } = await register('庄小迁')
    await offer(id)
    await work()
    const { version } = await read('孙主任', id)
    await city.as('孙主任', (context) => closeChild(context, { id, version, reason: 'moved-away', closedOn: '2026-03-16' }))
    await answer('王组长', true)
    await work()
    expect([(await rowOf('孙主任')).answer, (await rowOf('王组长')).status]).toEqual(['这份档案已经结束，不能转出。', 'rejected'])
  })

  it('is refused for a child of others, to the own unit, while another transfer waits, and for a closed file', async () => {
    const { id, paperNumber } = await register('齐小迁')
    await expect(offer(id, {}, '王组长')).rejects.toThrow('NOT_FOUND')
    await expect(offer(id, { toUnitId: await city.as('孙主任', async ({ actor }) => actor.unit.id) })).rejects.toThrow('SAME_UNIT')
    await city.as('王组长', (context) => requestTransfer(context, { idNumber: paperNumber, explanation: '随父母迁来' }))
    await work()
    await expect(offer(id)).rejects.toThrow('TRANSFER_PENDING')
    const { id: other } = await register('康小迁')
    const { version } = await read('孙主任', other)
    await city.as('孙主任', (context) => closeChild(context, { id: other, version, reason: 'moved-away', closedOn: '2026-03-16' }))
    await expect(offer(other)).rejects.toThrow('CHILD_CLOSED')
  })
})
