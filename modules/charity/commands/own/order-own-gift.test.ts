import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { bookCharges } from '../../jobs/book-charges.ts'
import { followCharges } from '../../jobs/follow-charges.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { getOwnPage } from '../../queries/own/get-own-page.ts'
import { listOwnGifts } from '../../queries/own/list-own-gifts.ts'
import { linkDonor } from '../donors/link-donor.ts'
import { publishFund } from '../funds/publish-fund.ts'
import { openOnlineScene, paymentCallback, type Gateway, type OnlineScene } from '../steps/sample-gateway.ts'
import { orderOwnGift } from './order-own-gift.ts'

describe('a donor who gives online', () => {
  let scene: OnlineScene
  let gateway: Gateway
  let server: FastifyInstance
  beforeAll(async () => {
    scene = await openOnlineScene()
    ;({ gateway, server } = scene)
  })
  afterAll(() => scene.close())
  const page = () => scene.as('梁经理', getOwnPage)
  let fundId = ''
  const order = (amount: number, of = fundId) => scene.inSteps('梁经理', (steps) => orderOwnGift(steps, { fundId: of, amount }))
  const gifts = async () => (await scene.as('梁经理', (context) => listOwnGifts(context, {}))).items
  const read = (id: string) => scene.as('许会计', (context) => getGift(context, { id }))

  it('sees the account for transfers where the city has no merchant, and only then', async () => {
    await scene.as('施理事长', (context) => publishFund(context, { id: scene.books.schooling, words: '助学' }))
    const { rows: [shown] } = await scene.owner.query('select id from charity.published_funds where fund_id = $1', [scene.books.schooling])
    fundId = shown.id
    await expect(order(100)).rejects.toMatchObject({ code: 'ONLINE_NOT_SET_UP' })
    expect(await page()).toMatchObject({ funds: [], orders: [], channels: { items: [{ kind: 'bank' }, { kind: 'cash' }] } })
    await scene.setUp()
    await expect(order(100)).rejects.toMatchObject({ code: 'NOT_LINKED' })
    expect((await page()).funds).toEqual([])
    const donor = await scene.donor()
    await scene.as('金专员', (context) => linkDonor(context, { id: donor.id, version: donor.version, signInName: 'liang' }))
    expect((await page()).funds).toMatchObject([{ id: fundId, words: '助学' }])
    await expect(scene.inSteps('金专员', (steps) => orderOwnGift(steps, { fundId, amount: 1 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(gateway.seen).toEqual([])
  })

  it('drafts the own gift with its code, and the same asked again is the same order', async () => {
    const charge = await order(8_800)
    expect(charge).toMatchObject({ status: 'open', amountFen: 8_800, codeUrl: 'weixin://wxpay/bizpayurl?pr=test' })
    expect(await gifts()).toMatchObject([{ id: charge.giftId, amountFen: 8_800, status: 'draft' }])
    expect((await order(8_800)).id).toBe(charge.id)
    expect((await page()).orders.map(({ id }) => id)).toEqual([charge.id])
    expect(gateway.askedFor('/v3/pay/transactions/native')).toHaveLength(1)
    const { rows: [made] } = await scene.owner.query('select made_name from charity.gifts where id = $1', [charge.giftId])
    expect(made.made_name).toMatch(/^钟某/)
  })

  it('is two clicks at once and one order', async () => {
    const [first, second] = await Promise.allSettled([order(9_900), order(9_900)])
    const done = [first, second].flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
    expect(new Set(done).size).toBe(1)
    const refused = [first, second].flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect(refused.every((code) => code === 'CHARGE_BEING_ASKED')).toBe(true)
    expect((await gifts()).filter(({ amountFen }) => amountFen === 9_900)).toHaveLength(1)
  })

  it('pays, and the gift is in the books without anybody of the foundation', async () => {
    const { giftId, id } = await order(8_800)
    const { rows: [{ number }] } = await scene.owner.query('select number from charity.charges where id = $1', [id])
    const call = paymentCallback(number, scene.clock.now(), { amount: 8_800, transaction: '4200000101' })
    await server.inject({ method: 'POST', url: '/api/charity/callbacks/wechat/990100', headers: call.headers, payload: call.body })
    expect((await page()).orders).toMatchObject([{ amountFen: 9_900 }, { id, status: 'paid' }])
    await runScheduledJob(scene, bookCharges)
    expect(await read(giftId)).toMatchObject({ status: 'confirmed', channel: 'wechat', amountFen: 8_800 })
    expect((await page()).orders).toHaveLength(1)
  })

  it('gives only to a fund that is shown, of the books of the merchant, and open', async () => {
    await expect(order(100, scene.books.schooling)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scene.owner.query(`update ledger.funds set status = 'closed' where id = $1`, [scene.books.schooling])
    await expect(order(100)).rejects.toMatchObject({ code: 'FUND_NOT_SHOWN' })
    expect((await page()).funds).toEqual([])
    await scene.owner.query(`update ledger.funds set status = 'open' where id = $1`, [scene.books.schooling])
  })

  it('keeps no draft where the gateway gave no code', async () => {
    gateway.answer = 'refuses'
    await expect(order(7_700)).rejects.toMatchObject({ code: 'GATEWAY_SILENT' })
    gateway.answer = 'good'
    expect((await gifts()).filter(({ amountFen }) => amountFen === 7_700)).toEqual([])
  })

  it('loses the draft with the order nobody paid: closed at the gateway first, then here', async () => {
    const { giftId } = await order(6_600)
    const { rows: [{ number }] } = await scene.owner.query('select number from charity.charges where gift_id = $1', [giftId])
    scene.clock.moveTo('2026-03-16T14:00:00+08:00')
    await runScheduledJob(scene, followCharges)
    expect(gateway.orders.get(number)).toMatchObject({ trade_state: 'CLOSED' })
    expect((await read(giftId)).status).toBe('discarded')
    expect((await page()).orders).toEqual([])
  })

  it('has five orders open at a time', async () => {
    for (let fen = 1; fen <= 5; fen++) await order(fen)
    await expect(order(6)).rejects.toMatchObject({ code: 'TOO_MANY_ORDERS' })
  })

  it('reaches no order of another donor, though it knows the number of the charge', async () => {
    const foreign = await scene.draft()
    await scene.owner.query(`insert into charity.charges (city_id, id, scope_code, gift_id, channel, number, amount_fen, status, expires_at, made_name,
        created_at, is_own)
      select city_id, $2, scope_code, id, 'wechat', 'foreign', amount_fen, 'asked', '2099-01-01', '试验', now(), true from charity.gifts where id = $1`,
    [foreign.id, '00000000-0000-7000-8000-000000000001'])
    await scene.as('梁经理', async ({ tx }) => {
      const { CompiledQuery } = await import('kysely')
      const { rows: [row] } = await tx.executeQuery<{ noted: boolean }>(CompiledQuery.raw(
        'select access.note_own_charge($1, $2, $3, $4) as noted', ['00000000-0000-7000-8000-000000000001', 'weixin://x', '2026-03-16', new Date()]))
      expect(row?.noted).toBe(false)
    })
    const { rows: [held] } = await scene.owner.query(`select status, code_url from charity.charges where number = 'foreign'`)
    expect(held).toEqual({ status: 'asked', code_url: null })
    expect((await page()).orders.map(({ giftId }) => giftId)).not.toContain(foreign.id)
  })
})
