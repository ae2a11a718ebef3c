import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { listReferrals } from '../queries/list-referrals.ts'
import { getReferral } from '../queries/get-referral.ts'
import { openEnclosure } from './open-enclosure.ts'
import { sendReferral } from './send-referral.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('sending a referral', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const send = (row: { id: string; version: number }, by: Parameters<ReferralScene['as']>[0] = '孙主任') =>
    scene.as(by, (context) => sendReferral(context, { id: row.id, version: row.version, purpose: 'registration' }))

  it('brings exactly the chosen fields to a unit that sees neither the child nor the sender', async () => {
    const childId = await scene.child()
    const row = await scene.sent({ childId, fields: ['name', 'address'] })
    expect(row).toMatchObject({ status: 'sent', sentOn: '2026-03-16', answerDueOn: '2026-03-23' })
    const got = await scene.received(row.id)
    const opened = await scene.as('蒋主任', (context) => openEnclosure(context, { id: got.id }))
    expect(opened).toMatchObject({ need: '请安排课后陪伴', summary: '父母在外务工', overrideReason: null, file: { name: '张小明', address: '东一村三组12号' } })
    expect(Object.keys(opened.file ?? {}).toSorted()).toEqual(['address', 'name'])
    expect(await scene.as('蒋主任', (context) => getReferral(context, { id: got.id }))).toMatchObject(
      { childId: null, party: 'receiver', openUntil: '2026-04-15' })
  })

  it('in the database each party sees its own row and never the other', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    const seenBy = (name: '孙主任' | '蒋主任' | '周主任' | '陈主任') => scene.as(name, async ({ tx }) => (
      await sql<{ id: string }>`select id from referrals.referrals where city_id = 990100 and id in (${row.id}, ${got.id}) order by party desc`.execute(tx))
      .rows.map(({ id }) => id))
    expect(await seenBy('孙主任')).toEqual([row.id])
    expect(await seenBy('蒋主任')).toEqual([got.id])
    expect(await seenBy('周主任')).toEqual([])
    expect(await seenBy('陈主任')).toEqual([row.id, got.id])
    await expect(scene.as('蒋主任', (context) => getReferral(context, { id: row.id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.as('孙主任', (context) => openEnclosure(context, { id: got.id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('each side lists its own, once, also from above', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    const ids = async (name: '陈主任' | '蒋主任', party: 'sender' | 'receiver') =>
      (await scene.as(name, (context) => listReferrals(context, { party, limit: 200 }))).items.map(({ id }) => id)
    expect(await ids('陈主任', 'sender')).toContain(row.id)
    expect(await ids('陈主任', 'sender')).not.toContain(got.id)
    expect(await ids('陈主任', 'receiver')).toContain(got.id)
    expect(await ids('蒋主任', 'sender')).toEqual([])
  })

  it('needs a living approval of the sender for each field, and the consent on the very day', async () => {
    const row = await scene.draft({ fields: ['health'] }, '赵干事')
    await expect(send(row, '赵干事')).rejects.toMatchObject({ code: 'ACCESS_REQUIRED', data: { missing: ['health'] } })
    const childId = await scene.child()
    const drafted = await scene.draft({ childId })
    await scene.owner.query(`update children.consents set withdrawn_on = '2026-03-16' where child_id = $1`, [childId])
    await expect(send(drafted)).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  })

  it('a unit that was closed meanwhile is refused, and nothing is sent twice', async () => {
    const row = await scene.draft({ toUnitId: await scene.unitId('990100200010002') })
    await scene.owner.query(`update organization.units set closed_on = '2026-03-10' where code = '990100200010002'`)
    await expect(send(row)).rejects.toMatchObject({ code: 'UNIT_CLOSED' })
    const other = await scene.draft()
    await send(other)
    await expect(send({ ...other, version: 2 })).rejects.toMatchObject({ code: 'WRONG_STATUS', data: { status: 'sent' } })
    await expect(send({ ...(await scene.draft()), version: 5 })).rejects.toMatchObject({ code: 'STALE' })
  })
})
