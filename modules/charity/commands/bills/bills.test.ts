import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importBankStatement } from '#modules/ledger/commands/bank/import-bank-statement.ts'
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

const billFile = (rows: readonly (readonly string[])[]) => new File([`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`], '账单.csv')

describe('the daily bill of an online channel', () => {
  let scene: OnlineScene
  let donorId: string
  beforeAll(async () => {
    scene = await openOnlineScene()
    donorId = (await scene.donor()).id
  })
  afterAll(() => scene.close())

  /** A gift paid online today, in the books; its number. */
  const paid = async (transaction: string): Promise<string> => {
    const gift = await scene.draft({ donorId })
    const { number } = await scene.inSteps('金专员', (steps) => openCharge(steps, { id: gift.id, version: gift.version }))
    const { body, headers } = paymentCallback(number, scene.clock.now(), { transaction })
    await scene.server.inject({ method: 'POST', url: '/api/charity/callbacks/wechat/990100', headers, payload: body })
    await runScheduledJob(scene, bookCharges)
    return number
  }
  const today = '2026-03-16 00:30:00'
  const lineOf = (number: string, change: Partial<SampleLine> = {}): SampleLine => ({ number, amount: '1000.00', fee: '6.00000', at: today, ...change })
  const load = (lines: readonly SampleLine[], change: { billedOn?: string; fundId?: string; bookedOn?: string; file?: File } = {}) =>
    scene.as('许会计', (context) => loadChannelBill(context, { file: billFile(billRows(lines)), billedOn: '2026-03-16', fundId: scene.books.free, ...change }))
  const differences = async (status: 'open' | 'cleared' | 'settled' = 'open') =>
    (await scene.as('金专员', (context) => listBillDifferences(context, { limit: 20, status }))).items
  const ground = () => scene.as('许会计', getBillGround)

  it('is not loaded where no merchant is set up', async () => {
    await expect(load([lineOf('a')])).rejects.toMatchObject({ code: 'ONLINE_NOT_SET_UP' })
    expect(await ground()).toEqual({ isOnline: false, funds: [], lastFundId: null, missingOn: [] })
    await scene.setUp()
    expect(await ground()).toMatchObject({ isOnline: true, lastFundId: null })
    expect((await ground()).funds.map(({ id }) => id)).toEqual([scene.books.free])
  })

  it('is refused where it cannot be right, and nothing is booked', async () => {
    await expect(load([lineOf('a')], { fundId: scene.books.schooling })).rejects.toMatchObject({ data: { issues: [{ path: ['fundId'] }] } })
    await expect(load([lineOf('a')], { billedOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['billedOn'] }, { path: ['bookedOn'] }] } })
    await expect(load([lineOf('a')], { bookedOn: '2026-03-15' })).rejects.toMatchObject({ data: { issues: [{ path: ['bookedOn'] }] } })
    await expect(load([lineOf('a')], { billedOn: '2026-03-15' })).rejects.toMatchObject({ code: 'BILL_DAY', data: { on: '2026-03-16' } })
    const rows = billRows([lineOf('a')], { merchantId: '1900000002' })
    await expect(load([], { file: billFile(rows) })).rejects.toMatchObject({ code: 'BILL_OF_ANOTHER' })
    await expect(load([], { file: billFile(billRows([lineOf('a')], { foot: { fee: '0.00000' } })) })).rejects.toMatchObject({ code: 'BILL_DOES_NOT_FOOT' })
    await expect(load([], { file: billFile([['日期', '金额'], ['2026-03-16', '1']]) })).rejects.toMatchObject({ code: 'BILL_LAYOUT' })
    await expect(load([lineOf('a', { state: 'REVOKED' })])).rejects.toMatchObject({ code: 'LINES_UNREADABLE', data: { count: 1, problems: [{ row: 2 }] } })
    await expect(scene.as('金专员', (context) => loadChannelBill(context, { file: billFile([]), billedOn: '2026-03-16', fundId: scene.books.free })))
      .rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await scene.as('许会计', (context) => listChannelBills(context, { limit: 20 }))).items).toEqual([])
  })

  it('books the fee out of an unrestricted fund, once; gifts stand whole, and what the bank pays out matches by itself', async () => {
    const [one, other] = [await paid('4200000101'), await paid('4200000102')]
    expect((await ground()).missingOn).toEqual([])
    const unpaid = await scene.inSteps('金专员', async (steps) => openCharge(steps, await scene.draft({ donorId })))
    const bill = await load([lineOf(one), lineOf(unpaid.number), lineOf('strange')])
    expect(bill).toMatchObject({ billedOn: '2026-03-16', paymentCount: 3, paymentFen: 300_000, refundCount: 0, feeFen: 1_800, openCount: 3, loadedName: '许会计' })
    expect(await scene.booked(bill.id)).toEqual([
      { code: '5301', fundId: scene.books.free, fen: 1_800 }, { code: '1002', fundId: scene.books.free, fen: -1_800 }])
    expect(await scene.audits('channel-bill.loaded', bill.id)).toBe(1)
    expect((await differences()).map(({ kind, number }) => ({ kind, number }))).toEqual(expect.arrayContaining([
      { kind: 'not-taken', number: unpaid.number }, { kind: 'unknown', number: 'strange' }, { kind: 'missing', number: other }]))
    await expect(load([lineOf(one)])).rejects.toMatchObject({ code: 'BILL_BEFORE' })
    // Two gifts of 1000 less the fee of 18.
    const statement = new File(['交易日期,借方发生额,贷方发生额,余额\n2026-03-16,,1982.00,1982.00\n'], '流水.csv')
    const { matched } = await scene.as('许会计', (context) => importBankStatement(context, {
      bookId: scene.books.bookId, accountId: scene.books.account('1002'), file: statement, mapping: { day: 0, out: 1, in: 2, balance: 3 } }))
    expect(matched).toBe(1)
    expect(await scene.as('许会计', verifyCharity)).toMatchObject({ broken: [] })
  })

  it('leaves a difference in the queue until somebody says what was found', async () => {
    const strange = (await differences()).find(({ kind }) => kind === 'unknown')
    const settle = (by: '许会计' | '金专员') => scene.as(by, (context) => settleBillDifference(context, { id: strange?.id ?? '', note: '别的系统的收款' }))
    await expect(settle('金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await settle('许会计')).toMatchObject({ status: 'settled', note: '别的系统的收款', settledName: '许会计' })
    await expect(settle('许会计')).rejects.toMatchObject({ code: 'DIFFERENCE_CLOSED' })
    expect((await differences()).map(({ kind }) => kind).sort()).toEqual(['missing', 'not-taken'])
  })

  it('clears what a later bill or a payment that came late explains', async () => {
    const [missing, late] = ['missing', 'not-taken'].map((kind) => async () => (await differences()).find((difference) => difference.kind === kind))
    const { body, headers } = paymentCallback((await late?.())?.number ?? '', scene.clock.now(), { transaction: '4200000103' })
    await scene.server.inject({ method: 'POST', url: '/api/charity/callbacks/wechat/990100', headers, payload: body })
    await load([lineOf((await missing?.())?.number ?? '', { at: '2026-03-15 23:59:59', fee: '0.00000' })], { billedOn: '2026-03-15' })
    expect(await differences()).toEqual([])
    expect((await differences('cleared')).map(({ kind }) => kind).sort()).toEqual(['missing', 'not-taken'])
    const { items, total } = await scene.as('金专员', (context) => listChannelBills(context, { limit: 1 }))
    expect({ total, feeFen: items[0]?.feeFen }).toEqual({ total: 2, feeFen: 0 })
  })
})
