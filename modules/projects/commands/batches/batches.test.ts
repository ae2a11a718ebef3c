import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf } from '#platform/http/problem.ts'
import { collect } from '#platform/sheets/sample-files.ts'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import type { PersonName } from '#tests/city/people.ts'
import { walkInvariants } from '#platform/jobs/invariants.ts'
import { invariants } from '../../queries/invariants.ts'
import { getAward } from '../../queries/get-award.ts'
import { getBatch } from '../../queries/get-batch.ts'
import { makePaymentFile } from '../../exchange/make-payment-file.ts'
import { returnTransfer } from '../awards/return-transfer.ts'
import { correctPayee } from '../awards/correct-payee.ts'
import { goodCard, openAwardScene, wrongCard, type AwardScene } from '../steps/sample-awards.ts'
import { approveBatch } from './approve-batch.ts'
import { discardBatch } from './discard-batch.ts'
import { draftBatch } from './draft-batch.ts'
import { fillBatch } from './fill-batch.ts'
import { importResults } from './import-results.ts'
import { returnBatch } from './return-batch.ts'
import { submitBatch } from './submit-batch.ts'

describe('batches of awards', () => {
  let scene: AwardScene
  beforeAll(async () => { scene = await openAwardScene() })
  afterAll(() => scene.close())
  const look = (id: string, by: PersonName = '许会计') => scene.as(by, (context) => getBatch(context, { id }))
  const statusOf = async (id: string) => (await scene.as('许会计', (context) => getAward(context, { id }))).status
  const fill = (batch: { id: string; version: number }, rows: { awardId: string; answer?: string }[], by: PersonName = '许会计') =>
    scene.as(by, (context) => fillBatch(context, { ...batch, rows }))
  const balance = async () => (await scene.owner.query(`select balance_fen::int as held, reserved_fen::int as reserved
    from ledger.fund_balances where fund_id = $1`, [scene.books.schooling])).rows[0]
  const file = async (id: string, format: 'xlsx' | 'csv', by: PersonName = '张出纳') => scene.as(by, async (context) =>
    collect((await makePaymentFile.run(context, { id, format } as never)).body))

  it('go from a draft to payment: two approve, money is reserved, paid rows enter the books and the rest is free again', async () => {
    const [one, two] = [await scene.apply(), await scene.apply({ amount: 30_000 })]
    const before = await balance()
    const batch = await scene.submitted([one, two])
    expect(batch).toMatchObject({ status: 'submitted', rowsCount: 2, totalFen: 80_000 })
    expect(await statusOf(one.id)).toBe('listed')
    const once = await scene.approve(batch, '施理事长')
    expect(once.status).toBe('submitted')
    expect(await balance()).toEqual(before)
    const approved = await scene.approve(once, '吕会计')
    expect(approved.status).toBe('approved')
    expect(await balance()).toEqual({ held: before.held, reserved: before.reserved + 80_000 })
    const first = await scene.results(approved, [`1,****${one.accountTail},500.00,成功,`])
    expect(first).toMatchObject({ paidCount: 1, failedCount: 0, left: [], batch: { status: 'approved' } })
    expect(await balance()).toEqual({ held: before.held - 50_000, reserved: before.reserved + 30_000 })
    const last = await scene.results(approved, [`2,${two.accountTail},300,失败,户名不符`])
    expect(last.batch.status).toBe('settled')
    expect(await balance()).toEqual({ held: before.held - 50_000, reserved: before.reserved })
    expect([await statusOf(one.id), await statusOf(two.id)]).toEqual(['paid', 'failed'])
    const { rows } = await scene.owner.query(`select p.memo, p.amount_fen::int as fen, a.code from ledger.postings p
      join ledger.accounts a on a.id = p.account_id
      join ledger.journals j on j.id = p.journal_id where j.source = 'projects.award' and j.source_id = $1 order by p.seq`, [one.id])
    expect(rows).toEqual([{ memo: '资助款 春季助学 第1笔', fen: 50_000, code: '5101' }, { memo: '资助款 春季助学 第1笔', fen: -50_000, code: '1002' }])
    expect(await scene.counted(one.id, 'award.money.restricted')).toBe(50_000)
    expect(await scene.counted(one.id, 'award.household')).toBe(1)
    expect(await scene.counted(two.id)).toBe(0)
  })

  it('let a failed transfer be tried again in a new batch, once its payee was put right', async () => {
    const award = await scene.apply({ payee: { name: '佟家长', account: '11112222333', bank: '' } })
    const first = await scene.approved([award])
    await scene.results(first, ['1,2333,500,交易失败,账号不存在'])
    const failed = await scene.as('孙主任', (context) => getAward(context, { id: award.id }))
    expect(failed).toMatchObject({ status: 'failed', refusalKind: 'account', may: { correct: true } })
    expect((await look(first.id)).rows).toMatchObject([{ isPayeeCorrected: false }])
    const corrected = await scene.as('孙主任', (context) => correctPayee(context, {
      id: award.id, version: failed.version, relation: 'none', payee: { name: '佟家长', account: '11112222334', bank: '' } }))
    const again = await scene.approved([corrected])
    expect((await scene.results(again, ['1,2334,500,成功,'])).batch.status).toBe('settled')
    expect(await statusOf(award.id)).toBe('paid')
    expect((await look(first.id)).rows).toMatchObject([{ outcome: 'failed', isPayeeCorrected: true }])
    expect((await look(again.id)).rows).toMatchObject([{ outcome: 'paid', isPayeeCorrected: false }])
    expect(await scene.counted(award.id, 'award.people')).toBe(1)
  })

  it('are approved by neither who made them, who applied, nor the same person twice', async () => {
    const batch = await scene.submitted([await scene.apply()])
    for (const name of ['许会计', '张出纳', '陈主任', '孙主任', '郑部长', '系统员'] as const) {
      await expect(scene.as(name, (context) => approveBatch(context, batch)), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const once = await scene.approve(batch, '吕会计')
    await expect(scene.approve(once, '吕会计')).rejects.toMatchObject({ code: 'APPROVED_BEFORE' })
    await expect(scene.approve(batch, '施理事长')).rejects.toMatchObject({ code: 'STALE' })
    await scene.owner.query(`update projects.batches set made_by = $2 where id = $1`, [batch.id, await scene.accountId('施理事长')])
    await expect(scene.approve(once, '施理事长')).rejects.toMatchObject({ code: 'OWN_BATCH' })
    await scene.owner.query(`update projects.batches set made_by = null where id = $1`, [batch.id])
    await scene.owner.query(`update projects.awards set applied_by = $2 where batch_id = $1`, [batch.id, await scene.accountId('施理事长')])
    await expect(scene.approve(once, '施理事长')).rejects.toMatchObject({ code: 'OWN_APPLICATION' })
    expect((await look(batch.id, '施理事长')).may).toMatchObject({ approve: false, return: true, fill: false })
  })

  it('with one bad account number are refused with the row named, and nothing is frozen', async () => {
    const [good, bad, none] = [await scene.apply(), await scene.apply({ payee: { name: '佟家长', account: wrongCard, bank: '' } }), await scene.apply({
      payee: undefined })]
    await expect(scene.submitted([good, bad, none])).rejects.toMatchObject({
      code: 'ACCOUNT_BAD', data: { rows: [{ seq: 2, label: bad.label, problem: 'check' }, { seq: 3, label: none.label, problem: 'missing' }] } })
    expect((await scene.owner.query('select status, list_hash from projects.batches where id = (select batch_id from projects.awards where id = $1)',
      [good.id])).rows)
      .toEqual([{ status: 'draft', list_hash: null }])
    // The way out leads over the list: what stands in it keeps its payee.
    await expect(scene.as('孙主任', (context) => correctPayee(context, {
      id: bad.id, version: bad.version + 1, payee: { name: '佟家长', account: '62001122330011', bank: '' }, relation: 'none' })))
      .rejects.toMatchObject({ code: 'AWARD_LISTED' })
  })

  it('take no award that the checks stop, that wants an answer, that is listed elsewhere, or twice', async () => {
    const [over, near, fine] = [await scene.apply({ amount: 500_001 }), await scene.apply({ relation: 'colleague' }), await scene.apply()]
    const batch = await scene.draft()
    await expect(fill(batch, [{ awardId: fine.id }, { awardId: over.id }])).rejects.toMatchObject({ code: 'FINDINGS_STOP', data: { seqs: [2] } })
    await expect(fill(batch, [{ awardId: near.id, answer: ' ' }])).rejects.toMatchObject({ code: 'FINDINGS_UNANSWERED', data: { seqs: [1] } })
    await expect(fill(batch, [{ awardId: fine.id }, { awardId: fine.id }])).rejects.toMatchObject({ code: 'LISTED_TWICE', data: { seqs: [2] } })
    await expect(fill(batch, [{ awardId: batch.id }])).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const filled = await fill(batch, [{ awardId: near.id, answer: '另派一人复核' }, { awardId: fine.id }])
    expect(filled.totalFen).toBe(100_000)
    await expect(fill(await scene.draft(), [{ awardId: fine.id }])).rejects.toMatchObject({ code: 'AWARD_NOT_WAITING', data: { seqs: [1] } })
    const shorter = await fill(filled, [{ awardId: near.id, answer: '另派一人复核' }])
    expect([await statusOf(fine.id), await statusOf(near.id), shorter.totalFen]).toEqual(['applied', 'listed', 50_000])
    await scene.as('许会计', (context) => discardBatch(context, { id: batch.id, version: shorter.version }))
    expect(await statusOf(near.id)).toBe('applied')
  })

  it('are paid from a fund and a bank account of the very books', async () => {
    const begin = (change: object, by: PersonName = '许会计') => scene.as(by, (context) => draftBatch(context, {
      bookId: scene.books.bookId, fundId: scene.books.schooling, bankAccountId: scene.books.account('1002'), title: '春季助学', ...change }))
    await expect(begin({ bankAccountId: scene.books.account('5101') })).rejects.toMatchObject({ code: 'NO_SUCH_GROUND' })
    await expect(begin({ fundId: scene.books.bookId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(begin({}, '曹会计')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(begin({}, '吕会计')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('cannot be handed in empty, are frozen once handed in, and begin a new round when given back', async () => {
    const empty = await scene.draft()
    const submit = ({ id, version }: { id: string; version: number }) => scene.as('许会计', (context) => submitBatch(context, { id, version }))
    await expect(submit(empty)).rejects.toMatchObject({ code: 'BATCH_EMPTY' })
    const award = await scene.apply()
    const batch = await scene.submitted([award])
    await expect(fill(batch, [])).rejects.toMatchObject({ code: 'WRONG_BATCH_STATUS', data: { status: 'submitted' } })
    const once = await scene.approve(batch, '施理事长')
    const back = await scene.as('吕会计', (context) => returnBatch(context, { id: batch.id, version: once.version, reason: '请核对第1笔' }))
    expect(await look(batch.id)).toMatchObject({ status: 'draft', listHash: null, returnReason: '请核对第1笔', approvals: [] })
    const again = await submit(back)
    await scene.approve(await scene.approve(again, '施理事长'), '吕会计')
    expect(await statusOf(award.id)).toBe('approved')
  })

  it('are held in the database as well: whoever writes past the house is refused by name', async () => {
    const award = await scene.apply()
    const batch = await scene.submitted([award])
    const past = (text: string, ...values: string[]) => scene.owner.query(text, [batch.id, ...values])
    await expect(past('update projects.batch_rows set amount_fen = 1 where batch_id = $1')).rejects.toMatchObject({ constraint: 'batch_rows_frozen' })
    await expect(past('delete from projects.batch_rows where batch_id = $1')).rejects.toMatchObject({ constraint: 'batch_rows_frozen' })
    await expect(past(`update projects.batches set status = 'approved', approved_on = '2026-03-16' where id = $1`)).rejects.toMatchObject({
      constraint: 'batches_two_approvals' })
    await expect(past(`update projects.awards set status = 'approved' where batch_id = $1`)).rejects.toMatchObject({ constraint: 'awards_approved_batch' })
    await scene.approve(await scene.approve(batch, '施理事长'), '吕会计')
    await expect(past('update projects.awards set amount_fen = 1 where batch_id = $1')).rejects.toMatchObject({ constraint: 'awards_frozen' })
    await expect(past('update projects.awards set account_term = $2::text::bytea where batch_id = $1', 'other')).rejects.toMatchObject({
      constraint: 'awards_frozen' })
    await expect(past('update projects.batches set total_fen = 1 where id = $1')).rejects.toMatchObject({ constraint: 'batches_frozen' })
    await expect(past(`update projects.batches set status = 'discarded' where id = $1`)).rejects.toMatchObject({ constraint: 'batches_frozen' })
  })

  it('are paid by a file with whole account numbers, made by the cashier alone, only of an approved list, and counted', async () => {
    const award = await scene.apply({ payee: { name: '佟家长', account: goodCard, bank: '工商银行' } })
    const batch = await scene.submitted([award])
    await expect(file(batch.id, 'xlsx')).rejects.toMatchObject({ code: 'WRONG_BATCH_STATUS' })
    // Whoever asks by the browser reads a sentence, not that something unexpected happened.
    const refused = await file(batch.id, 'xlsx').catch((error: unknown) => problemOf(error, makePaymentFile.errors))
    expect(refused).toMatchObject({ code: 'WRONG_BATCH_STATUS', message: '只有批准了的批次才有付款文件，请先完成两人审批。', status: 409 })
    await scene.approve(await scene.approve(batch, '施理事长'), '吕会计')
    for (const name of ['许会计', '施理事长', '孙主任'] as const) await expect(file(batch.id, 'csv', name), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const [sheet] = await readWorkbook(await file(batch.id, 'xlsx'))
    expect(sheet?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['序号', '收款人姓名', '收款账号', '开户银行', '金额（元）', '用途'], ['1', '佟家长', goodCard, '工商银行', '500', '春季助学']])
    expect(new TextDecoder().decode(await file(batch.id, 'csv'))).toContain(`"1","佟家长","${goodCard}\t","工商银行","500.00","春季助学"`)
    expect((await look(batch.id)).filesMade).toBe(2)
    const { rows } = await scene.owner.query(`select details::text as details from audit.entries where verb = 'award-payment-file.made' and subject_id = $1`,
      [batch.id])
    expect(rows).toHaveLength(2)
    expect(rows.map(({ details }) => String(details)).join()).not.toMatch(/佟家长|6222/)
  })

  it('take a file of results once, line by line, and say which lines do not fit', async () => {
    const [one, two] = [await scene.apply(), await scene.apply()]
    const batch = await scene.submitted([one, two])
    await expect(scene.results(batch, ['1,1,500,成功,'])).rejects.toMatchObject({ code: 'WRONG_BATCH_STATUS' })
    await scene.approve(await scene.approve(batch, '施理事长'), '吕会计')
    const lines = [`1,${one.accountTail},500,成功,`, '9,1,500,成功,', `2,${two.accountTail},400,成功,`, `2,${two.accountTail},５００,成功,`]
    expect(await scene.results(batch, lines)).toMatchObject({ paidCount: 1, left: [
      { rowNumber: 3, problem: 'unknown' }, { rowNumber: 4, problem: 'amount' }, { rowNumber: 5, problem: 'half-width' }] })
    await expect(scene.results(batch, lines)).rejects.toMatchObject({ code: 'FILE_KNOWN' })
    expect(await scene.results(batch, [lines[0] ?? '', '2,0000,500,成功,'])).toMatchObject({
      paidCount: 0, left: [{ problem: 'known' }, { problem: 'account' }], batch: { status: 'approved' } })
    expect(await statusOf(two.id)).toBe('approved')
    const other = new File(['姓名,电话\n张三,1'], 'other.csv')
    const take = (by: PersonName, paidOn: string) => scene.as(by, (context) => importResults(context, { id: batch.id, paidOn, file: other }))
    await expect(take('张出纳', '2026-03-16')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(take('许会计', '2026-03-17')).rejects.toMatchObject({ data: { issues: [{ path: ['paidOn'] }] } })
    await expect(take('许会计', '2026-03-16')).rejects.toMatchObject({ code: 'RESULTS_UNREADABLE' })
  })

  it('are not approved beyond what the fund has, and out of a free fund nothing is reserved', async () => {
    const dear = await scene.apply({ group: '全县高三', peopleCount: 1000, amount: 1_000_001 })
    const batch = await scene.submitted([dear])
    const once = await scene.approve(batch, '施理事长')
    await expect(scene.approve(once, '吕会计')).rejects.toMatchObject({ code: 'FUND_EXCEEDED' })
    expect(await statusOf(dear.id)).toBe('listed')
    const people = await scene.apply({ group: '东街小学三年级', peopleCount: 20, householdsCount: 18 })
    const free = await scene.approved([people], undefined, scene.books.free)
    await scene.results(free, [`1,${people.accountTail},500,成功,`])
    expect(await scene.counted(people.id, 'award.money.unrestricted')).toBe(50_000)
    expect(await scene.counted(people.id, 'award.outside')).toBe(20)
    expect(await scene.counted(people.id, 'award.child')).toBe(0)
  })

  it('take a transfer back that the bank returned days later: the books are mirrored, the money is free, the award waits again', async () => {
    const award = await scene.apply({ amount: 20_000 })
    const before = await balance()
    const batch = await scene.approved([award])
    await scene.results(batch, [`1,${award.accountTail},200,成功,`])
    const takeBack = (by: PersonName, returnedOn = '2026-03-16') => scene.as(by, async (context) => {
      const { version } = await getAward(context, { id: award.id })
      return returnTransfer(context, { id: award.id, version, returnedOn, reason: '账户已注销' })
    })
    await expect(takeBack('张出纳')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(takeBack('许会计', '2026-03-15')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    expect(await takeBack('许会计')).toMatchObject({ status: 'failed', paidOn: null, refusalKind: 'closed' })
    expect(await balance()).toEqual(before)
    expect((await look(batch.id)).rows[0]).toMatchObject({ outcome: 'returned' })
    await expect(takeBack('许会计')).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    const left = await scene.owner.query(`select coalesce(sum(sign * value), 0)::int as fen from figures.facts where record_id = $1`, [award.id])
    expect(left.rows[0]).toEqual({ fen: 0 })
  })

  it('are paid from the account that forms know as costs of charity, whatever number the chart of the year gives it', async () => {
    const number = (from: string, to: string, form: string | null) => scene.owner.query(
      'update ledger.accounts set code = $2, form_code = $3 where code = $1', [from, to, form])
    const award = await scene.apply({ amount: 1_000 })
    const approved = await scene.approve(await scene.approve(await scene.submitted([award]), '施理事长'), '吕会计')
    await number('5101', '5010', '5101')
    await number('5401', '5101', '5401')
    await scene.results(approved, [`1,${award.accountTail},10.00,成功,`])
    const { rows } = await scene.owner.query(`select a.code from ledger.postings p join ledger.accounts a on a.id = p.account_id
      join ledger.journals j on j.id = p.journal_id where j.source = 'projects.award' and j.source_id = $1 order by p.seq`, [award.id])
    expect(rows).toEqual([{ code: '5010' }, { code: '1002' }])
    await number('5101', '5401', null)
    await number('5010', '5101', null)
  })

  it('leave books and lists as they must be', async () => {
    expect((await scene.as('许会计', (context) => walkInvariants(context, invariants))).broken).toEqual([])
  })
})
