import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postJournal, reverseJournal } from '#modules/ledger/index.ts'
import { charityModule } from '../../module.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { layTrails } from '../../jobs/lay-trails.ts'
import { publishCells } from '../../jobs/publish-cells.ts'
import { publishFund } from './publish-fund.ts'
import { recordReach } from './record-reach.ts'
import { withdrawFund } from './withdraw-fund.ts'
import { refundGift } from '../gifts/refund-gift.ts'
import { openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { listShownFunds } from '../../queries/funds/list-shown-funds.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { getTrail } from '../../queries/trail/get-trail.ts'
import { questionsPerMinute } from '../../queries/trail/trace-gift.ts'

describe('the trail of a gift', () => {
  let scene: GiftScene
  let ask: (path: string, body?: object, address?: string) => Promise<{ status: number; body: Record<string, unknown>; text: string }>
  beforeAll(async () => {
    scene = await openGiftScene()
    const server = await scene.serve([charityModule])
    ask = async (path, body, address = '10.0.0.1') => {
      const answer = await server.inject({
        method: body === undefined ? 'GET' : 'POST', url: `/api${path}`, remoteAddress: address,
        ...(body === undefined ? {} : { payload: body }),
      })
      return { status: answer.statusCode, body: answer.json(), text: answer.body }
    }
  })
  afterAll(() => scene.close())
  const codeOf = async (id: string) => (await scene.as('许会计', (context) => getGift(context, { id }))).traceCode ?? ''
  const trail = (id: string) => scene.as('吕会计', (context) => getTrail(context, { id }))
  const reach = (unit: string, children: number, month = 202602) => scene.as('金专员', (context) => recordReach(context, {
    id: scene.books.schooling, month, unit, children, households: 0 }))

  it('is exact to the fen, and right at once after a reversal and a refund', async () => {
    const first = await scene.gift({ amount: 100_001 })
    const second = await scene.gift({ amount: 50_000 })
    const spent = await scene.spend(scene.books.schooling, 120_000)
    expect((await trail(first.id)).funds).toEqual([{ fundName: '资金02', amountFen: 100_001, leftFen: 0,
      parts: [{ month: 202603, costClass: 'charity', projectLabel: null, amountFen: 100_001 }] }])
    expect((await trail(second.id)).funds).toMatchObject([{ leftFen: 30_001, parts: [{ amountFen: 19_999 }] }])
    await scene.as('许会计', (context) => reverseJournal(context, {
      bookId: scene.books.bookId, journalId: spent, key: 'back', datedOn: '2026-03-14', memo: '冲销', source: 'ledger.voucher' }))
    expect((await trail(first.id)).funds).toMatchObject([{ amountFen: 100_001, leftFen: 100_001, parts: [] }])
    await scene.spend(scene.books.schooling, 20_000)
    await scene.as('许会计', (context) => refundGift(context, { id: first.id, version: 2, onDay: '2026-03-15', reason: '撤回' }))
    expect(await trail(first.id)).toMatchObject({ isRefunded: true, funds: [] })
    expect((await trail(second.id)).funds).toMatchObject([{ leftFen: 30_000, parts: [{ amountFen: 20_000 }] }])
  })

  it('opens to whoever has the code, without signing in, and names no donor', async () => {
    const donor = await scene.donor({ kind: 'person', name: '公孙胜利', phone: '13611112222' })
    const gift = await scene.gift({ donorId: donor.id, wish: '给侄子公孙小明', amount: 777 })
    const code = await codeOf(gift.id)
    const { status, body, text } = await ask('/trace', { code: code.toLowerCase() })
    expect([status, body['amountFen'], body['receivedOn']]).toEqual([200, 777, '2026-03-10'])
    expect(text).not.toMatch(/公孙|13611112222|donor|HD/)
    expect(text).not.toContain(gift.id)
    expect(text).not.toContain(donor.id)
    expect(body).toEqual(await trail(gift.id))
  })

  it('does not open to a guess: draft, wrong sign, other city and nonsense are answered alike, and an address that guesses on is told to wait', async () => {
    const code = await codeOf((await scene.gift()).id)
    const wrong = [`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`, code.replace('990100', '990101'), '990100-AAAA-AAAA-AAAA-AAAA',
      'nonsense!', "1-' or true --"]
    const answers = []
    for (const guess of wrong) answers.push(await ask('/trace', { code: guess }, '10.0.0.2'))
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['code'])}`))).toEqual(new Set(['404 TRACE_UNKNOWN']))
    for (let at = wrong.length; at < questionsPerMinute.wrong; at++) await ask('/trace', { code: wrong[0] }, '10.0.0.2')
    expect((await ask('/trace', { code: wrong[0] }, '10.0.0.2')).status).toBe(429)
    expect((await ask('/trace', { code }, '10.0.0.3')).status).toBe(200)
  })

  it('is the same from what was laid, with what came since, and from the whole fund', async () => {
    const fundId = scene.books.free
    const gifts = [await scene.gift({ fundId, amount: 5000 }), await scene.gift({ fundId, amount: 7000 })]
    await scene.spend(fundId, 6000)
    const before = await Promise.all(gifts.map(({ id }) => trail(id)))
    const lay = async () => { await scene.settled(); await runScheduledJob(scene, layTrails) }
    const laid = async () => (await scene.owner.query('select count(*)::int as count from charity.laid_parts where fund_id = $1', [fundId])).rows[0].count
    await lay()
    expect(await laid()).toBeGreaterThan(2)
    expect(await Promise.all(gifts.map(({ id }) => trail(id)))).toEqual(before)
    await scene.owner.query('update charity.laid_parts set amount_fen = 1 where fund_id = $1 and is_spending', [fundId])
    expect(await Promise.all(gifts.map(({ id }) => trail(id)))).not.toEqual(before)
    const late = await scene.spend(fundId, 500, '2026-03-14')
    await lay()
    expect(await trail(gifts[1]?.id ?? '')).toMatchObject({ funds: [{ leftFen: 5500, parts: [{ amountFen: 1500 }] }] })
    await scene.spend(fundId, 700, '2026-03-15')
    expect(await trail(gifts[1]?.id ?? '')).toMatchObject({ funds: [{ leftFen: 4800 }] })
    await scene.as('许会计', (context) => reverseJournal(context, {
      bookId: scene.books.bookId, journalId: late, key: 'late-back', datedOn: '2026-03-15', memo: '冲销', source: 'ledger.voucher' }))
    expect(await trail(gifts[1]?.id ?? '')).toMatchObject({ funds: [{ leftFen: 5300 }] })
    await lay()
    expect(await trail(gifts[1]?.id ?? '')).toMatchObject({ funds: [{ leftFen: 5300 }] })
  })

  it('tells how many were helped only in months that are over, small groups merged, and never changes what was told', async () => {
    const gift = await scene.gift({ fundId: scene.books.schooling })
    await reach('990100100010001', 3)
    await reach('990100100010002', 4)
    await reach('990100200010001', 6)
    await reach('990100200010001', 2, 202603)
    await expect(reach('990100100010001', 0)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(reach('990100100010001', 9, 202604)).rejects.toMatchObject({ data: { issues: [{ path: ['month'] }] } })
    await scene.as('施理事长', (context) => publishFund(context, { id: scene.books.schooling, words: '帮困难儿童上学' }))
    const { items } = (await ask('/open-funds?city=990100')).body as { items: { id: string; name: string; words: string }[] }
    expect(items).toMatchObject([{ name: '资金02', words: '帮困难儿童上学' }])
    const look = () => ask(`/open-funds/${items[0]?.id}?city=990100`)
    expect((await look()).body['cells']).toEqual([])
    await runScheduledJob(scene, publishCells)
    const page = await look()
    await reach('990100100010001', 3)
    await runScheduledJob(scene, publishCells)
    expect((await look()).body['cells']).toEqual(page.body['cells'])
    expect(page.body['cells']).toEqual([{ fundName: '资金02', month: 202602, isWithheld: false, groups: [
      { place: '东街镇', isMerged: true, children: 7, households: 0 }, { place: '北一村', isMerged: false, children: 6, households: 0 }] }])
    type Totals = { incomeFen: number; spentFen: number; leftFen: number; months: { giftsFen: number; spentFen: number }[] }
    const { incomeFen, spentFen, leftFen, months } = page.body as Totals
    expect(incomeFen - spentFen).toBe(leftFen)
    expect(months.reduce((sum, month) => sum + month.spentFen, 0)).toBe(spentFen)
    // What it held when its books began is no income of that month.
    const line = { memo: '期初', projectId: null, projectLabel: null, costClass: null, flowItem: null }
    await scene.as('许会计', (context) => postJournal(context, {
      bookId: scene.books.bookId, key: 'opening', datedOn: '2026-03-01', kind: 'opening', memo: '期初', source: 'ledger.voucher', lines: [
        { ...line, accountId: scene.books.account('1002'), side: 'debit', amountFen: 700, fundId: null },
        { ...line, accountId: scene.books.account('3102'), side: 'credit', amountFen: -700, fundId: scene.books.schooling }] }))
    expect((await look()).body).toMatchObject({ openingFen: 700, incomeFen, spentFen, leftFen: leftFen + 700, months })
    expect(page.text).not.toContain(gift.donorLabel)
    expect(page.text).not.toContain(scene.books.schooling)
  })

  it('of a fund is shown and taken out of sight by the head of the foundation alone', async () => {
    const id = scene.books.schooling
    const shown = async () => (await scene.as('金专员', (context) => listShownFunds(context))).items.find((fund) => fund.id === id)
    const publication = (await shown())?.publicationId
    await expect(scene.as('施理事长', (context) => publishFund(context, { id, words: '再来' }))).rejects.toMatchObject({ code: 'FUND_SHOWN' })
    await expect(scene.as('金专员', (context) => withdrawFund(context, { id }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await scene.as('施理事长', (context) => withdrawFund(context, { id }))
    expect(await shown()).toMatchObject({ publicationId: null })
    expect((await ask(`/open-funds/${publication}?city=990100`)).status).toBe(404)
    await expect(scene.as('施理事长', (context) => withdrawFund(context, { id }))).rejects.toMatchObject({ code: 'FUND_NOT_OPEN' })
    await expect(scene.as('曹会计', (context) => getTrail(context, { id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
