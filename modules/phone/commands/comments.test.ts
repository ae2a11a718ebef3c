import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { commentOnVisit } from '#modules/care/commands/visits/comment-on-visit.ts'
import { sealText } from '#modules/care/queries/case-key.ts'
import { careModule } from '#modules/care/module.ts'
import type { Enrolment } from '../contract.ts'
import { getDay } from '../queries/get-day.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

describe('what the office said of visits, on the phone', () => {
  let scene: PhoneScene
  let phone: Enrolment
  beforeAll(async () => {
    scene = await openPhoneScene()
    phone = await scene.enrol()
  })
  afterAll(() => scene.close())
  const dayOf = ({ deviceId }: Enrolment) => scene.as('吴老师', (context) => getDay(context, { deviceId }))
  const said = async (caseId: string, text: string) => {
    const visit = await scene.visit(caseId, { volunteerIds: [scene.wu] })
    return scene.as('赵干事', (context) => commentOnVisit(context, { id: visit.id, text }))
  }
  /** As it could be said before numbers were refused at the desk. */
  const saidBefore = async (caseId: string, text: string) => {
    const { id } = await said(caseId, '辛苦了！')
    const { rows: [{ wrapped_key: wrappedKey }] } = await scene.owner.query('select wrapped_key from care.cases where id = $1', [caseId])
    const sealed = await scene.as('赵干事', async (context) => sealText(context, { id: caseId, wrappedKey }, 'comment', text))
    await scene.owner.query('update care.visit_comments set sealed_text = $2 where id = $1', [id, sealed])
    return { id }
  }
  const shown = (id: string) => scene.seal(phone, { kind: 'reads', body: { reads: [], comments: [{ id, at: new Date().toISOString() }] } })

  it('comes with the day, without a number; shown without signal it counts as read when that arrives, once, and stays to be read again', async () => {
    const { caseId } = await scene.paired('张二')
    await runJobsInline(scene, [careModule])
    const { id } = await saidBefore(caseId, '辛苦了！奶奶电话13812345678')
    expect((await dayOf(phone)).comments).toMatchObject([{ id, caseId, madeOn: '2026-03-10', text: '辛苦了！奶奶电话（号码略）', commentedName: '赵干事' }])
    const letter = await shown(id)
    expect(await scene.sendOne(letter)).toMatchObject({ state: 'recorded', isKept: true })
    expect(await scene.sendOne(letter)).toMatchObject({ state: 'recorded' })
    const { rows } = await scene.owner.query('select read_at is not null as is_read from care.visit_comments where id = $1', [id])
    expect(rows).toEqual([{ is_read: true }])
    expect((await dayOf(phone)).comments).toHaveLength(1)
  })

  it('does not come about a child whose name is closed to the reader, nor about one who is no longer his', async () => {
    const [own, former] = [await scene.paired('张三'), await scene.paired('张四')]
    await runJobsInline(scene, [careModule])
    const closed = await scene.paired('张五')
    for (const { caseId } of [own, former, closed]) await said(caseId, '小名石头的孩子很想您')
    await scene.owner.query("update care.pairings set until_on = '2026-03-12' where id = $1", [former.pairingId])
    const pack = await dayOf(phone)
    const about = new Set(pack.comments.map(({ caseId }) => caseId))
    expect([own, former, closed].map(({ caseId }) => about.has(caseId))).toEqual([true, false, false])
    expect(pack.cases.find(({ caseId }) => caseId === closed.caseId)).toMatchObject({ isMasked: true })
  })

  it('is told as shown also by somebody whose account was stopped, without holding up the letter', async () => {
    await scene.owner.query("update accounts.accounts set status = 'suspended' where id = $1", [await scene.accountId('吴老师')])
    expect(await scene.sendOne(await shown(newId()))).toMatchObject({ state: 'recorded' })
  })
})
