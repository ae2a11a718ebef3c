import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFileReads } from '#modules/children/queries/list-file-reads.ts'
import { answerReferral } from '../commands/answer-referral.ts'
import { openEnclosure } from '../commands/open-enclosure.ts'
import { openReferralScene, type ReferralScene } from '../commands/steps/sample-referral.ts'

// 孙主任 of 东一村 sends, 蒋主任 of 北一村 receives.
describe('what travelled with a referral', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())

  it('opened by the receiver stands in the child’s own log of readings, with person and unit, once', async () => {
    const childId = await scene.child()
    const sent = await scene.sent({ childId })
    const got = await scene.received(sent.id)
    await scene.as('蒋主任', (context) => answerReferral(context, { id: got.id, version: got.version, accepted: true, answer: '可以安排' } as never))
    await scene.as('蒋主任', (context) => openEnclosure(context, { id: got.id }))
    await scene.run()
    await scene.run()
    const { items } = await scene.as('孙主任', (context) => listFileReads(context, { id: childId, limit: 50 }))
    const shown = items.filter(({ what }) => what.startsWith('接收单位打开'))
    expect(shown).toMatchObject([{ personName: '蒋主任（北一村）', what: '接收单位打开转介随附内容：姓名、住址', reason: '转介' }])
  })

  it('opened by the sender itself is no reading of the receiver', async () => {
    const childId = await scene.child()
    const sent = await scene.sent({ childId })
    await scene.as('孙主任', (context) => openEnclosure(context, { id: sent.id }))
    await scene.run()
    const { items } = await scene.as('孙主任', (context) => listFileReads(context, { id: childId, limit: 50 }))
    expect(items.filter(({ what }) => what.startsWith('接收单位打开'))).toEqual([])
  })
})
