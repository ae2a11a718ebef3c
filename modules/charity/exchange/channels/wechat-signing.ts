// How WeChat Pay signs and seals, APIv3: what is sent and what comes back is signed with SHA256-RSA2048, what callbacks and lists of certificates carry is
// sealed with AEAD_AES_256_GCM under the APIv3 key.
import { createDecipheriv, createSign, createVerify, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { NotBelieved, type Callback } from './channel.ts'
import type { Merchant } from './merchant.ts'

/** A callback that is older, or comes from a clock that far ahead, is not believed. */
const mostSeconds = 5 * 60
/** Until then the gateway has to answer. */
const patienceMs = 8000
const tagBytes = 16

/** What is sent to the gateway; without a body it is a question. */
export type Asked = { method: 'GET' | 'POST'; path: string; body?: unknown }
/** An answer of the gateway, as it came. */
export type Answer = Callback & { status: number }

/** Sends one request to the gateway, signed; its answer is not judged yet. */
export async function ask(merchant: Merchant, { method, path, body }: Asked, now: () => Date): Promise<Answer> {
  const [address, text] = [new URL(path, merchant.gatewayUrl), body === undefined ? '' : JSON.stringify(body)]
  const answer = await fetch(address, {
    method, redirect: 'error', signal: AbortSignal.timeout(patienceMs), ...(body === undefined ? {} : { body: text }),
    headers: {
      accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'xinhuo',
      authorization: authorizationOf(merchant, { method, path: address.pathname + address.search, body: text, at: now() }),
    },
  })
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
}

/** The Authorization header of a request: method, address, time, chance and body, each on a line, signed with the merchant's key. */
function authorizationOf(merchant: Merchant, { method, path, body, at }: { method: string; path: string; body: string; at: Date }): string {
  const [timestamp, nonce] = [String(Math.floor(at.getTime() / 1000)), randomBytes(16).toString('hex')]
  const signature = createSign('RSA-SHA256').update(`${method}\n${path}\n${timestamp}\n${nonce}\n${body}\n`).sign(merchant.privateKey, 'base64')
  const parts = { mchid: merchant.merchantId, nonce_str: nonce, signature, timestamp, serial_no: merchant.serialNumber }
  return `WECHATPAY2-SHA256-RSA2048 ${Object.entries(parts).map(([name, part]) => `${name}="${part}"`).join(',')}`
}

/** Time, chance and text, each on a line, must be signed by one of these keys of the platform; the chance. */
export function mustBeSigned(keys: Readonly<Record<string, string>>, { headers, body }: Callback, now: Date): string {
  const { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-signature': signature, 'wechatpay-serial': serial } = headers
  if (timestamp === undefined || nonce === undefined || signature === undefined || serial === undefined) throw new NotBelieved('incomplete')
  if (!/^\d{1,12}$/.test(timestamp) || nonce.length === 0 || nonce.length > 128) throw new NotBelieved('incomplete')
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > mostSeconds) throw new NotBelieved('stale')
  const key = Object.hasOwn(keys, serial) ? keys[serial] : undefined
  if (key === undefined) throw new NotBelieved('serial')
  const isSigned = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n${body}\n`).verify(key, signature, 'base64')
  if (!isSigned) throw new NotBelieved('signature')
  return nonce
}

/** Something sealed under the APIv3 key. */
export const Sealed = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'), ciphertext: z.base64(), associated_data: z.string().default(''), nonce: z.string().length(12),
})

/** Opens what was sealed under the APIv3 key. */
export function unseal({ apiKey }: Pick<Merchant, 'apiKey'>, { ciphertext, associated_data: associated, nonce }: z.infer<typeof Sealed>): string {
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

/** A text of the gateway in the shape it must have. */
export function readAs<T>(shape: z.ZodType<T>, text: string): T {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new NotBelieved('content')
  }
}
