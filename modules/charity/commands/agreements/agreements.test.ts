import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import type { NewAgreement } from '../../contract.ts'
import { remindOfInstalments } from '../../jobs/remind-of-instalments.ts'
import { getAgreement } from '../../queries/agreements/get-agreement.ts'
import { listAgreements } from '../../queries/agreements/list-agreements.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { discardGift } from '../gifts/discard-gift.ts'
import { correctGift } from '../gifts/correct-gift.ts'
import { refundGift } from '../gifts/refund-gift.ts'
import { openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { endAgreement } from './end-agreement.ts'
import { recordAgreement } from './record-agreement.ts'
import { updateAgreement } from './update-agreement.ts'

describe('an agreement with a donor', () => {
  let scene: GiftScene
  beforeAll(async () => { scene = await openGiftScene() })
  afterAll(() => scene.close())
  const content = (change: Partial<NewAgreement> = {}) => ({
    kind: 'agreement' as const, title: '三年助学', signedOn: '2026-03-02', fundId: scene.books.schooling, purpose: '资助困难学生',
    instalments: [{ dueOn: '2026-09-01', amount: 60_000 }, { dueOn: '2026-03-10', amount: 40_000 }], ...change,
  })
  const record = async (change: Partial<NewAgreement> = {}) => {
    const donorId = change.donorId ?? (await scene.donor()).id
    return scene.as('金专员', (context) => recordAgreement(context, { ...content(change), donorId }))
  }
  const read = (id: string) => scene.as('许会计', (context) => getAgreement(context, { id }))
  const meet = (agreement: { id: string; donorId: string }, instalment: number, amount: number) =>
    scene.gift({ donorId: agreement.donorId, agreementId: agreement.id, instalment, amount })

  it('is recorded with its instalments in the order of their days, and tells what is late', async () => {
    const agreement = await record()
    expect(agreement).toMatchObject({ totalFen: 100_000, arrivedFen: 0, status: 'open', nextDueOn: '2026-03-10', overdueFen: 40_000 })
    expect((await read(agreement.id)).instalments.map(({ seq, amountFen, isOverdue }) => [seq, amountFen, isOverdue])).toEqual([
      [1, 40_000, true], [2, 60_000, false]])
    expect(await scene.audits('agreement.recorded', agreement.id)).toBe(1)
    const late = await scene.as('金专员', (context) => listAgreements(context, { limit: 50, isOverdue: 'true' }))
    expect(late.items.map(({ id }) => id)).toContain(agreement.id)
    const timely = await scene.as('金专员', (context) => listAgreements(context, { limit: 50, isOverdue: 'false' }))
    expect(timely.items.map(({ id }) => id)).not.toContain(agreement.id)
  })

  it('is fulfilled by gifts that name its instalments once they arrived, and open again when one goes back', async () => {
    const agreement = await record()
    await meet(agreement, 1, 30_000)
    expect(await read(agreement.id)).toMatchObject({ status: 'open', arrivedFen: 30_000, overdueFen: 10_000, nextDueOn: '2026-03-10' })
    await meet(agreement, 1, 10_000)
    const last = await meet(agreement, 2, 60_000)
    expect(await read(agreement.id)).toMatchObject({ status: 'fulfilled', arrivedFen: 100_000, overdueFen: 0, nextDueOn: null, endedOn: '2026-03-16',
      may: { end: false, give: false, update: false } })
    expect(await scene.as('金专员', (context) => getGift(context, { id: last.id }))).toMatchObject({ agreementTitle: '三年助学', instalment: 2 })
    await scene.as('许会计', (context) => refundGift(context, { id: last.id, version: last.version, onDay: '2026-03-15', reason: '撤回' }))
    expect(await read(agreement.id)).toMatchObject({ status: 'open', arrivedFen: 40_000, nextDueOn: '2026-09-01', endedOn: null })
    expect(await scene.audits('agreement.reopened', agreement.id)).toBe(1)
  })

  it('is open again when a gift was booked too high and corrected', async () => {
    const agreement = await record({ instalments: [{ dueOn: '2026-03-10', amount: 50_000 }] })
    const gift = await meet(agreement, 1, 50_000)
    expect((await read(agreement.id)).status).toBe('fulfilled')
    await scene.as('许会计', (context) => correctGift(context, { id: gift.id, version: gift.version, amount: 5_000, fundId: scene.books.schooling,
      onDay: '2026-03-15', reason: '多录了一个零' }))
    expect(await read(agreement.id)).toMatchObject({ status: 'open', arrivedFen: 5_000 })
  })

  it('takes only money of its own donor for its own fund, and none once it ended', async () => {
    const agreement = await record()
    const stranger = await scene.donor()
    const issuesOf = (change: object) => scene.draft({ donorId: agreement.donorId, agreementId: agreement.id, instalment: 1, ...change })
    await expect(issuesOf({ donorId: stranger.id })).rejects.toMatchObject({ data: { issues: [{ path: ['agreementId'] }] } })
    await expect(issuesOf({ fundId: scene.books.free })).rejects.toMatchObject({ data: { issues: [{ path: ['fundId'] }] } })
    await expect(issuesOf({ instalment: 3 })).rejects.toMatchObject({ data: { issues: [{ path: ['instalment'] }] } })
    await expect(scene.draft({ donorId: agreement.donorId, instalment: 1 })).rejects.toMatchObject({ data: { issues: [{ path: ['agreementId'] }] } })
    const ended = await scene.as('金专员', (context) => endAgreement(context, { id: agreement.id, version: 1, reason: '企业停产' }))
    expect(ended).toMatchObject({ status: 'ended', overdueFen: 0, nextDueOn: null })
    await expect(issuesOf({})).rejects.toMatchObject({ code: 'AGREEMENT_CLOSED' })
    await expect(scene.as('金专员', (context) => endAgreement(context, { id: agreement.id, version: 2, reason: '再' }))).rejects.toMatchObject({
      code: 'WRONG_STATUS' })
  })

  it('is rewritten while nothing came of it, not after', async () => {
    const agreement = await record()
    const draft = await scene.draft({ donorId: agreement.donorId, agreementId: agreement.id, instalment: 1 })
    const update = (version: number) => scene.as('金专员', (context) => updateAgreement(context, {
      id: agreement.id, version, ...content({ title: '一年助学', instalments: [{ dueOn: '2026-12-01', amount: 70_000 }] }) }))
    await expect(update(1)).rejects.toMatchObject({ code: 'INSTALMENTS_USED' })
    await scene.as('金专员', (context) => discardGift(context, { id: draft.id, version: draft.version }))
    expect(await update(1)).toMatchObject({ title: '一年助学', totalFen: 70_000, nextDueOn: '2026-12-01', version: 2 })
    await expect(update(1)).rejects.toMatchObject({ code: 'STALE' })
    await expect(scene.as('金专员', (context) => updateAgreement(context, { id: agreement.id, version: 2, ...content({ signedOn: '2026-03-17' }) })))
      .rejects.toMatchObject({ data: { issues: [{ path: ['signedOn'] }, { path: ['instalments', '1', 'dueOn'] }] } })
  })

  it('is written by who speaks with donors, not by an accountant, and not found from beside', async () => {
    await expect(scene.as('许会计', (context) => recordAgreement(context, { ...content(), donorId: '00000000-0000-7000-8000-000000000000' })))
      .rejects.toMatchObject({ code: 'FORBIDDEN' })
    const agreement = await record()
    await expect(scene.as('曹会计', (context) => getAgreement(context, { id: agreement.id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('reminds who speaks with donors of an instalment that is late, once', async () => {
    const agreement = await record({ title: '提醒一次' })
    await runScheduledJob(scene, remindOfInstalments)
    await runScheduledJob(scene, remindOfInstalments)
    const { rows } = await scene.owner.query(`select n.title, a.person_name from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_id = $1`, [agreement.id])
    expect(rows.map(({ title }) => title)).toEqual(rows.map(() => `${agreement.donorLabel}“提醒一次”第1期2026年3月10日到期，还差400.00元`))
    expect(new Set(rows.map(({ person_name: name }) => name)).size).toBe(rows.length)
    expect(rows.map(({ person_name: name }) => name)).toContain('金专员')
  })
})
