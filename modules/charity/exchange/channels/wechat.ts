// WeChat Pay, APIv3, by its published rules: orders by code, questions after them, closing, refunds, and callbacks of both.
import { z } from 'zod'
import {
  Declined, NotBelieved, type Callback, type CallbackContent, type ChargeNews, type ChargeRequest, type OnlineChannel, type Payment, type RefundNews,
  type RefundRequest,
} from './channel.ts'
import type { Merchant } from './merchant.ts'
import { ask, mustBeSigned, readAs, Sealed, unseal, type Answer, type Asked } from './wechat-signing.ts'

const orders = '/v3/pay/transactions'
const refunds = '/v3/refund/domestic/refunds'

/** WeChat Pay for one merchant: the donor scans a code. */
export function wechat(merchant: Merchant, now: () => Date): OnlineChannel {
  const send = (asked: Asked) => askBelieved(merchant, asked, now)
  return {
    kind: 'wechat', isByHand: false,
    askFor: (request) => askFor(merchant, request, send),
    findPayment: (number) => findPayment(merchant, number, send),
    close: async (number) => {
      const answer = await send({ method: 'POST', path: `${orders}/out-trade-no/${number}/close`, body: { mchid: merchant.merchantId } })
      if (answer.status !== 204) throw new Declined(codeOf(answer))
    },
    payBack: (request) => payBack(merchant, request, send),
    findRefund: async (number) => {
      const answer = await send({ method: 'GET', path: `${refunds}/${number}` })
      return answer.status === 404 ? undefined : readRefund(answer)
    },
    readCallback: (callback, at) => readCallback(merchant, callback, at),
  }
}

type Believed = Answer & { nonce: string }
type Send = (asked: Asked) => Promise<Believed>

/** Whatever the gateway answers, also a refusal, is signed by a key of the platform that we know, or not believed. */
async function askBelieved(merchant: Merchant, asked: Asked, now: () => Date): Promise<Believed> {
  const answer = await ask(merchant, asked, now)
  return { ...answer, nonce: mustBeSigned(merchant.platformKeys, answer, now()) }
}

const codeOf = ({ body }: Answer): string => readAs(z.object({ code: z.string().max(60) }), body === '' ? '{}' : body).code

async function askFor(merchant: Merchant, { number, amountFen, description, expiresAt }: ChargeRequest, send: Send): Promise<{ codeUrl: string }> {
  const answer = await send({ method: 'POST', path: `${orders}/native`, body: {
    appid: merchant.appId, mchid: merchant.merchantId, description, out_trade_no: number, time_expire: expiresAt.toISOString().replace(/\.\d{3}Z$/, '+00:00'),
    notify_url: merchant.callbackUrl, amount: { total: amountFen, currency: 'CNY' },
  } })
  if (answer.status !== 200) throw new Declined(codeOf(answer))
  return { codeUrl: readAs(z.object({ code_url: z.string().min(1).max(500) }), answer.body).code_url }
}

const Standing = z.object({ appid: z.string(), mchid: z.string(), out_trade_no: z.string(), trade_state: z.string() })
const Paid = Standing.extend({
  transaction_id: z.string().min(1).max(32), success_time: z.iso.datetime({ offset: true }),
  amount: z.object({ total: z.number().int().positive(), currency: z.string().default('CNY') }),
})
/** Paid, also where some of it went back since. */
const paidStates = ['SUCCESS', 'REFUND']

async function findPayment(merchant: Merchant, number: string, send: Send): Promise<ChargeNews> {
  const answer = await send({ method: 'GET', path: `${orders}/out-trade-no/${number}?mchid=${encodeURIComponent(merchant.merchantId)}` })
  if (answer.status === 404) return { state: 'over' }
  if (answer.status !== 200) throw new Declined(codeOf(answer))
  const { out_trade_no: named, trade_state: state } = readAs(Standing, answer.body)
  if (named !== number) throw new NotBelieved('content')
  if (paidStates.includes(state)) return { state: 'paid', payment: paymentOf(merchant, answer.body, answer.nonce) }
  return { state: state === 'NOTPAY' || state === 'USERPAYING' ? 'unpaid' : 'over' }
}

/** A transaction of our merchant that was paid in yuan. */
function paymentOf(merchant: Merchant, text: string, nonce: string): Payment {
  const paid = readAs(Paid, text)
  if (paid.appid !== merchant.appId || paid.mchid !== merchant.merchantId) throw new NotBelieved('merchant')
  if (paid.amount.currency !== 'CNY') throw new NotBelieved('content')
  return { nonce, number: paid.out_trade_no, transactionNumber: paid.transaction_id, amountFen: paid.amount.total, paidAt: new Date(paid.success_time) }
}

const Returned = z.object({
  out_refund_no: z.string(), refund_id: z.string().min(1).max(64), success_time: z.iso.datetime({ offset: true }).optional(),
  amount: z.object({ refund: z.number().int().positive() }),
})
const standings: Readonly<Record<string, RefundNews['status']>> = { SUCCESS: 'done', PROCESSING: 'asked', ABNORMAL: 'failed', CLOSED: 'failed' }

async function payBack(merchant: Merchant, { number, chargeNumber, amountFen, totalFen }: RefundRequest, send: Send): Promise<RefundNews> {
  return readRefund(await send({ method: 'POST', path: refunds, body: {
    out_trade_no: chargeNumber, out_refund_no: number, reason: '退赠', notify_url: merchant.callbackUrl,
    amount: { refund: amountFen, total: totalFen, currency: 'CNY' },
  } }))
}

function readRefund(answer: Believed): RefundNews {
  if (answer.status !== 200) throw new Declined(codeOf(answer))
  return refundOf(readAs(Returned.extend({ status: z.string() }), answer.body), answer.nonce)
}

function refundOf(said: z.infer<typeof Returned> & { status: string }, nonce: string): RefundNews {
  const status = Object.hasOwn(standings, said.status) ? standings[said.status] : undefined
  if (status === undefined || (status === 'done' && said.success_time === undefined)) throw new NotBelieved('content')
  return {
    nonce, number: said.out_refund_no, channelNumber: said.refund_id, amountFen: said.amount.refund, status,
    at: said.success_time === undefined ? null : new Date(said.success_time),
  }
}

function readCallback(merchant: Merchant, callback: Callback, now: Date): CallbackContent {
  const nonce = mustBeSigned(merchant.platformKeys, callback, now)
  const { event_type: event, resource } = readAs(z.object({ event_type: z.string(), resource: Sealed }), callback.body)
  if (event.startsWith('REFUND.')) {
    const said = readAs(Returned.extend({ mchid: z.string(), refund_status: z.string() }), unseal(merchant, resource))
    if (said.mchid !== merchant.merchantId) throw new NotBelieved('merchant')
    return { refund: refundOf({ ...said, status: said.refund_status }, nonce) }
  }
  if (event !== 'TRANSACTION.SUCCESS') return { nothing: true }
  const text = unseal(merchant, resource)
  const payment = paymentOf(merchant, text, nonce)
  return readAs(Standing, text).trade_state === 'SUCCESS' ? { payment } : { nothing: true }
}
