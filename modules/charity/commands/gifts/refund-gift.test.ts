import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { asWorker, runScheduledJob } from '#platform/jobs/inline.ts'
import { bookCharges } from '../../jobs/book-charges.ts'
import { sendRefunds } from '../../jobs/send-refunds.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { getTrail } from '../../queries/trail/get-trail.ts'
import { verifyCharity } from '../../queries/verify-charity.ts'
import { openCharge } from '../charges/open-charge.ts'
import { openOnlineScene, paymentCallback, refundCallback, type CallbackChange, type Gateway, type OnlineScene } from '../steps/sample-gateway.ts'
import { correctGift } from './correct-gift.ts'
import { refundGift } from './refund-gift.ts'

describe('a gift that goes back', () => {
  let scene: OnlineScene
  let gateway: Gateway
  let server: FastifyInstance
  let donorId = ''
  beforeAll(async () => {
    scene = await openOnlineScene()
    ;({ gateway, server } = scene)
    await scene.setUp()
    donorId = (await scene.donor()).id
  })
  afterAll(() => scene.close())
  const read = (id: string) => scene.as('许会计', (context) => getGift(context, { id }))
  const refund = async (id: string, amount?: number, by: '许会计' | '何会计' = '何会计') => {
    const { version } = await read(id)
    return scene.as(by, (context) => refundGift(context, { id, version, onDay: '2026-03-16', reason: '捐赠人要求', amount }))
  }
  const send = async (call: { body: string; headers: Record<string, string> }) =>
    (await server.inject({ method: 'POST', url: '/api/charity/callbacks/wechat/990100', headers: call.headers, payload: call.body })).statusCode
  const work = () => runScheduledJob(scene, sendRefunds)
  const later = (minutes: number) => scene.clock.moveTo(new Date(scene.clock.now().getTime() + minutes * 60_000).toISOString())
  const numberOf = async (giftId: string) => String((await scene.owner.query('select number from charity.refunds where gift_id = $1 order by id desc limit 1',
    [giftId])).rows[0]?.number)
  let payments = 0
  /** A gift of a thousand yuan, paid online and in the books. */
  const paid = async () => {
    payments += 1
    const gift = await scene.draft({ donorId })
    const { number } = await scene.inSteps('金专员', (steps) => openCharge(steps, { id: gift.id, version: gift.version }))
    await send(paymentCallback(number, scene.clock.now(), { transaction: `42000009${payments}` }))
    await runScheduledJob(scene, bookCharges)
    return gift.id
  }
  const asked = (giftNumber: string) => gateway.askedFor('/v3/refund/domestic/refunds').filter((body) => body['out_refund_no'] === giftNumber)

  it('goes back in part by an entry of its own; the rest is the gift, and may go back later, each fen once', async () => {
    const gift = await scene.gift({ donorId, amount: 100_000 })
    expect(await refund(gift.id, 30_000)).toMatchObject({ status: 'confirmed', amountFen: 70_000 })
    expect((await scene.booked(gift.id)).map(({ code, fen }) => [code.slice(0, 4), fen])).toEqual([
      ['1002', 100_000], ['4101', -100_000], ['4101', 30_000], ['1002', -30_000]])
    expect((await scene.as('许会计', (context) => getTrail(context, { id: gift.id }))).amountFen).toBe(70_000)
    await expect(refund(gift.id, 70_001)).rejects.toMatchObject({ code: 'MORE_THAN_GIVEN' })
    const { version } = await read(gift.id)
    await expect(scene.as('何会计', (context) => correctGift(context, { id: gift.id, version, amount: 1, fundId: scene.books.schooling, onDay: '2026-03-16',
      reason: '录错' }))).rejects.toMatchObject({ code: 'WAS_MOVED' })
    expect(await refund(gift.id)).toMatchObject({ status: 'refunded' })
    expect((await scene.booked(gift.id)).reduce((sum, { fen, code }) => sum + (code.startsWith('1002') ? fen : 0), 0)).toBe(0)
    expect((await read(gift.id)).changes.map(({ change, amountFen }) => [change, amountFen])).toEqual([
      ['confirmed', 100_000], ['reduced', 30_000], ['refunded', 70_000]])
    expect((await read(gift.id)).refunds).toEqual([])
    await expect(refund((await scene.gift({ donorId, form: 'goods', item: '书包', quantity: 2, countedIn: '个', valueBasis: '发票' })).id, 1)).rejects
      .toMatchObject({ code: 'MORE_THAN_GIVEN' })
  })

  it('shows on its trail each part that went back with its day, to staff and to whoever has the code, and that nothing is left', async () => {
    const gift = await scene.gift({ donorId, amount: 100_000 })
    const goBack = async (onDay: string, amount?: number) => {
      const { version } = await read(gift.id)
      await scene.as('何会计', (context) => refundGift(context, { id: gift.id, version, onDay, reason: '家中急用', amount }))
    }
    const trail = () => scene.as('许会计', (context) => getTrail(context, { id: gift.id }))
    expect(await trail()).toMatchObject({ givenFen: 100_000, amountFen: 100_000, refunds: [] })
    await goBack('2026-03-15', 30_000)
    expect(await trail()).toMatchObject({
      isRefunded: false, givenFen: 100_000, amountFen: 70_000, refunds: [{ onDay: '2026-03-15', amountFen: 30_000 }], funds: [{ leftFen: 70_000 }],
    })
    await goBack('2026-03-16')
    const whole = {
      isRefunded: true, givenFen: 100_000, amountFen: 0, funds: [],
      refunds: [{ onDay: '2026-03-15', amountFen: 30_000 }, { onDay: '2026-03-16', amountFen: 70_000 }],
    }
    expect(await trail()).toMatchObject(whole)
    const { traceCode } = await read(gift.id)
    const answer = await server.inject({ method: 'POST', url: '/api/trace', payload: { code: traceCode } })
    expect(answer.json()).toMatchObject(whole)
    // Why it went back is nobody's business.
    expect(answer.body).not.toMatch(/家中急用|何会计/)
  })

  it('goes back the way it was paid, asked of the gateway once by one number though the job runs again', async () => {
    const id = await paid()
    await refund(id)
    expect((await read(id)).refunds).toMatchObject([{ status: 'wanted', amountFen: 100_000 }])
    await Promise.all([work(), work()])
    await work()
    const number = await numberOf(id)
    expect(asked(number)).toMatchObject([{ amount: { refund: 100_000, total: 100_000, currency: 'CNY' }, reason: '退赠' }])
    expect((await read(id)).refunds).toMatchObject([{ status: 'done', obstacle: null, returnedAt: '2026-03-17T01:00:00.000Z' }])
    expect(await scene.audits('refund.wanted', id)).toBe(1)
  })

  it('goes back in parts, never more than was paid', async () => {
    const id = await paid()
    await refund(id, 25_000)
    await refund(id, 25_000)
    await refund(id)
    await work()
    expect((await read(id)).refunds.map(({ amountFen, status }) => [amountFen, status])).toEqual([[25_000, 'done'], [25_000, 'done'], [50_000, 'done']])
  })

  it('is on its way until the callback says that it came, once; one that is not ours changes nothing', async () => {
    gateway.refunding = 'PROCESSING'
    const id = await paid()
    await refund(id, 40_000)
    await work()
    const number = await numberOf(id)
    expect((await read(id)).refunds).toMatchObject([{ status: 'asked' }])
    const call = (change: CallbackChange & { amount?: number; status?: string } = {}) =>
      refundCallback(number, scene.clock.now(), { amount: 40_000, status: 'SUCCESS', ...change })
    expect(await send(call({ amount: 39_999 }))).toBe(422)
    expect(await send(call({ merchant: '1900000002' }))).toBe(401)
    expect(await send(call({ opensWith: 'b'.repeat(32) }))).toBe(400)
    expect((await read(id)).refunds).toMatchObject([{ status: 'asked' }])
    const good = call()
    expect(await Promise.all([send(good), send(good)]).then((codes) => codes.sort())).toEqual([204, 409])
    expect(await send(call())).toBe(204)
    // Neither does a late word that it failed undo what came.
    expect(await send(call({ status: 'CLOSED' }))).toBe(204)
    expect((await read(id)).refunds).toMatchObject([{ status: 'done' }])
  })

  it('is asked after where the callback was lost', async () => {
    const id = await paid()
    await refund(id)
    await work()
    const number = await numberOf(id)
    gateway.refunds.set(number, { ...gateway.refunds.get(number), status: 'SUCCESS' })
    await work()
    expect((await read(id)).refunds).toMatchObject([{ status: 'asked' }])
    later(6)
    await work()
    expect((await read(id)).refunds).toMatchObject([{ status: 'done' }])
    expect(asked(number)).toHaveLength(1)
    gateway.refunding = 'SUCCESS'
  })

  it('waits while the merchant has too little money, and is tried again by the same number', async () => {
    const id = await paid()
    await refund(id)
    gateway.refunding = 'NOT_ENOUGH'
    await work()
    expect((await read(id)).refunds).toMatchObject([{ status: 'wanted', obstacle: 'NOT_ENOUGH' }])
    gateway.refunding = 'SUCCESS'
    await work()
    expect((await read(id)).refunds).toMatchObject([{ status: 'wanted' }])
    later(6)
    await work()
    expect((await read(id)).refunds).toMatchObject([{ status: 'done', obstacle: null }])
    expect(asked(await numberOf(id))).toHaveLength(2)
  })

  it('says that it failed where it cannot go back that way, and the accountants are told once', async () => {
    const id = await paid()
    await refund(id)
    gateway.refunding = 'INVALID_REQUEST'
    await work()
    expect((await read(id)).refunds).toMatchObject([{ status: 'failed', obstacle: 'INVALID_REQUEST' }])
    await work()
    await work()
    gateway.refunding = 'SUCCESS'
    const { rows } = await scene.owner.query(`select a.sign_in_name from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_id = $1 order by 1`, [id])
    expect(rows.map(({ sign_in_name: name }) => name)).toEqual(['he', 'xu'])
  })

  it('leaves everything in order', async () => {
    expect(await asWorker(scene, (run) => run(async (context) => (await verifyCharity(context)).broken))).toEqual([])
  })
})
