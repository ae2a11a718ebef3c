import { createConnection } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { findFaults } from './judge.ts'

describe('what is no request is answered like any other: our shape, a Chinese sentence, nothing of our inside', { timeout: 60_000 }, () => {
  let city: TestCity
  let address: string
  let cookie: string
  beforeAll(async () => {
    city = await openTestCity()
    address = await (await city.serve()).listen({ port: 0, host: '127.0.0.1' })
    cookie = await city.cookieOf('赵干事')
  })
  afterAll(() => city.close())

  /** Sends bytes as they are and reads what comes until the connection ends. */
  const sendRaw = async (bytes: string) => new Promise<string>((resolve, reject) => {
    const socket = createConnection(Number(new URL(address).port), '127.0.0.1', () => { socket.write(bytes) })
    let answer = ''
    socket.setEncoding('utf8').on('data', (part) => { answer += String(part) }).on('end', () => { resolve(answer) }).on('error', reject)
  })
  const judge = (answer: string) => {
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    const [first = '', ...lines] = head.split('\r\n')
    const headers = Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]))
    const statusCode = Number(first.split(' ')[1])
    return { statusCode, code: (JSON.parse(body) as { code: string }).code, faults: findFaults({ statusCode, headers, body }) }
  }

  const post = async (body: string | ReadableStream, headers: Record<string, string>) => {
    const answer = await fetch(`${address}/api/standing-rules`, { method: 'POST', body, headers: { cookie, ...headers }, duplex: 'half' })
    const text = await answer.text()
    return { text, status: answer.status, faults: findFaults({ statusCode: answer.status, headers: Object.fromEntries(answer.headers), body: text }) }
  }

  it('a question longer than a server reads', async () => {
    const answer = await sendRaw(`GET /api/units?q=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`)
    expect(judge(answer)).toEqual({ statusCode: 431, code: 'TOO_LARGE', faults: [] })
  })

  it('what is not HTTP at all', async () => {
    expect(judge(await sendRaw('HELO nobody\r\n\r\n'))).toEqual({ statusCode: 400, code: 'INVALID_REQUEST', faults: [] })
  })

  it('a form that says where it is divided and is not', async () => {
    for (const body of ['--x\r\nbad', 'x', '']) {
      expect(await post(body, { 'content-type': 'multipart/form-data; boundary=x' })).toMatchObject({ status: 400, faults: [] })
    }
  })

  it('a body without end: words are cut off at their bound, an upload has to say how long it is', async () => {
    const endless = function* () {
      for (let part = 0; part < 24; part++) yield new Uint8Array(102_400).fill(0x78)
    }
    const types = { 'application/json': 413, 'multipart/form-data; boundary=x': 411, 'Multipart/Form-Data; boundary=x': 411,
      'application/octet-stream': 411, 'image/png': 415 }
    for (const [type, status] of Object.entries(types)) {
      const answer = await post(ReadableStream.from(endless()), { 'content-type': type })
      expect([type, answer.status, answer.faults]).toEqual([type, status, []])
    }
  })

  it('a number of submission that could not be kept: it would not protect from a double submit', async () => {
    const body = JSON.stringify({ unitId: await city.unitId('99010010001'), title: '走访制度', issuedOn: '2026-01-05' })
    const count = async () => (await city.owner.query('select 1 from organization.standing_rules where city_id = $1', [city.cityId])).rowCount
    for (const key of ['x'.repeat(201), '']) {
      const answer = await post(body, { 'content-type': 'application/json', 'idempotency-key': key })
      expect(answer).toMatchObject({ status: 400, faults: [] })
      expect(answer.text).toContain('提交编号')
    }
    expect(await count()).toBe(0)
  })
})
