import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { decideAccess } from '../commands/decide-access.ts'
import { openInEmergency, requestAccess } from '../commands/request-access.ts'
import { registerSample } from '../commands/steps/sample-child.ts'
import { tellOfAccess } from './tell-of-access-request.ts'

describe('news of access', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())
  const relay = async (verb: string) => {
    const { rows } = await city.owner.query(
      'select id, details, subject_id, scope_code from audit.entries where verb = $1 order by at desc limit 1',
      [verb],
    )
    const event = {
      entryId: rows[0].id,
      verb,
      subjectKind: 'child',
      subjectId: rows[0].subject_id,
      scopeCode: rows[0].scope_code,
      details: rows[0].details,
    }
    await city.as('陈主任', (context) => tellOfAccess(context, event))
    await city.as('陈主任', (context) => tellOfAccess(context, event))
  }
  const inboxOf = async (name: '冯科长' | '褚科长' | '赵干事') => {
    const { rows } = await city.owner.query(
      'select title, kind, done_at is not null as done from notices.notices where recipient_account_id = $1 order by created_at, id',
      [await city.accountId(name)],
    )
    return rows
  }

  it('an emergency and a request reach the officer above once, the decision reaches who asked', async () => {
    const child = await registerSample(city)
    await city.as('赵干事', (context) => openInEmergency(context, { id: child.id, explanation: '孩子走失', fields: ['address'] }))
    await relay('emergency-access.opened')
    const { requestId } = await city.as('赵干事', (context) =>
      requestAccess(context, { id: child.id, purpose: 'aid', explanation: '申请救助', fields: ['name'], days: 3 }),
    )
    await relay('access.requested')
    expect(await inboxOf('冯科长')).toEqual([
      { title: '赵干事紧急查阅了张某的档案，请复核', kind: 'task', done: false },
      { title: '赵干事申请查阅张某的档案', kind: 'task', done: false },
    ])
    expect(await inboxOf('褚科长')).toEqual([])
    await city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: true }))
    await relay('access.decided')
    expect(await inboxOf('赵干事')).toEqual([{ title: '查阅张某档案的申请已获批准', kind: 'message', done: false }])
    expect((await inboxOf('冯科长'))[1]).toMatchObject({ done: true })
  })

  it('what was decided before it could be told is nobody’s task any more, and of an emergency the others still hear', async () => {
    const child = await registerSample(city)
    const told = (await inboxOf('冯科长')).length
    const { requestId } = await city.as('赵干事', (context) =>
      requestAccess(context, { id: child.id, purpose: 'aid', explanation: '申请救助', fields: ['name'], days: 3 }))
    await city.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: true }))
    await relay('access.requested')
    expect(await inboxOf('冯科长')).toHaveLength(told)
    const emergency = await city.as('赵干事', (context) => openInEmergency(context, { id: child.id, explanation: '孩子走失', fields: ['address'] }))
    await city.as('冯科长', (context) => decideAccess(context, { id: emergency.requestId, approved: true }))
    await relay('emergency-access.opened')
    expect((await inboxOf('冯科长')).at(-1)).toEqual({ title: '赵干事紧急查阅了张某的档案', kind: 'message', done: false })
  })
})
