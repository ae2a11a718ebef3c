import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listAccessRequests } from '../queries/list-access-requests.ts'
import { decideAccess } from './decide-access.ts'
import { openChildFile } from './open-child-file.ts'
import { openInEmergency, requestAccess } from './request-access.ts'
import { countAudit, registerSample } from './steps/sample-child.ts'

describe('deciding on access', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())
  const ask = async () => {
    const child = await registerSample(city)
    const { requestId } = await city.as('赵干事', (context) =>
      requestAccess(context, { id: child.id, purpose: 'aid', explanation: '申请临时救助', fields: ['name'], days: 7 }),
    )
    return { child, requestId }
  }
  const open = (childId: string, purpose: 'aid' | 'emergency' = 'aid') =>
    city.as('赵干事', (context) => openChildFile(context, { id: childId, fields: ['name'], purpose }))

  it('the officer above approves: the fields open, for the days given', async () => {
    const { child, requestId } = await ask()
    expect((await city.as('冯科长', (context) => listAccessRequests(context, { status: 'pending', limit: 20 }))).items).toMatchObject([
      { id: requestId, personName: '赵干事', maskedName: '张某', askingUnitName: '东街镇', isOwn: false },
    ])
    await city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: true, days: 3, note: '用毕即止' }))
    expect(await open(child.id)).toEqual({ name: '张小明' })
    const { rows } = await city.owner.query('select until_at from children.access_grants where ground_id = $1', [requestId])
    expect(rows[0].until_at.toISOString()).toBe('2026-03-19T01:00:00.000Z')
    expect(await countAudit(city, 'access.decided', child.id)).toBe(1)
    await expect(city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: false, note: '不必' }))).rejects.toThrow(
      'REQUEST_DECIDED',
    )
  })

  it('refused, nothing opens; who asked sees why', async () => {
    const { child, requestId } = await ask()
    await expect(city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: false }))).rejects.toThrow('ANSWER_NEEDED')
    await city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: false, note: '请先联系村里' }))
    await expect(open(child.id)).rejects.toThrow('ACCESS_REQUIRED')
    const own = await city.as('赵干事', (context) => listAccessRequests(context, { childId: child.id, limit: 20 }))
    expect(own.items).toMatchObject([{ status: 'rejected', decisionNote: '请先联系村里', decidedName: '冯科长', isOwn: true }])
  })

  it('an emergency refused afterwards ends at once', async () => {
    const child = await registerSample(city)
    const { requestId } = await city.as('赵干事', (context) =>
      openInEmergency(context, { id: child.id, explanation: '孩子走失', fields: ['name'] }),
    )
    await open(child.id, 'emergency')
    await city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: false, note: '孩子在家' }))
    await expect(open(child.id, 'emergency')).rejects.toThrow('ACCESS_REQUIRED')
  })

  it('nobody decides on a request of his own', async () => {
    const { requestId } = await ask()
    await city.owner.query('update children.access_requests set account_id = $2 where id = $1', [requestId, await city.accountId('冯科长')])
    await expect(city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: true }))).rejects.toThrow('OWN_REQUEST')
  })

  it('is for the responsible persons of the range only; others see only what they asked themselves', async () => {
    const { requestId } = await ask()
    for (const name of ['陈主任', '郑部长', '赵干事', '安全员'] as const) {
      await expect(city.as(name, (context) => decideAccess(context, { id: requestId, approved: true }))).rejects.toThrow('FORBIDDEN')
    }
    await expect(city.as('褚科长', (context) => decideAccess(context, { id: requestId, approved: true }))).rejects.toThrow('NOT_FOUND')
    expect((await city.as('孙主任', (context) => listAccessRequests(context, { limit: 20 }))).total).toBe(0)
    await expect(city.as('郑部长', (context) => listAccessRequests(context, { limit: 20 }))).rejects.toThrow('FORBIDDEN')
  })
})
