import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reverseJournal } from '#modules/ledger/index.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { bookCharges } from '../../jobs/book-charges.ts'
import { getBillGround } from '../../queries/bills/get-bill-ground.ts'
import { listBillDifferences } from '../../queries/bills/list-bill-differences.ts'
import { listChannelBills } from '../../queries/bills/list-channel-bills.ts'
import { verifyCharity } from '../../queries/verify-charity.ts'
import { billRows, type SampleLine } from '../../rules/bills/sample-bill.ts'
import { openCharge } from '../charges/open-charge.ts'
import { openOnlineScene, paymentCallback, type OnlineScene } from '../steps/sample-gateway.ts'
import { loadChannelBill } from './load-channel-bill.ts'
import { settleBillDifference } from './settle-bill-difference.ts'
import { withdrawChannelBill } from './withdraw-channel-bill.ts'

const billFile = (lines: readonly SampleLine[]) => new File([`\uFEFF${billRows(lines).map((row) => row.join(',')).join('\r\n')}\r\n`], '账单.csv')

describe('a bill of an online channel that was loaded from the wrong file', () => {
  let scene: OnlineScene
  let donorId: string
  let payments = 0
  beforeAll(async () => {
    scene = await openOnlineScene()
    await scene.setUp()
    donorId = (await scene.donor()).id
  })
  afterAll(() => scene.close())
  beforeEach(async () => {
    for (const table of ['bill_differences', 'bill_lines', 'channel_bills']) await scene.owner.query(`delete from charity.${table}`)
  })

  /** A gift paid online on the day of the clock, in the books; its number. */
  const paid = async (): Promise<string> => {
    payments += 1
    const gift = await scene.draft({ donorId })
    const { number } = await scene.inSteps('金专员', (steps) => openCharge(steps, { id: gift.id, version: gift.version }))
    const { body, headers } = paymentCallback(number, scene.clock.now(), { transaction: `42000007${String(payments)}` })
    await scene.server.inject({ method: 'POST', url: '/api/charity/callbacks/wechat/990100', headers, payload: body })
    await runScheduledJob(scene, bookCharges)
    return number
  }
  const lineOf = (number: string, change: Partial<SampleLine> = {}): SampleLine => (
    { number, amount: '1000.00', fee: '6.00000', at: '2026-03-16 00:30:00', ...change })
  const load = (lines: readonly SampleLine[], billedOn = '2026-03-16') => scene.as('许会计', (context) => loadChannelBill(context, {
    file: billFile(lines), billedOn, fundId: scene.books.free }))
  const withdraw = (id: string, change: { onDay?: string } = {}, by: '许会计' | '金专员' = '许会计') => scene.as(by, (context) => (
    withdrawChannelBill(context, { id, reason: '导错了文件', ...change })))
  const queue = async (status: 'open' | 'cleared' | 'withdrawn' = 'open') => (await scene.as('许会计', (context) => (
    listBillDifferences(context, { limit: 50, status })))).items.map(({ billedOn, kind, number }) => [billedOn, kind, number])
  const missingOn = async () => (await scene.as('许会计', getBillGround)).missingOn
  const broken = async () => (await scene.as('许会计', verifyCharity)).broken

  it('is taken back: its fee is reversed by an entry, its differences leave the queue, and its day is loaded anew', async () => {
    const number = await paid()
    const wrong = await load([lineOf('strange', { fee: '30.00000' })])
    expect(await queue()).toEqual(expect.arrayContaining([['2026-03-16', 'unknown', 'strange'], ['2026-03-16', 'missing', number]]))
    const back = await withdraw(wrong.id)
    expect(back).toMatchObject({ openCount: 0, withdrawn: { on: '2026-03-16', name: '许会计', reason: '导错了文件' } })
    // What was posted stays, beside its mirror.
    expect((await scene.booked(wrong.id)).map(({ code, fen }) => [code, fen])).toEqual([['5301', 3000], ['1002', -3000], ['5301', -3000], ['1002', 3000]])
    expect(await queue()).toEqual([])
    expect((await queue('withdrawn')).length).toBeGreaterThanOrEqual(2)
    expect(await scene.audits('channel-bill.withdrawn', wrong.id)).toBe(1)
    const right = await load([lineOf(number)])
    expect((await scene.booked(right.id)).map(({ code, fen }) => [code, fen])).toEqual([['5301', 600], ['1002', -600]])
    expect((await scene.as('许会计', (context) => listChannelBills(context, { limit: 9 }))).items.map(({ id, withdrawn }) => [id, withdrawn === null])).toEqual([
      [right.id, true], [wrong.id, false]])
    await expect(load([lineOf(number)])).rejects.toMatchObject({ code: 'BILL_BEFORE' })
    expect(await broken()).toEqual([])
  })

  it('is taken back once, by who may load it', async () => {
    const { id } = await load([lineOf('strange')])
    await expect(withdraw(id, {}, '金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await withdraw(id)
    await expect(withdraw(id)).rejects.toMatchObject({ code: 'BILL_WITHDRAWN' })
    expect(await scene.booked(id)).toHaveLength(4)
  })

  it('stays once a difference of it was dealt with', async () => {
    const { id } = await load([lineOf('strange')])
    const open = (await scene.as('许会计', (context) => listBillDifferences(context, { limit: 50, status: 'open' }))).items
    await scene.as('许会计', (context) => settleBillDifference(context, { id: open.find(({ kind }) => kind === 'unknown')?.id ?? '', note: '别的系统的收款' }))
    await expect(withdraw(id)).rejects.toMatchObject({ code: 'BILL_SETTLED', data: { count: 1 } })
    expect(await scene.booked(id)).toHaveLength(2)
  })

  it('is reversed on a day between the booking of its fee and today', async () => {
    const { id } = await load([lineOf('strange', { at: '2026-03-14 10:00:00' })], '2026-03-14')
    for (const onDay of ['2026-03-13', '2026-03-17']) await expect(withdraw(id, { onDay })).rejects.toMatchObject({ data: { issues: [{ path: ['onDay'] }] } })
    await withdraw(id, { onDay: '2026-03-15' })
    const { rows } = await scene.owner.query(`select j.dated_on from ledger.journals j join charity.channel_bills b on b.reversal_id = j.id
      where b.id = $1`, [id])
    expect(rows).toMatchObject([{ dated_on: '2026-03-15' }])
  })

  it('whose fee was reversed in the books before, or that had none, is taken back without another entry', async () => {
    const { id } = await load([lineOf('strange')])
    const { rows: [bill] } = await scene.owner.query<{ journal_id: string }>('select journal_id from charity.channel_bills where id = $1', [id])
    await scene.as('许会计', (context) => reverseJournal(context, {
      bookId: scene.books.bookId, journalId: bill?.journal_id ?? '', key: 'by-hand', datedOn: '2026-03-16', memo: '冲销', source: 'ledger.voucher' }))
    expect((await withdraw(id)).withdrawn).not.toBeNull()
    const free = await load([lineOf('strange', { fee: '0.00000' })])
    expect((await withdraw(free.id)).withdrawn).not.toBeNull()
    expect(await scene.booked(free.id)).toEqual([])
    expect(await broken()).toEqual([])
  })

  it('no longer explains, doubles or hides anything on other bills', async () => {
    const [explained, hidden, doubled] = [await paid(), await paid(), await paid()]
    const earlier = (number: string) => lineOf(number, { at: '2026-03-15 10:00:00' })
    // The bill of the 16th misses one; the wrong bill of the 15th tells all three.
    const first = await load([lineOf(hidden), lineOf(doubled)])
    expect(await queue()).toContainEqual(['2026-03-16', 'missing', explained])
    const wrong = await load([earlier(explained)], '2026-03-15')
    expect(await queue('cleared')).toContainEqual(['2026-03-16', 'missing', explained])
    await withdraw(wrong.id)
    expect(await queue()).toContainEqual(['2026-03-16', 'missing', explained])
    await withdraw(first.id)
    // Loaded before the bill of the day, it makes one line told twice and another not missed.
    const before = await load([earlier(hidden), earlier(doubled)], '2026-03-15')
    await load([lineOf(explained), lineOf(doubled)])
    expect(await queue()).toContainEqual(['2026-03-16', 'twice', doubled])
    expect(await queue()).not.toContainEqual(['2026-03-16', 'missing', hidden])
    await withdraw(before.id)
    expect(await queue()).not.toContainEqual(['2026-03-16', 'twice', doubled])
    expect(await queue()).toContainEqual(['2026-03-16', 'missing', hidden])
    expect(await missingOn()).toEqual([])
    expect(await broken()).toEqual([])
  })

  it('leaves its day among those without a bill', async () => {
    scene.clock.moveTo('2026-03-17T09:00:00+08:00')
    const { id } = await load([lineOf('strange')])
    expect(await missingOn()).toEqual([])
    await withdraw(id)
    expect(await missingOn()).toEqual(['2026-03-16'])
  })
})
