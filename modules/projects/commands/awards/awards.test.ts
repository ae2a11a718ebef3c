import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRelatedParty } from '#modules/duties/commands/relations/add-related-party.ts'
import type { PersonName } from '#tests/city/people.ts'
import { getAward } from '../../queries/get-award.ts'
import { getBatch } from '../../queries/get-batch.ts'
import { listAwards } from '../../queries/list-awards.ts'
import { goodCard, openAwardScene, wrongCard, type AwardScene } from '../steps/sample-awards.ts'
import { applyForAward } from './apply-for-award.ts'
import { attachAwardReceipt } from './attach-award-receipt.ts'
import { correctPayee } from './correct-payee.ts'
import { declineAward } from './decline-award.ts'
import { openAward } from './open-award.ts'
import { recordAwardVisit } from './record-award-visit.ts'
import { returnTransfer } from './return-transfer.ts'
import { withdrawAward } from './withdraw-award.ts'

describe('awards', () => {
  let scene: AwardScene
  beforeAll(async () => { scene = await openAwardScene() })
  afterAll(() => scene.close())
  const look = (id: string, by: PersonName = '孙主任') => scene.as(by, (context) => getAward(context, { id }))
  const paid = async () => {
    const award = await scene.apply({ payee: { name: '佟家长', account: goodCard, bank: '' } })
    await scene.results(await scene.approved([award], '第一次申请'), [`1,${goodCard},500,成功,`])
    return look(award.id)
  }

  it('are applied for with a payee that is shown masked, and opened with a reason that stays on record', async () => {
    const award = await scene.apply({ payee: { name: '佟家长', account: '123456789000', bank: '农商行' } })
    expect(award).toMatchObject({ status: 'applied', label: '张某 · 6—13岁', payeeLabel: '佟某', accountTail: '9000', peopleCount: 1, amountFen: 50_000 })
    const opened = await scene.as('张出纳', (context) => openAward(context, { id: award.id, reason: '核对账号' }))
    expect(opened).toMatchObject({ words: '学费困难', payee: { name: '佟家长', account: '123456789000', bank: '农商行' } })
    const { rows } = await scene.owner.query(`select reason, details::text as details from audit.entries where verb = 'award.read' and subject_id = $1`,
      [award.id])
    expect(rows).toEqual([{ reason: '核对账号', details: '{}' }])
    const { rows: [kept] } = await scene.owner.query('select a::text as text from projects.awards a where id = $1', [award.id])
    expect(kept.text).not.toMatch(/佟家长|123456789000|学费/)
  })

  it('come out of an approved need of the same case, once', async () => {
    const raised = await scene.need()
    await expect(scene.apply({ caseId: raised.caseId, needId: raised.id })).rejects.toMatchObject({ code: 'NEED_NOT_APPROVED' })
    const need = await scene.approvedNeed()
    await expect(scene.apply({ needId: need.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scene.apply({ caseId: need.caseId, needId: need.id })
    await expect(scene.apply({ caseId: need.caseId, needId: need.id })).rejects.toMatchObject({ code: 'NEED_ANSWERED' })
  })

  it('want a consent to service, and a case of the own range', async () => {
    const { caseId, childId } = await scene.opened()
    await scene.owner.query('update children.children set has_service_consent = false where id = $1', [childId])
    await expect(scene.apply({ caseId })).rejects.toMatchObject({ code: 'SERVICE_CONSENT_MISSING' })
    const { caseId: other } = await scene.opened()
    await expect(scene.apply({ caseId: other }, '周主任')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const input = { caseId: other, kind: 'schooling', amount: 100, words: '学费', relation: 'none' as const }
    for (const name of ['郑部长', '吴老师', '许会计', '系统员', '冯科长'] as const) {
      await expect(scene.as(name, (context) => applyForAward(context, input)), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('are for people counted outside, whose number is asked for and whose names are not', async () => {
    await expect(scene.apply({ group: '东街小学三年级' })).rejects.toMatchObject({ data: { issues: [{ path: ['peopleCount'] }] } })
    await expect(scene.apply({ group: '东街小学三年级', peopleCount: 3, householdsCount: 4 })).rejects.toMatchObject({ data: { issues: [{
      path: ['householdsCount'] }] } })
    expect(await scene.apply({ group: '东街小学三年级', peopleCount: 20 })).toMatchObject({ isOutside: true, label: '东街小学三年级', peopleCount: 20 })
  })

  it('show what the checks find: over the most, twice in a year, the same account, another payer, a name of the staff', async () => {
    const { caseId } = await scene.opened()
    const payee = { name: '孙主任', account: '99887766550', bank: '' }
    const first = await scene.apply({ caseId, kind: 'illness', amount: 3_000_001, payee: { ...payee, account: wrongCard } })
    expect((await look(first.id)).findings).toEqual(['over-most', 'account-check', 'staff-name'])
    const second = await scene.apply({ caseId, kind: 'illness', payee, relation: 'relative' })
    expect((await look(second.id)).findings).toEqual(['over-year', 'same-child', 'near-applicant', 'staff-name'])
    const elsewhere = await scene.apply({ payee: { ...payee, name: '佟家长' } })
    expect((await look(elsewhere.id)).findings).toEqual(['same-account'])
    await scene.givenAct({ caseId })
    expect((await look(second.id)).findings).toContain('other-payer')
    const missing = await scene.apply({ payee: undefined })
    expect((await look(missing.id)).findings).toEqual(['account-missing'])
  })

  it('to somebody with the name of a related party want an answer before they are listed; the approver reads both', async () => {
    await scene.as('金专员', (context) => addRelatedParty(context, {
      bookId: scene.books.bookId, kind: 'person', name: '柴家长', ground: 'relative', words: '理事的弟弟', fromOn: '2020-01-01' }))
    const award = await scene.apply({ payee: { name: ' 柴家长 ', account: '99887766551', bank: '' } })
    await expect(scene.submitted([award])).rejects.toMatchObject({ code: 'FINDINGS_UNANSWERED' })
    const batch = await scene.submitted([award], '同名的另一人，已核对')
    expect((await scene.as('施理事长', (context) => getBatch(context, { id: batch.id }))).rows)
      .toMatchObject([{ findings: ['related-party'], answer: '同名的另一人，已核对' }])
  })

  it('have their payee put right while they wait, and not by who read an older version', async () => {
    const award = await scene.apply({ payee: { name: '佟家长', account: wrongCard, bank: '' } })
    const correct = (version: number) => scene.as('孙主任', (context) => correctPayee(context, {
      id: award.id, version, relation: 'none', payee: { name: '佟家长', account: goodCard, bank: '' } }))
    expect(await correct(1)).toMatchObject({ accountProblem: null, accountTail: '0128' })
    await expect(correct(1)).rejects.toMatchObject({ code: 'STALE' })
  })

  it('are withdrawn by who applied, and declined by who makes batches', async () => {
    const award = await scene.apply()
    const end = { id: award.id, version: 1, reason: '已由别处解决' }
    await expect(scene.as('赵干事', (context) => withdrawAward(context, end))).rejects.toMatchObject({ code: 'NOT_OWN_AWARD' })
    expect(await scene.as('孙主任', (context) => withdrawAward(context, end))).toMatchObject({ status: 'withdrawn' })
    await expect(scene.as('许会计', (context) => declineAward(context, { ...end, version: 2 }))).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    const other = await scene.apply()
    await expect(scene.as('孙主任', (context) => declineAward(context, { ...end, id: other.id }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await scene.as('许会计', (context) => declineAward(context, { ...end, id: other.id }))).toMatchObject({ status: 'declined' })
    expect(await look(other.id)).toMatchObject({ endReason: '已由别处解决', may: { correct: false, withdraw: false } })
  })

  it('are received with a signed paper and looked after, only once they were paid', async () => {
    const file = () => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], '张三.jpg')
    const attach = (id: string, receivedOn = '2026-03-16') => scene.as('孙主任', (context) => attachAwardReceipt(context, { id, receivedOn, file: file() }))
    const visit = (id: string, madeOn = '2026-03-16') => scene.as('孙主任', (context) => recordAwardVisit(context, { id, madeOn, isUsedAsMeant: true,
      note: '已交学费' }))
    const waiting = await scene.apply()
    await expect(attach(waiting.id)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    await expect(visit(waiting.id)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    const { id } = await paid()
    await expect(attach(id, '2026-03-15')).rejects.toMatchObject({ data: { issues: [{ path: ['receivedOn'] }] } })
    await expect(visit(id, '2026-03-17')).rejects.toMatchObject({ data: { issues: [{ path: ['madeOn'] }] } })
    expect(await attach(id)).toMatchObject({ status: 'received', receivedOn: '2026-03-16' })
    await expect(attach(id)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    await visit(id)
    expect(await look(id)).toMatchObject({ hasScan: true, visits: [{ isUsedAsMeant: true, madeName: '孙主任' }], may: { openScan: true, attach: false } })
    expect((await scene.as('孙主任', (context) => openAward(context, { id, reason: '看回访' }))).notes).toMatchObject([{ note: '已交学费' }])
  })

  it('are seen masked in the range, and not by a neighbour', async () => {
    const award = await scene.apply()
    const seen = (by: PersonName) => scene.as(by, async (context) => (await listAwards(context, { limit: 100 })).items.some(({ id }) => id === award.id))
    expect([await seen('孙主任'), await seen('赵干事'), await seen('郑部长'), await seen('张出纳'), await seen('周主任'), await seen('钱干事')])
      .toEqual([true, true, true, true, false, false])
    await expect(look(award.id, '钱干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await look(award.id, '张出纳')).caseId).toBeNull()
    await expect(scene.as('郑部长', (context) => openAward(context, { id: award.id, reason: '看看' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('move the need they answer: given once paid, waiting again when the bank sends the money back', async () => {
    const { caseId, id: needId } = await scene.approvedNeed()
    const award = await scene.apply({ caseId, needId })
    const need = async () => (await scene.owner.query(`select status from aid.needs where id = $1`, [needId])).rows[0]
    await scene.results(await scene.approved([award]), [`1,${award.accountTail},500,成功,`])
    expect(await need()).toEqual({ status: 'given' })
    await scene.as('许会计', async (context) => returnTransfer(context, {
      id: award.id, version: (await getAward(context, { id: award.id })).version, returnedOn: '2026-03-16', reason: '账户注销' }))
    expect(await need()).toEqual({ status: 'approved' })
  })
})
