// For tests: WeChat Pay on loopback, under keys of our own. It judges our signature as the real one does and signs what it answers.
import {
  createCipheriv, createHash, createPrivateKey, createPublicKey, createSign, createVerify, generateKeyPairSync, randomBytes, randomUUID,
} from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { merchantFile } from '../../exchange/channels/merchant.ts'
import { openGiftScene, type GiftScene } from './sample-gifts.ts'

/** A pair of keys. */
export const makeKeys = () => generateKeyPairSync('rsa', {
  modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
/** The keys of the merchant, of the platform, and of somebody else. */
export const [merchantKeys, platformKeys, strangerKeys] = [makeKeys(), makeKeys(), makeKeys()]
/** The APIv3 key. */
export const apiKey = 'a'.repeat(32)
/** Serial number of the platform's key. */
export const serial = 'PLATFORM1'
/** A text, signed. */
export const sign = (text: string, key = platformKeys.privateKey) => createSign('RSA-SHA256').update(text).sign(key, 'base64')

/** Something sealed as WeChat seals it. */
export function sealAs(text: string, { about, key = apiKey }: { about: string; key?: string | undefined }) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
  return { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: about, nonce }
}

/** A request as the gateway saw it. */
export type Seen = { method: string; path: string; body: Record<string, unknown> }
type Reply = { status: number; body?: object }
/** The gateway; what it answers is changed by the test. */
export type Gateway = {
  url: string
  seen: Seen[]
  answer: 'good' | 'unsigned' | 'refuses'
  /** Under which serial number and key it signs. */
  signs: { serial: string; privateKey: string }
  /** How orders stand, by their number; unpaid ones are NOTPAY. */
  orders: Map<string, Record<string, unknown>>
  /** What it says of a refund, or the code by which it declines. */
  refunding: string
  refunds: Map<string, Record<string, unknown>>
  certificates: object[]
  /** It answers only once this has come. */
  held: Promise<void>
  pay(number: string, transaction: string): void
  /** The bodies of what was asked under a path. */
  askedFor(path: string): Record<string, unknown>[]
  close(): Promise<void>
}

/** Opens the gateway. */
async function openGateway(now: () => Date): Promise<Gateway> {
  const gateway: Gateway = {
    url: '', seen: [], answer: 'good', signs: { serial, privateKey: platformKeys.privateKey }, orders: new Map(), refunding: 'SUCCESS', refunds: new Map(),
    certificates: [], held: Promise.resolve(),
    pay: (number, transaction) => { gateway.orders.set(number, { ...gateway.orders.get(number), ...paidBy(transaction) }) },
    askedFor: (under) => gateway.seen.filter(({ path: asked }) => asked === under).map(({ body }) => body),
    close: () => new Promise<void>((resolve) => { server.close(() => resolve()) }),
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const [text, url, method] = [Buffer.concat(chunks).toString(), request.url ?? '', request.method ?? '']
      const isGood = isOurs({ text, url, method, header: request.headers.authorization ?? '' }) && gateway.answer !== 'refuses'
      const seen = { method, path: url.split('?')[0] ?? '', body: text === '' ? {} : JSON.parse(text) as Record<string, unknown> }
      gateway.seen.push(seen)
      const { status, body } = isGood ? replyTo(gateway, seen) : { status: 401, body: { code: 'SIGN_ERROR' } }
      const answer = body === undefined ? '' : JSON.stringify(body)
      const [timestamp, nonce] = [String(Math.floor(now().getTime() / 1000)), randomUUID()]
      void gateway.held.then(() => response.writeHead(status, {
        'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-serial': gateway.signs.serial,
        'wechatpay-signature': sign(`${timestamp}\n${nonce}\n${gateway.answer === 'unsigned' ? 'other' : answer}\n`, gateway.signs.privateKey),
      }).end(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  gateway.url = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`
  return gateway
}

function isOurs({ text, url, method, header }: { text: string; url: string; method: string; header: string }): boolean {
  const parts = Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, part]) => [name ?? '', part ?? '']))
  const isSigned = createVerify('RSA-SHA256').update(`${method}\n${url}\n${parts['timestamp'] ?? ''}\n${parts['nonce_str'] ?? ''}\n${text}\n`)
    .verify(merchantKeys.publicKey, parts['signature'] ?? '', 'base64')
  return isSigned && parts['mchid'] === '1900000001' && parts['serial_no'] === 'MERCHANT1'
}

const paidBy = (transaction: string) => ({ trade_state: 'SUCCESS', transaction_id: transaction, success_time: '2026-03-16T00:30:00+08:00' })
const [orders, refunds] = ['/v3/pay/transactions', '/v3/refund/domestic/refunds']

function replyTo(gateway: Gateway, { method, path: asked, body }: Seen): Reply {
  if (asked === `${orders}/native`) {
    gateway.orders.set(String(body['out_trade_no']), { appid: body['appid'], mchid: body['mchid'], out_trade_no: body['out_trade_no'], trade_state: 'NOTPAY',
      amount: body['amount'] })
    return { status: 200, body: { code_url: 'weixin://wxpay/bizpayurl?pr=test' } }
  }
  if (asked === '/v3/certificates') return { status: 200, body: { data: gateway.certificates } }
  if (asked.startsWith(refunds)) return replyOfRefund(gateway, { method, path: asked, body })
  const number = asked.slice(`${orders}/out-trade-no/`.length).replace('/close', '')
  const order = gateway.orders.get(number)
  if (order === undefined) return { status: 404, body: { code: 'ORDER_NOT_EXIST' } }
  if (method === 'GET') return { status: 200, body: order }
  if (order['trade_state'] !== 'NOTPAY') return { status: 400, body: { code: 'ORDER_PAID' } }
  gateway.orders.set(number, { ...order, trade_state: 'CLOSED' })
  return { status: 204 }
}

function replyOfRefund(gateway: Gateway, { method, path: asked, body }: Seen): Reply {
  const number = method === 'GET' ? asked.slice(refunds.length + 1) : String(body['out_refund_no'])
  const known = gateway.refunds.get(number)
  if (known !== undefined) return { status: 200, body: known }
  if (method === 'GET') return { status: 404, body: { code: 'RESOURCE_NOT_EXISTS' } }
  if (!['SUCCESS', 'PROCESSING', 'ABNORMAL'].includes(gateway.refunding)) return { status: 403, body: { code: gateway.refunding } }
  const made = { ...refundSaid(number, body['amount'] as { refund: number }), status: gateway.refunding }
  gateway.refunds.set(number, made)
  return { status: 200, body: made }
}

const refundSaid = (number: string, amount: { refund: number }) => ({ refund_id: `50${number.slice(0, 20)}`, out_refund_no: number, amount,
  success_time: '2026-03-17T09:00:00+08:00' })

/** A scene of giving with its server, beside a gateway; the city has no merchant until `setUp`. */
export type OnlineScene = GiftScene & { gateway: Gateway; server: FastifyInstance; setUp(): Promise<void> }

/** Opens the scene; close it like a test city. */
export async function openOnlineScene(): Promise<OnlineScene> {
  const scene = await openGiftScene()
  const [server, gateway] = [await scene.serve(), await openGateway(() => scene.clock.now())]
  const close = async () => { await gateway.close(); await server.close(); await scene.close() }
  return { ...scene, gateway, server, setUp: () => setUpMerchant(scene, gateway), close }
}

/** Sets the merchant up, in the books of the scene. */
async function setUpMerchant(scene: GiftScene, gateway: Gateway): Promise<void> {
  const file = merchantFile({ dataFolder: scene.ground.installation.dataFolder, cityId: scene.cityId })
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify({
    appId: 'wx0000000000000001', merchantId: '1900000001', serialNumber: 'MERCHANT1', privateKey: merchantKeys.privateKey, apiKey,
    platformKeys: { [serial]: platformKeys.publicKey }, gatewayUrl: gateway.url, callbackUrl: 'https://xinhuo.example/api/charity/callbacks/wechat/990100',
    bookId: scene.books.bookId, accountId: scene.books.account('1002'),
  }))
}

/** What may be wrong with a callback. */
export type CallbackChange = {
  amount?: number; transaction?: string; state?: string; merchant?: string; seconds?: number; serial?: string; key?: string; currency?: string
  opensWith?: string
}

/** A callback of a payment as WeChat sends it, now or so many seconds from now. */
export function paymentCallback(number: string, now: Date, change: CallbackChange = {}) {
  const { amount = 100_000, transaction = '4200000001', state = 'SUCCESS', merchant = '1900000001' } = change
  return callbackOf('TRANSACTION.SUCCESS', { appid: 'wx0000000000000001', mchid: merchant, out_trade_no: number, ...paidBy(transaction), trade_state: state,
    amount: { total: amount, payer_total: amount, currency: change.currency ?? 'CNY' } }, now, change)
}

/** A callback of a refund. */
export function refundCallback(number: string, now: Date, { amount, status, ...change }: CallbackChange & { amount: number; status: string }) {
  return callbackOf(`REFUND.${status}`, { mchid: change.merchant ?? '1900000001', out_trade_no: 'x', ...refundSaid(number, { refund: amount }),
    refund_status: status }, now, change)
}

function callbackOf(event: string, said: object, now: Date, { seconds = 0, ...by }: CallbackChange) {
  const about = event.startsWith('REFUND') ? 'refund' : 'transaction'
  const resource = { original_type: about, ...sealAs(JSON.stringify(said), { about, key: by.opensWith }) }
  const body = JSON.stringify({ id: randomUUID(), event_type: event, resource_type: 'encrypt-resource', summary: '通知', resource })
  const [timestamp, chance] = [String(Math.floor(now.getTime() / 1000) + seconds), randomUUID()]
  return { body, headers: { 'content-type': 'application/json', 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': chance,
    'wechatpay-serial': by.serial ?? serial, 'wechatpay-signature': sign(`${timestamp}\n${chance}\n${body}\n`, by.key) } }
}

/** A certificate of a key, signed by itself, as the list of the platform carries it: sealed under the APIv3 key. */
export function certificateOf(keys: { publicKey: string; privateKey: string }, { number, until }: { number: string; until: Date }) {
  const pem = makeCertificate(keys, { number, until })
  return { serial_no: number, effective_time: '2026-01-01T00:00:00+08:00', expire_time: until.toISOString(),
    encrypt_certificate: sealAs(pem, { about: 'certificate' }) }
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const timeOf = (at: Date) => der(0x18, Buffer.from(at.toISOString().replaceAll(/[-:T]|\.\d{3}/g, '')))

function makeCertificate({ publicKey, privateKey }: { publicKey: string; privateKey: string }, { number, until }: { number: string; until: Date }): string {
  const algorithm = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'))
  const name = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('sample platform')))))
  const body = der(0x30, der(0xa0, Buffer.from('020102', 'hex')), der(0x02, Buffer.from(number, 'hex')), algorithm, name,
    der(0x30, timeOf(new Date('2026-01-01T00:00:00Z')), timeOf(until)), name, createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
  const signature = createSign('RSA-SHA256').update(body).sign(createPrivateKey(privateKey))
  const whole = der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature))
  return `-----BEGIN CERTIFICATE-----\n${(whole.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`
}

/** A serial number as the platform gives them: 40 figures and letters, the first no sign. */
export const newSerial = (): string => `5${createHash('sha1').update(randomBytes(8)).digest('hex').slice(1)}`.toUpperCase()
