import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('drafting a referral', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())

  it('stands in the range of the child alone, with nothing in the clear but the masked label', async () => {
    const row = await scene.draft({ need: '绝密的需求', summary: '绝密的摘要' })
    expect(row).toMatchObject({ party: 'sender', status: 'draft', fromUnitName: '东一村', toName: '北一村', childLabel: '张某 · 6—13岁', overrideStatus: null })
    const { rows } = await scene.owner.query(
      'select * from referrals.referrals where referral_id = (select referral_id from referrals.referrals where id = $1)', [row.id])
    expect(rows).toHaveLength(1)
    expect(JSON.stringify({ ...rows[0], sealed_enclosure: rows[0].sealed_enclosure.toString('utf8') })).not.toMatch(/绝密|张小明/)
  })

  it('needs a consent to sharing, or a reason that somebody else decides on', async () => {
    const childId = await scene.child(false)
    await expect(scene.draft({ childId })).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
    expect(await scene.draft({ childId, overrideReason: '监护人失联，孩子急需就医' })).toMatchObject({ overrideStatus: 'pending' })
    expect(await scene.draft({ overrideReason: '多余的理由' })).toMatchObject({ overrideStatus: null })
  })

  it('a closed unit, a closed body, the own unit and a unit that does not exist are refused', async () => {
    const [closed, own] = [await scene.unitId('990100200010002'), await scene.unitId('990100100010001')]
    await scene.owner.query(`update organization.units set closed_on = '2026-03-01' where id = $1`, [closed])
    await expect(scene.draft({ toUnitId: closed })).rejects.toMatchObject({ code: 'UNIT_CLOSED' })
    await expect(scene.draft({ toUnitId: own })).rejects.toMatchObject({ code: 'SAME_UNIT' })
    await expect(scene.draft({ toUnitId: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const body = await scene.body('停用医院')
    await scene.owner.query(`update referrals.outside_bodies set closed_on = '2026-03-16' where id = $1`, [body])
    await expect(scene.draft({ toBodyId: body })).rejects.toMatchObject({ code: 'BODY_CLOSED' })
  })

  it('a child of another range is not found; who does not send is refused', async () => {
    const childId = await scene.child()
    for (const name of ['周主任', '蒋主任', '王组长'] as const) await expect(scene.draft({ childId }, name)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const name of ['冯科长', '郑部长', '吴老师', '系统员', '安全员', '审计员'] as const)
      await expect(scene.draft({ childId }, name)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.draft({ childId }, '赵干事')).toMatchObject({ status: 'draft' })
  })
})
