import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker, runScheduledJob } from '#platform/jobs/inline.ts'
import type { Charge } from '../../contract.ts'
import { bookCharges } from '../../jobs/book-charges.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { listPayChannels } from '../../queries/charges/list-pay-channels.ts'
import { verifyCharity } from '../../queries/verify-charity.ts'
import { confirmGift } from '../gifts/confirm-gift.ts'
import { discardGift } from '../gifts/discard-gift.ts'
import { openOnlineScene, paymentCallback, strangerKeys, type CallbackChange, type Gateway, type OnlineScene } from '../steps/sample-gateway.ts'
import type { GiftScene } from '../steps/sample-gifts.ts'
import { openCharge } from './open-charge.ts'

describe('paying a gift online', () => {
  let scene: OnlineScene
  let server: FastifyInstance
  let gateway: Gateway
  beforeAll(async () => {
    scene = await openOnlineScene()
    ;({ gateway, server } = scene)
  })
  afterAll(() => scene.close())

  let donorId: string | undefined
  /** Drafts of one donor. */
  const draft = async (change: Parameters<GiftScene['draft']>[0] = {}) => {
    donorId ??= (await scene.donor()).id
    return scene.draft({ donorId, ...change })
  }
  const open = ({ id, version }: { id: string; version: number }): Promise<Charge> => scene.inSteps('金专员', (steps) => openCharge(steps, { id, version }))
  const read = (id: string) => scene.as('许会计', (context) => getGift(context, { id }))
  const orders = () => gateway.askedFor('/v3/pay/transactions/native')
  const book = () => runScheduledJob(scene, bookCharges)
  const setUp = () => scene.setUp()
  const callback = (number: string, change?: CallbackChange) => paymentCallback(number, scene.clock.now(), change)
  const send = async (call: { body: string; headers: Record<string, string> }, city = '990100') => {
    const url = `/api/charity/callbacks/wechat/${city}`
    const { statusCode, body } = await server.inject({ method: 'POST', url, headers: call.headers, payload: call.body })
    return { status: statusCode, ...(body === '' ? {} : JSON.parse(body) as { code: string; message: string }) }
  }

  it('is not possible where no merchant is set up, and the page learns so', async () => {
    await expect(open(await draft())).rejects.toMatchObject({ code: 'ONLINE_NOT_SET_UP' })
    expect(await scene.as('金专员', listPayChannels)).toEqual({
      items: [{ kind: 'bank', isByHand: true }, { kind: 'cash', isByHand: true }], bankTransfer: null,
    })
    expect(await send(callback('x'))).toMatchObject({ status: 404, code: 'FAIL' })
  })

  it('asks the gateway by its rules, once for as long as the charge is live', async () => {
    await setUp()
    const gift = await draft()
    const charge = await open(gift)
    expect(charge).toMatchObject({ status: 'open', amountFen: 100_000, codeUrl: 'weixin://wxpay/bizpayurl?pr=test' })
    expect(orders().at(-1)).toMatchObject({ mchid: '1900000001', out_trade_no: charge.number, amount: { total: 100_000, currency: 'CNY' } })
    expect(charge.number).toMatch(/^[0-9a-f]{32}$/)
    // Half an hour to pay.
    expect(new Date(charge.expiresAt).getTime() - scene.clock.now().getTime()).toBe(30 * 60_000)
    expect((await open(gift)).number).toBe(charge.number)
    expect(orders()).toHaveLength(1)
    await expect(scene.as('金专员', (context) => discardGift(context, gift))).rejects.toMatchObject({ code: 'CHARGE_LIVE' })
    await expect(scene.as('许会计', (context) => confirmGift(context, { id: gift.id, version: gift.version, receivedOn: '2026-03-10', channel: 'bank',
      accountId: scene.books.account('1002'), bankReference: 'HD1' }))).rejects.toMatchObject({ code: 'CHARGE_LIVE' })
  })

  it('shows no code when the gateway refuses or is not believed, and keeps nothing', async () => {
    for (const answer of ['unsigned', 'refuses'] as const) {
      gateway.answer = answer
      const gift = await draft()
      await expect(open(gift)).rejects.toMatchObject({ code: 'GATEWAY_SILENT' })
      expect((await read(gift.id)).charge).toBeNull()
    }
    gateway.answer = 'good'
    const goods = await draft({ form: 'goods', item: '书包', quantity: 10, countedIn: '个', valueBasis: '发票' })
    await expect(open(goods)).rejects.toMatchObject({ code: 'NOT_MONEY' })
  })

  it('becomes a gift exactly once, though the callback comes ten times at once, signed anew or the very same', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(callback(number))))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 204))
    await Promise.all([book(), book()])
    await book()
    const paid = await read(gift.id)
    expect(paid).toMatchObject({ status: 'confirmed', receivedOn: '2026-03-16', channel: 'wechat', bankReference: '4200000001', confirmedName: '微信支付',
      charge: { status: 'booked', obstacle: null } })
    expect(paid.changes).toHaveLength(1)
    expect((await scene.booked(gift.id)).map(({ code, fen }) => [code.slice(0, 4), fen])).toEqual([['1002', 100_000], ['4101', -100_000]])
    const other = await draft()
    const same = callback((await open(other)).number, { transaction: '4200000002' })
    const replayed = await Promise.all(Array.from({ length: 10 }, () => send(same)))
    expect(replayed.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(replayed.filter(({ status }) => status === 409)).toHaveLength(9)
    await book()
    expect((await scene.booked(other.id))).toHaveLength(2)
  })

  it.each<[string, CallbackChange, number, string]>([
    ['older than five minutes', { seconds: -301 }, 401, '五分钟'],
    ['from a clock that is more than five minutes ahead', { seconds: 301 }, 401, '五分钟'],
    ['signed under a serial number we do not know', { serial: 'OTHER' }, 401, '序列号'],
    ['that names a property of objects as its serial number', { serial: 'constructor' }, 401, '序列号'],
    ['signed by a stranger', { key: strangerKeys.privateKey }, 401, '验签'],
    ['sealed with another key', { opensWith: 'b'.repeat(32) }, 400, '解密'],
    ['for another merchant', { merchant: '1900000002' }, 401, '商户'],
    ['for another amount', { amount: 99_999 }, 422, '金额'],
    ['in another currency', { currency: 'USD' }, 400, '解密'],
  ])('refuses a callback %s', async (_name, change, status, message) => {
    const gift = await draft()
    const { number } = await open(gift)
    const answer = await send(callback(number, { transaction: randomBytes(5).toString('hex'), ...change }))
    expect(answer).toMatchObject({ status, code: 'FAIL' })
    expect(answer).toHaveProperty('message', expect.stringContaining(message))
    await book()
    expect((await read(gift.id)).status).toBe('draft')
  })

  it('refuses a callback whose text was changed, that lacks a header, or that names no charge of ours', async () => {
    const gift = await draft()
    const call = callback((await open(gift)).number, { transaction: '4200000009' })
    expect(await send({ ...call, body: `${call.body} ` })).toMatchObject({ status: 401, code: 'FAIL' })
    for (const name of ['timestamp', 'nonce', 'signature', 'serial']) {
      const headers: Record<string, string> = { ...call.headers }
      delete headers[`wechatpay-${name}`]
      expect(await send({ ...call, headers })).toMatchObject({ status: 401, code: 'FAIL' })
    }
    expect(await send(callback('0'.repeat(32)))).toMatchObject({ status: 422, code: 'FAIL' })
    expect(await send(callback('0'.repeat(32)), '510100')).toMatchObject({ status: 404 })
    expect(await send(call)).toEqual({ status: 204 })
  })

  it('is agreed to without a booking while it was not paid, and refused when a second payment claims the same charge', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    expect(await send(callback(number, { state: 'NOTPAY', transaction: '4200000020' }))).toEqual({ status: 204 })
    expect((await read(gift.id)).charge).toMatchObject({ status: 'open' })
    expect(await send(callback(number, { transaction: '4200000021' }))).toEqual({ status: 204 })
    expect(await send(callback(number, { transaction: '4200000022' }))).toMatchObject({ status: 422 })
  })

  it('says why it is paid and not in the books, and follows as soon as it can', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    expect(await send(callback(number, { transaction: '4200000030' }))).toEqual({ status: 204 })
    await scene.owner.query(`update ledger.funds set status = 'closed' where id = $1`, [scene.books.schooling])
    await book()
    expect((await read(gift.id))).toMatchObject({ status: 'draft', charge: { status: 'paid', obstacle: 'FUND_NOT_OPEN' }, may: { confirm: false } })
    await scene.owner.query(`update ledger.funds set status = 'open' where id = $1`, [scene.books.schooling])
    await book()
    expect(await read(gift.id)).toMatchObject({ status: 'confirmed', charge: { status: 'booked', obstacle: null } })
  })

  it('is one gift for one payment, which is looked at each night', async () => {
    const broken = () => asWorker(scene, (run) => run(async (context) => (await verifyCharity(context)).broken.map(({ name }) => name)))
    expect(await broken()).toEqual([])
    const { rows: [{ id }] } = await scene.owner.query(`select id from charity.charges where status = 'booked' limit 1`)
    await scene.owner.query(`update charity.charges set transaction_number = 'other' where id = $1`, [id])
    expect(await broken()).toEqual(['charge-became-its-gift'])
  })

  it('may be asked for again when nobody paid in time', async () => {
    const gift = await draft()
    const first = await open(gift)
    scene.clock.moveTo('2026-03-17T10:00:00+08:00')
    expect((await scene.as('金专员', (context) => getGift(context, { id: gift.id }))).may).toMatchObject({ update: true, charge: true })
    expect((await open(gift)).number).not.toBe(first.number)
  })
})
