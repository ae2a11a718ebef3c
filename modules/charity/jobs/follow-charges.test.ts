import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { asWorker, runScheduledJob } from '#platform/jobs/inline.ts'
import { openCharge } from '../commands/charges/open-charge.ts'
import {
  certificateOf, makeKeys, newSerial, openOnlineScene, paymentCallback, platformKeys, serial, sign, type Gateway, type OnlineScene,
} from '../commands/steps/sample-gateway.ts'
import { findMerchant, keysFile } from '../exchange/channels/merchant.ts'
import { getGift } from '../queries/gifts/get-gift.ts'
import { verifyCharity } from '../queries/verify-charity.ts'
import { bookCharges } from './book-charges.ts'
import { followCharges } from './follow-charges.ts'
import { renewKeysOfPlatform } from './renew-platform-keys.ts'

describe('a charge of which nothing is heard', () => {
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
  const draft = () => scene.draft({ donorId })
  const open = (gift: { id: string; version: number }) => scene.inSteps('金专员', (steps) => openCharge(steps, { id: gift.id, version: gift.version }))
  const read = (id: string) => scene.as('许会计', (context) => getGift(context, { id }))
  const follow = () => runScheduledJob(scene, followCharges)
  const later = (minutes: number) => scene.clock.moveTo(new Date(scene.clock.now().getTime() + minutes * 60_000).toISOString())
  const questions = (number: string) => gateway.seen.filter(({ method, path }) => method === 'GET' && path.endsWith(number)).length
  const send = async (call: { body: string; headers: Record<string, string> }) =>
    (await server.inject({ method: 'POST', url: '/api/charity/callbacks/wechat/990100', headers: call.headers, payload: call.body })).statusCode

  it('is asked for while neither the gift nor a connection is held, and a second click meanwhile makes no second order', async () => {
    const gift = await draft()
    let answer = (): void => undefined
    gateway.held = new Promise((resolve) => { answer = resolve })
    const asking = open(gift)
    while (gateway.askedFor('/v3/pay/transactions/native').length === 0) await new Promise((resolve) => { setImmediate(resolve) })
    await scene.owner.query('begin')
    await scene.owner.query('select 1 from charity.gifts where id = $1 for update nowait', [gift.id])
    await scene.owner.query('rollback')
    const { rows } = await scene.owner.query(`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)
    expect(rows).toEqual([])
    await expect(open(gift)).rejects.toMatchObject({ code: 'CHARGE_BEING_ASKED' })
    answer()
    const made = await asking
    expect((await open(gift)).number).toBe(made.number)
    expect(gateway.askedFor('/v3/pay/transactions/native')).toHaveLength(1)
  })

  it('is asked for again under the same number where whoever asked went away before the answer', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    await scene.owner.query(`update charity.charges set status = 'asked', code_url = null where number = $1`, [number])
    await expect(open(gift)).rejects.toMatchObject({ code: 'CHARGE_BEING_ASKED' })
    later(1)
    expect(await open(gift)).toMatchObject({ number, status: 'open' })
  })

  it('is left alone for five minutes, then asked after, and taken once though the callback comes after all', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    gateway.pay(number, '4200000201')
    await follow()
    expect(questions(number)).toBe(0)
    later(6)
    await Promise.all([follow(), follow()])
    expect(questions(number)).toBe(1)
    expect((await read(gift.id)).charge).toMatchObject({ status: 'paid' })
    expect(await send(paymentCallback(number, scene.clock.now(), { transaction: '4200000201' }))).toBe(204)
    await runScheduledJob(scene, bookCharges)
    await runScheduledJob(scene, bookCharges)
    expect(await read(gift.id)).toMatchObject({ status: 'confirmed', bankReference: '4200000201', receivedOn: '2026-03-16' })
    expect(await scene.booked(gift.id)).toHaveLength(2)
  })

  it('stays open while it may be paid, and is closed at the gateway and here once it expired; a draft of the staff stays', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    later(6)
    await follow()
    expect((await read(gift.id)).charge?.status).toBe('open')
    expect(gateway.orders.get(number)).toMatchObject({ trade_state: 'NOTPAY' })
    later(30)
    await follow()
    expect(await scene.as('金专员', (context) => getGift(context, { id: gift.id }))).toMatchObject({
      status: 'draft', charge: { status: 'closed' }, may: { charge: true, update: true } })
    expect(gateway.orders.get(number)).toMatchObject({ trade_state: 'CLOSED' })
    expect(await scene.audits('charge.closed', gift.id)).toBe(1)
    later(6)
    await follow()
    expect(questions(number)).toBe(2)
  })

  it('ends here too where the gateway knows no such order, and is taken all the same should money come', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    gateway.orders.delete(number)
    later(36)
    await follow()
    expect((await read(gift.id)).charge?.status).toBe('closed')
    expect(await send(paymentCallback(number, scene.clock.now(), { transaction: '4200000202' }))).toBe(204)
    await runScheduledJob(scene, bookCharges)
    expect(await read(gift.id)).toMatchObject({ status: 'confirmed', charge: { status: 'booked' } })
  })

  it('is changed by no answer that is not signed, is of another amount, or never comes', async () => {
    const gift = await draft()
    const { number } = await open(gift)
    gateway.pay(number, '4200000203')
    const paid = gateway.orders.get(number)
    later(6)
    gateway.answer = 'unsigned'
    await follow()
    expect((await read(gift.id)).charge?.status).toBe('open')
    gateway.answer = 'good'
    gateway.orders.set(number, { ...paid, amount: { total: 1, currency: 'CNY' } })
    later(6)
    await follow()
    expect((await read(gift.id)).charge).toMatchObject({ status: 'open', obstacle: 'AMOUNT_DIFFERS' })
    gateway.orders.set(number, { ...paid, mchid: '1900000002' })
    later(6)
    await follow()
    expect((await read(gift.id)).charge).toMatchObject({ status: 'open' })
    expect(await asWorker(scene, (run) => run(async (context) => (await verifyCharity(context)).broken))).toEqual([])
  })
})

describe('the keys of the platform', () => {
  let scene: OnlineScene
  let gateway: Gateway
  beforeAll(async () => {
    scene = await openOnlineScene()
    ;({ gateway } = scene)
    await scene.setUp()
  })
  afterAll(() => scene.close())
  const renew = () => runScheduledJob(scene, renewKeysOfPlatform)
  const place = () => ({ dataFolder: scene.ground.installation.dataFolder, cityId: scene.cityId, now: () => scene.clock.now() })
  const known = async () => Object.keys((await findMerchant(place()))?.platformKeys ?? {})
  const until = (text: string) => new Date(text)
  const [next, afterNext] = [makeKeys(), makeKeys()]
  const [nextSerial, lastSerial] = [newSerial(), newSerial()]

  it('are fetched before they are used, and what they sign is believed from then on', async () => {
    gateway.certificates = [certificateOf(next, { number: nextSerial, until: until('2026-06-01T00:00:00Z') })]
    await renew()
    expect((await known()).sort()).toEqual([serial, nextSerial].sort())
    gateway.signs = { serial: nextSerial, privateKey: next.privateKey }
    const gift = await scene.draft()
    expect(await scene.inSteps('金专员', (steps) => openCharge(steps, { id: gift.id, version: gift.version }))).toMatchObject({ status: 'open' })
    expect((await readFile(keysFile(place()), 'utf8')).includes('PRIVATE')).toBe(false)
  })

  it('stay known until they expire, though the list names them no more', async () => {
    gateway.certificates = [certificateOf(afterNext, { number: lastSerial, until: until('2027-06-01T00:00:00Z') })]
    await renew()
    expect((await known()).sort()).toEqual([serial, nextSerial, lastSerial].sort())
    scene.clock.moveTo('2026-06-02T10:00:00+08:00')
    expect((await known()).sort()).toEqual([serial, lastSerial].sort())
    gateway.signs = { serial: lastSerial, privateKey: afterNext.privateKey }
    await renew()
    expect(await readFile(keysFile(place()), 'utf8')).not.toContain(nextSerial)
  })

  it('are believed from a list that opens with our key though it is signed by one of the list itself, and from no other', async () => {
    await writeFile(keysFile(place()), '{}')
    await renew()
    expect(await known()).toContain(lastSerial)
    const stranger = makeKeys()
    gateway.signs = { serial: newSerial(), privateKey: stranger.privateKey }
    await expect(renew()).rejects.toMatchObject({ reason: 'serial' })
    gateway.signs = { serial, privateKey: stranger.privateKey }
    await expect(renew()).rejects.toMatchObject({ reason: 'signature' })
    gateway.signs = { serial, privateKey: platformKeys.privateKey }
    const other = certificateOf(next, { number: nextSerial, until: until('2027-06-01T00:00:00Z') })
    // A certificate under a number that is not its own.
    gateway.certificates = [{ ...other, serial_no: newSerial() }]
    await expect(renew()).rejects.toMatchObject({ reason: 'serial' })
    gateway.certificates = [{ ...other, encrypt_certificate: { ...other.encrypt_certificate, ciphertext: Buffer.from(sign('x')).toString('base64') } }]
    await expect(renew()).rejects.toMatchObject({ reason: 'content' })
    expect((await known()).sort()).toEqual([serial, lastSerial].sort())
  })
})
