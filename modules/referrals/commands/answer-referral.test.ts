import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxParagraphs, docxPart } from '#platform/documents/testing/docx-part.ts'
import { printLetter } from '../exchange/print-letter.ts'
import { getReferral } from '../queries/get-referral.ts'
import { answerReferral } from './answer-referral.ts'
import { openEnclosure } from './open-enclosure.ts'
import { openReferralScene, type ReferralScene } from './steps/sample-referral.ts'

describe('answering a referral', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const answer = (row: { id: string; version: number }, accepted: boolean, { reason = '', by = '蒋主任' } = {}) =>
    scene.as(by as '蒋主任', (context) => answerReferral(context, { id: row.id, version: row.version, accepted, reason }))

  it('reaches the sender, counts once there, and tells the author', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    expect(await answer(got, true)).toMatchObject({ status: 'accepted', answeredOn: '2026-03-16' })
    await scene.run()
    expect(await scene.as('孙主任', (context) => getReferral(context, { id: row.id }))).toMatchObject({ status: 'accepted', may: { revoke: true, answer: false } })
    const { rows } = await scene.owner.query(
      `select measure, label from figures.facts f join referrals.referrals r on r.referral_id = f.record_id where r.id = $1 order by measure`, [row.id])
    expect(rows).toEqual([{ measure: 'referral.accepted', label: '张某 · 6—13岁' }, { measure: 'referral.sent', label: '张某 · 6—13岁' }])
    const { rows: told } = await scene.owner.query('select title from notices.notices where source_id = $1', [row.id])
    expect(told).toEqual([{ title: '转介张某 · 6—13岁：已接收' }])
  })

  it('a no needs a reason, which the sender reads; what travelled is gone from the receiver', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    await expect(answer(got, false)).rejects.toMatchObject({ code: 'REASON_NEEDED' })
    await answer(got, false, { reason: '本村没有课后场所' })
    await scene.run()
    expect(await scene.as('孙主任', (context) => openEnclosure(context, { id: row.id }))).toMatchObject({ answer: '本村没有课后场所' })
    expect(await scene.as('蒋主任', (context) => openEnclosure(context, { id: got.id }))).toMatchObject({ need: '', file: null, answer: '本村没有课后场所' })
    await expect(answer({ ...got, version: 2 }, true)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('is the receiver\'s alone: not the sender\'s, not a stranger\'s, not a leader\'s', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    await expect(answer(row, true, { by: '孙主任' })).rejects.toMatchObject({ code: 'WRONG_PARTY' })
    await expect(answer(got, true, { by: '孙主任' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const by of ['褚科长', '郑部长', '沈老师', '系统员']) await expect(answer(got, true, { by })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(answer({ ...got, version: 7 }, true)).rejects.toMatchObject({ code: 'STALE' })
  })

  it('of an outside body is entered by the sender, who prints the letter with the chosen fields alone, as a disclosure', async () => {
    const childId = await scene.child()
    const row = await scene.sent({ childId, toBodyId: await scene.body('市儿童医院'), fields: ['name', 'phone'] })
    expect(await scene.received(row.id)).toBeUndefined()
    const file = await scene.as('孙主任', (context) => printLetter(context, { id: row.id }))
    const chunks: Uint8Array[] = []
    for await (const chunk of file.body) chunks.push(chunk)
    const text = docxPart(Buffer.concat(chunks), 'word/document.xml')
    for (const part of ['市儿童医院', '张小明', '13800005678', '请安排课后陪伴']) expect(text).toContain(part)
    for (const kept of ['东一村三组12号', '东街小学', '李桂花', '祖母', '监护人']) expect(text).not.toContain(kept)
    expect(file.fileName).not.toContain('张')
    const { rows } = await scene.owner.query(
      `select details -> 'fields' as fields from audit.entries where subject_id = $1 and verb = 'referral-letter.printed'`, [childId])
    expect(rows).toEqual([{ fields: ['name', 'phone'] }])
    expect(await answer(row, true, { by: '孙主任' })).toMatchObject({ status: 'accepted', bodyKind: 'hospital', toName: '市儿童医院' })
  })

  it('the letter writes its days in Chinese and who the guardian is to the child, where the guardians were chosen', async () => {
    const row = await scene.sent({ toBodyId: await scene.body('第三医院'), fields: ['birthOn', 'guardians'] })
    const file = await scene.as('孙主任', (context) => printLetter(context, { id: row.id }))
    const chunks: Uint8Array[] = []
    for await (const chunk of file.body) chunks.push(chunk)
    const text = docxParagraphs(Buffer.concat(chunks)).map((paragraph) => paragraph.text).join('\n')
    for (const part of ['请于2026年3月23日前答复', '2015年5月20日', '监护人（祖母）', '李桂花', '本单位联系人：孙主任', '请安排课后陪伴。']) expect(text).toContain(part)
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  })

  it('there is no letter for a unit of the platform, for a draft, or after a revocation', async () => {
    const print = (id: string) => scene.as('孙主任', (context) => printLetter(context, { id }))
    await expect(print((await scene.sent()).id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(print((await scene.draft({ toBodyId: await scene.body('第二医院') })).id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
