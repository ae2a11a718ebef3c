import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerReferral } from './answer-referral.ts'
import { finishReferral } from './finish-referral.ts'
import { openEnclosure } from './open-enclosure.ts'
import { revokeReferral } from './revoke-referral.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('revoking a referral', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const revoke = (row: { id: string; version: number }, by: Parameters<ReferralScene['as']>[0] = '孙主任') =>
    scene.as(by, (context) => revokeReferral(context, { id: row.id, version: row.version, reason: '家里已经解决' }))

  it('closes what travelled at the receiver and tells its people', async () => {
    const row = await scene.sent()
    await revoke(row)
    await scene.run()
    const got = await scene.received(row.id)
    expect(got.status).toBe('revoked')
    expect(await scene.as('蒋主任', (context) => openEnclosure(context, { id: got.id }))).toMatchObject({ file: null, need: '', answer: '家里已经解决' })
    const { rows } = await scene.owner.query(
      'select title, done_at is not null as is_done from notices.notices where source_id = $1 order by created_at, id', [got.id])
    expect(rows.map(({ title }) => title)).toEqual(['收到一份转介：张某 · 6—13岁，请在2026年3月23日前答复', '转介张某 · 6—13岁已由对方撤回'])
    expect(rows[0].is_done).toBe(true)
  })

  it('wins over an acceptance that crosses it', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    await scene.as('蒋主任', (context) => answerReferral(context, { id: got.id, version: got.version, accepted: true, reason: '' }))
    await revoke(row)
    await scene.run()
    await scene.run()
    expect(await scene.received(row.id)).toMatchObject({ status: 'revoked' })
  })

  it('a draft may be given up, a finished one stands, and the receiver revokes nothing', async () => {
    expect(await revoke(await scene.draft())).toMatchObject({ status: 'revoked' })
    const row = await scene.sent()
    const got = await scene.received(row.id)
    await expect(revoke(got, '蒋主任')).rejects.toMatchObject({ code: 'WRONG_PARTY' })
    await scene.as('蒋主任', (context) => answerReferral(context, { id: got.id, version: 1, accepted: true, reason: '' }))
    await scene.as('蒋主任', (context) => finishReferral(context, { id: got.id, version: 2, result: '已安排' }))
    await scene.run()
    await expect(revoke({ ...row, version: row.version + 2 })).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })
})
