// WeChat Pay, APIv3, by its published rules: what is sent and what comes back is signed with SHA256-RSA2048, what callbacks carry is sealed with
// AEAD_AES_256_GCM.
import { createDecipheriv, createSign, createVerify, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { NotBelieved, type Callback, type CallbackContent, type ChargeRequest, type PaymentChannel } from './channel.ts'
import type { Merchant } from './merchant.ts'

/** A callback that is older, or comes from a clock that far ahead, is not believed. */
const mostSeconds = 5 * 60
/** Until then the gateway has to answer. */
const patienceMs = 8000
const tagBytes = 16
const orderPath = '/v3/pay/transactions/native'

/** WeChat Pay for one merchant: the donor scans a code. */
export function wechat(merchant: Merchant, now: () => Date): PaymentChannel {
  return {
    kind: 'wechat', isByHand: false,
    askFor: (request) => askFor(merchant, request, now),
    readCallback: (callback, at) => readCallback(merchant, callback, at),
  }
}

async function askFor(merchant: Merchant, { number, amountFen, description, expiresAt }: ChargeRequest, now: () => Date): Promise<{ codeUrl: string }> {
  const body = JSON.stringify({
    appid: merchant.appId, mchid: merchant.merchantId, description, out_trade_no: number, time_expire: expiresAt.toISOString().replace(/\.\d{3}Z$/, '+00:00'),
    notify_url: merchant.callbackUrl, amount: { total: amountFen, currency: 'CNY' },
  })
  const address = new URL(orderPath, merchant.gatewayUrl)
  const answer = await fetch(address, {
    method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(patienceMs),
    headers: {
      accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'xinhuo',
      authorization: authorizationOf(merchant, { method: 'POST', path: address.pathname + address.search, body, at: now() }),
    },
  })
  const text = await answer.text()
  mustBeSigned(merchant, { headers: Object.fromEntries(answer.headers), body: text }, now())
  if (answer.status !== 200) throw new NotBelieved('content')
  return { codeUrl: read(z.object({ code_url: z.string().min(1).max(500) }), text).code_url }
}

/** The Authorization header of a request: method, address, time, chance and body, each on a line, signed with the merchant's key. */
export function authorizationOf(merchant: Merchant, { method, path, body, at }: { method: string; path: string; body: string; at: Date }): string {
  const [timestamp, nonce] = [String(Math.floor(at.getTime() / 1000)), randomBytes(16).toString('hex')]
  const signature = createSign('RSA-SHA256').update(`${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`).sign(merchant.privateKey, 'base64')
  const parts = { mchid: merchant.merchantId, nonce_str: nonce, signature, timestamp, serial_no: merchant.serialNumber }
  return `WECHATPAY2-SHA256-RSA2048 ${Object.entries(parts).map(([name, part]) => `${name}="${part}"`).join(',')}`
}

const Sealed = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'), ciphertext: z.base64(), associated_data: z.string().default(''), nonce: z.string().length(12),
})
const Transaction = z.object({
  appid: z.string(), mchid: z.string(), out_trade_no: z.string(), transaction_id: z.string().min(1).max(32), trade_state: z.string(),
  success_time: z.iso.datetime({ offset: true }), amount: z.object({ total: z.number().int().positive(), currency: z.string().default('CNY') }),
})

function readCallback(merchant: Merchant, callback: Callback, now: Date): CallbackContent {
  const nonce = mustBeSigned(merchant, callback, now)
  const { event_type: event, resource } = read(z.object({ event_type: z.string(), resource: Sealed }), callback.body)
  if (event !== 'TRANSACTION.SUCCESS') return { nonce, isPaid: false }
  const paid = read(Transaction, unseal(merchant, resource))
  if (paid.appid !== merchant.appId || paid.mchid !== merchant.merchantId) throw new NotBelieved('merchant')
  if (paid.amount.currency !== 'CNY') throw new NotBelieved('content')
  if (paid.trade_state !== 'SUCCESS') return { nonce, isPaid: false }
  return {
    nonce, isPaid: true, number: paid.out_trade_no, transactionNumber: paid.transaction_id, amountFen: paid.amount.total, paidAt: new Date(paid.success_time),
  }
}

/** Time, chance and text, each on a line, must be signed by a key of the platform that we know; the chance. */
function mustBeSigned(merchant: Merchant, { headers, body }: Callback, now: Date): string {
  const { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-signature': signature, 'wechatpay-serial': serial } = headers
  if (timestamp === undefined || nonce === undefined || signature === undefined || serial === undefined) throw new NotBelieved('incomplete')
  if (!/^\d{1,12}$/.test(timestamp) || nonce.length === 0 || nonce.length > 128) throw new NotBelieved('incomplete')
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > mostSeconds) throw new NotBelieved('stale')
  const key = Object.hasOwn(merchant.platformKeys, serial) ? merchant.platformKeys[serial] : undefined
  if (key === undefined) throw new NotBelieved('serial')
  const isSigned = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`).verify(key, signature, 'base64')
  if (!isSigned) throw new NotBelieved('signature')
  return nonce
}

function unseal({ apiKey }: Merchant, { ciphertext, associated_data: associated, nonce }: z.infer<typeof Sealed>): string {
  const bytes = Buffer.from(ciphertext, 'base64')
  if (bytes.length <= tagBytes) throw new NotBelieved('content')
  try {
    const opened = createDecipheriv('aes-256-gcm', Buffer.from(apiKey), Buffer.from(nonce)).setAAD(Buffer.from(associated))
      .setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([opened.update(bytes.subarray(0, -tagBytes)), opened.final()]).toString('utf8')
  } catch {
    throw new NotBelieved('content')
  }
}

function read<T>(shape: z.ZodType<T>, text: string): T {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new NotBelieved('content')
  }
}
