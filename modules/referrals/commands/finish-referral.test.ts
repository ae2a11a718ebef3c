import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerReferral } from './answer-referral.ts'
import { finishReferral } from './finish-referral.ts'
import { openEnclosure } from './open-enclosure.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('finishing a referral', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const finish = (id: string, version: number, by: Parameters<ReferralScene['as']>[0] = '蒋主任') =>
    scene.as(by, (context) => finishReferral(context, { id, version, result: '每周三课后陪伴' }))
  const countOf = async (id: string) => (await scene.owner.query(
    `select measure, count(*)::int as n from figures.facts f join referrals.referrals r on r.referral_id = f.record_id
      where r.id = $1 group by 1 order by 1`, [id])).rows

  it('follows an acceptance; the sender reads what came of it, and it counts once', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    await expect(finish(got.id, 1)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    await scene.as('蒋主任', (context) => answerReferral(context, { id: got.id, version: 1, accepted: true, reason: '' }))
    await finish(got.id, 2)
    await scene.run()
    await scene.run()
    expect(await scene.as('孙主任', (context) => openEnclosure(context, { id: row.id }))).toMatchObject({ result: '每周三课后陪伴' })
    expect(await countOf(row.id)).toEqual([{ measure: 'referral.accepted', n: 1 }, { measure: 'referral.done', n: 1 }, { measure: 'referral.sent', n: 1 }])
    await expect(finish(row.id, 3, '孙主任')).rejects.toMatchObject({ code: 'WRONG_PARTY' })
  })

  it('with an outside body is entered by the sender', async () => {
    const row = await scene.sent({ toBodyId: await scene.body('市儿童医院') })
    await scene.as('孙主任', (context) => answerReferral(context, { id: row.id, version: 2, accepted: true, reason: '' }))
    expect(await finish(row.id, 3, '孙主任')).toMatchObject({ status: 'done', endedOn: '2026-03-16' })
    expect((await countOf(row.id)).map(({ measure }) => measure)).toEqual(['referral.accepted', 'referral.done', 'referral.sent'])
    await expect(finish(row.id, 4, '冯科长')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
