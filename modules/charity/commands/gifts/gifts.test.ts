import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonName } from '#tests/city/people.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { listGivingBooks } from '../../queries/gifts/giving-books.ts'
import { listGifts } from '../../queries/gifts/list-gifts.ts'
import { openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { changePurpose } from './change-purpose.ts'
import { confirmGift } from './confirm-gift.ts'
import { correctGift } from './correct-gift.ts'
import { discardGift } from './discard-gift.ts'
import { draftGift } from './draft-gift.ts'
import { handOutGoods } from './hand-out-goods.ts'
import { recordReceipt } from './record-receipt.ts'
import { refundGift } from './refund-gift.ts'
import { updateGift } from './update-gift.ts'

describe('gifts', () => {
  let scene: GiftScene
  beforeAll(async () => { scene = await openGiftScene() })
  afterAll(() => scene.close())
  type Of = { id: string; version: number }
  const look = (id: string, by: PersonName = '许会计') => scene.as(by, (context) => getGift(context, { id }))
  const correct = ({ id, version }: Of, change: object = {}) => scene.as('许会计', (context) => correctGift(context, {
    id, version, amount: 80_000, fundId: scene.books.schooling, onDay: '2026-03-11', reason: '金额录错', ...change }))
  const refund = ({ id, version }: Of, by: PersonName = '许会计') => scene.as(by, (context) => refundGift(context, { id, version, onDay: '2026-03-13',
    reason: '捐赠人撤回' }))
  const move = ({ id, version }: Of, change: object = {}) => scene.as('许会计', (context) => changePurpose(context, {
    id, version, fundId: scene.books.free, onDay: '2026-03-14', consentForm: 'letter', consentOn: '2026-03-13', reason: '项目已结束', ...change }))
  const receipt = ({ id, version }: Of, change: object = {}) => scene.as('金专员', (context) => recordReceipt(context, {
    id, version, receiptCode: '51010126', receiptNumber: '0000000001', receiptOn: '2026-03-12', receiptHandler: '金专员', ...change }))
  const factsOf = async (id: string) => (await scene.owner.query<{ measure: string; sum: number }>(
    `select measure, sum(sign * value)::int as sum from figures.facts where record_id = $1 group by measure
      having sum(sign * value) <> 0 order by measure`, [id])).rows
    .map(({ measure, sum }) => [measure, sum])
  const codes = async (id: string) => (await scene.booked(id)).map(({ code, fen }) => [code, fen])

  it('are in no books until an accountant finds that they arrived: then bank against income, with fund, and they count', async () => {
    const draft = await scene.draft({ wish: '给山里的孩子', projectLabel: '春蕾' })
    expect(draft).toMatchObject({ status: 'draft', amountFen: 100_000, receivedOn: null, fundName: '资金02' })
    expect(await codes(draft.id)).toEqual([])
    const gift = await scene.as('许会计', (context) => confirmGift(context, {
      id: draft.id, version: 1, receivedOn: '2026-03-10', channel: 'bank', accountId: scene.books.account('1002'), bankReference: 'HD1' }))
    expect(gift).toMatchObject({ status: 'confirmed', receivedOn: '2026-03-10', version: 2 })
    expect(await codes(draft.id)).toEqual([['1002', 100_000], ['4101', -100_000]])
    expect((await scene.booked(draft.id)).map(({ fundId }) => fundId)).toEqual([scene.books.schooling, scene.books.schooling])
    expect(await factsOf(draft.id)).toEqual([['gift.given', 1], ['gift.money.person', 100_000], ['gift.money.restricted', 100_000]])
    const { traceCode, changes } = await look(draft.id)
    expect(traceCode).toMatch(/^990100-[A-HJ-NP-Z2-9]{16}$/)
    expect(changes.map(({ change }) => change)).toEqual(['confirmed'])
    await expect(scene.confirm(draft)).rejects.toMatchObject({ code: 'WRONG_STATUS', data: { status: 'confirmed' } })
  })

  it('are never confirmed by who may only draft, nor by who drafted them', async () => {
    const draft = await scene.draft()
    await expect(scene.confirm(draft, {}, '金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(scene.as('许会计', (context) => draftGift(context, {
      bookId: scene.books.bookId, donorId: draft.donorId, form: 'money', amount: 1, fundId: scene.books.free, promisedOn: '2026-03-02', wish: '' })))
      .rejects.toMatchObject({ code: 'FORBIDDEN' })
    await scene.owner.query('update charity.gifts set made_by = $2 where id = $1', [draft.id, await scene.accountId('许会计')])
    await expect(scene.confirm(draft)).rejects.toMatchObject({ code: 'OWN_GIFT' })
    expect((await look(draft.id)).may.confirm).toBe(false)
    expect(await scene.confirm(draft, {}, '何会计')).toMatchObject({ status: 'confirmed' })
    await expect(look(draft.id, '曹会计')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(look(draft.id, '陈主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('are refused beside the field, in an account that holds no money, in a fund of nobody, in a month that is not open', async () => {
    const draft = await scene.draft()
    await expect(scene.confirm(draft, { accountId: scene.books.account('5101') })).rejects.toMatchObject({ data: { issues: [{ path: ['accountId'] }] } })
    await expect(scene.confirm(draft, { receivedOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['receivedOn'] }] } })
    await expect(scene.confirm(draft, { receivedOn: '2026-02-28' })).rejects.toMatchObject({ code: 'ACCOUNT_MISSING' })
    await expect(scene.draft({ fundId: draft.donorId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scene.owner.query(`update ledger.funds set status = 'closed' where id = $1`, [scene.books.later])
    await expect(scene.draft({ fundId: scene.books.later })).rejects.toMatchObject({ code: 'FUND_NOT_OPEN' })
    await scene.owner.query(`update ledger.funds set status = 'open' where id = $1`, [scene.books.later])
    await expect(scene.draft({ item: '书包' })).rejects.toMatchObject({ data: { issues: [{ path: ['item'] }] } })
    expect(await look(draft.id)).toMatchObject({ status: 'draft', traceCode: null })
  })

  it('as drafts are rewritten and thrown away', async () => {
    const draft = await scene.draft()
    const rewrite = ({ id, version }: Of) => scene.as('金专员', (context) => updateGift(context, {
      id, version, form: 'goods', amount: 30_000, item: '书包', quantity: 10, countedIn: '个', valueBasis: '发票', fundId: scene.books.free,
        promisedOn: '2026-03-02', wish: '' }))
    const rewritten = await rewrite(draft)
    expect(rewritten).toMatchObject({ form: 'goods', amountFen: 30_000, fundName: '资金01' })
    await expect(rewrite(draft)).rejects.toMatchObject({ code: 'STALE' })
    const thrown = await scene.as('金专员', (context) => discardGift(context, { id: draft.id, version: 2 }))
    expect(thrown.status).toBe('discarded')
    await expect(rewrite(thrown)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('in goods go into stock; a service is recorded and posted nowhere', async () => {
    const goods = { form: 'goods' as const, amount: 30_001, item: '书包', quantity: 10, countedIn: '个', valueBasis: '发票', fundId: scene.books.later }
    const gift = await scene.confirm(await scene.draft(goods), { place: '一号仓库' })
    expect(await codes(gift.id)).toEqual([['1201', 30_001], ['4101', -30_001]])
    expect(await look(gift.id)).toMatchObject({ leftQuantity: 10, quantity: 10 })
    expect(await factsOf(gift.id)).toEqual([['gift.given', 1], ['gift.goods', 30_001]])
    const service = await scene.confirm(await scene.draft({ form: 'service', amount: 5_000, item: '义诊', valueBasis: '同类收费' }))
    expect(await codes(service.id)).toEqual([])
    expect(await factsOf(service.id)).toEqual([['gift.given', 1]])
    expect(await refund(service)).toMatchObject({ status: 'refunded' })
  })

  it('in goods are handed out piece by piece, never more than is left; the last piece takes the odd fen', async () => {
    const gift = await scene.confirm(await scene.draft({
      form: 'goods', amount: 10_000, item: '书包', quantity: 3, countedIn: '个', valueBasis: '发票', fundId: scene.books.schooling }))
    const hand = (version: number, quantity: number, onDay = '2026-03-12') => scene.as('金专员', (context) => handOutGoods(context, {
      id: gift.id, version, onDay, quantity, unit: '990100100010001', children: quantity, households: 0 }))
    await expect(hand(2, 4)).rejects.toMatchObject({ code: 'STOCK_SHORT', data: { leftQuantity: 3 } })
    await expect(hand(2, 1, '2026-03-01')).rejects.toMatchObject({ code: 'BEFORE_ARRIVAL' })
    await hand(2, 1)
    await expect(refund({ id: gift.id, version: 3 })).rejects.toMatchObject({ code: 'GOODS_GONE' })
    await expect(correct({ id: gift.id, version: 3 })).rejects.toMatchObject({ code: 'GOODS_GONE' })
    await hand(3, 2)
    expect((await look(gift.id))).toMatchObject({ leftQuantity: 0, may: { handOut: false }, handOuts: [
      { onDay: '2026-03-12', quantity: 1, children: 1, households: 0, handedName: '金专员', unitName: expect.stringMatching(/村/) },
      { quantity: 2, children: 2 }] })
    const { rows } = await scene.owner.query(`select h.value_fen::int as fen, p.amount_fen::int as booked, a.code from charity.hand_outs h
      join ledger.postings p on p.journal_id = h.journal_id join ledger.accounts a on a.id = p.account_id where h.gift_id = $1 order by h.id, p.seq`, [gift.id])
    expect(rows.map(({ code, fen, booked }) => [code, fen, booked])).toEqual([
      ['5101', 3_333, 3_333], ['1201', 3_333, -3_333], ['5101', 6_667, 6_667], ['1201', 6_667, -6_667]])
    await expect(hand(4, 1)).rejects.toMatchObject({ code: 'STOCK_SHORT' })
  })

  it('are corrected by reversing what stood and posting anew, with the reason', async () => {
    const gift = await scene.gift()
    await expect(correct(gift, { onDay: '2026-03-09' })).rejects.toMatchObject({ code: 'BEFORE_ARRIVAL' })
    const corrected = await correct(gift)
    expect(corrected).toMatchObject({ status: 'confirmed', amountFen: 80_000 })
    expect(await codes(gift.id)).toEqual([['1002', 100_000], ['4101', -100_000], ['1002', -100_000], ['4101', 100_000], ['1002', 80_000], ['4101', -80_000]])
    expect(await factsOf(gift.id)).toEqual([['gift.given', 1], ['gift.money.person', 80_000], ['gift.money.restricted', 80_000]])
    expect(await correct(corrected, { amount: 90_000, fundId: scene.books.free })).toMatchObject({ amountFen: 90_000, fundName: '资金01' })
    expect((await look(gift.id)).changes.map(({ change, reason }) => [change, reason])).toEqual([['confirmed', null], ['corrected', '金额录错'],
      ['corrected', '金额录错']])
  })

  it('go back once, whole, and count no more', async () => {
    const gift = await scene.gift({ fundId: scene.books.free })
    await expect(refund(gift, '金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await refund(gift)).toMatchObject({ status: 'refunded' })
    expect(await codes(gift.id)).toEqual([['1002', 100_000], ['4101', -100_000], ['1002', -100_000], ['4101', 100_000]])
    expect(await factsOf(gift.id)).toEqual([])
    await expect(refund({ id: gift.id, version: 3 })).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('do not go back out of a restricted fund that has spent them', async () => {
    const { rows: [before] } = await scene.owner.query<{ fen: number }>(
      'select balance_fen::float8 as fen from ledger.fund_balances where fund_id = $1', [scene.books.schooling])
    const gift = await scene.gift()
    await scene.spend(scene.books.schooling, before!.fen + 40_000)
    await expect(refund(gift)).rejects.toMatchObject({ code: 'FUND_EXCEEDED' })
    expect(await look(gift.id)).toMatchObject({ status: 'confirmed' })
    // What is left goes to another fund, by the donor's word.
    await expect(move(gift, { consentOn: '2026-03-15' })).rejects.toMatchObject({ data: { issues: [{ path: ['consentOn'] }] } })
    await expect(move(gift, { fundId: scene.books.schooling })).rejects.toMatchObject({ code: 'SAME_FUND' })
    const moved = await move(gift)
    expect(moved).toMatchObject({ fundName: '资金01', amountFen: 100_000 })
    expect((await look(gift.id)).changes.at(-1)).toMatchObject({ change: 'moved', amountFen: 60_000, consentForm: 'letter', consentOn: '2026-03-13',
      fundName: '资金01' })
    expect((await scene.booked(gift.id)).slice(2).map(({ code, fundId, fen }) => [code, fundId, fen])).toEqual([
      ['4101', scene.books.schooling, 60_000], ['4101', scene.books.free, -60_000]])
    await expect(correct(moved)).rejects.toMatchObject({ code: 'WAS_MOVED' })
    await scene.spend(scene.books.free, 10_000_000)
    await expect(move(moved, { fundId: scene.books.later })).rejects.toMatchObject({ code: 'NOTHING_LEFT' })
  })

  it('have one official receipt, whose number no other gift has', async () => {
    const [gift, other] = [await scene.gift(), await scene.gift()]
    await expect(receipt(await scene.draft())).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    await expect(receipt(gift, { receiptOn: '2026-03-09' })).rejects.toMatchObject({ data: { issues: [{ path: ['receiptOn'] }] } })
    expect(await receipt(gift)).toMatchObject({ receiptNumber: '0000000001' })
    await expect(receipt(other)).rejects.toMatchObject({ code: 'RECEIPT_KNOWN' })
    expect(await receipt(other, { receiptNumber: '0000000002' })).toMatchObject({ receiptNumber: '0000000002' })
  })

  it('are listed by donor, state and form; books offer their open funds and the accounts that hold money', async () => {
    const gift = await scene.gift()
    const list = (filters: object) => scene.as('吕会计', (context) => listGifts(context, { limit: 50,
      ...filters })).then(({ items }) => items.map(({ id }) => id))
    expect(await list({ donorId: gift.donorId })).toEqual([gift.id])
    expect(await list({ donorId: gift.donorId, status: 'draft' })).toEqual([])
    expect(await list({ form: 'goods' })).not.toContain(gift.id)
    const { items } = await scene.as('金专员', (context) => listGivingBooks(context))
    expect(items).toMatchObject([{ name: '基金会账套', unitCode: '9901', accounts: [{ code: '1001', duty: 'cash' }, { code: '1002', duty: 'bank' },
      { code: '1009' }] }])
    expect(items[0]?.funds).toHaveLength(3)
  })

  it('stand on the account that forms know as income from gifts, whatever number the chart of the year gives it', async () => {
    const number = (from: string, to: string, form: string | null) => scene.owner.query(
      'update ledger.accounts set code = $2, form_code = $3 where code = $1', [from, to, form])
    // In the chart of that year 4101 means something else.
    await number('4101', '4010', '4101')
    await number('4901', '4101', '4901')
    const gift = await scene.gift()
    expect(await codes(gift.id)).toEqual([['1002', 100_000], ['4010', -100_000]])
    await number('4101', '4901', null)
    await number('4010', '4101', null)
  })
})
