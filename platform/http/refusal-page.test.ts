import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal } from '#platform/contract/refusal.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { defineModule, download } from './module.ts'

/** What Chromium and Firefox ask for when somebody follows a link. */
const chromium = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8', 'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}
const firefox = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
const nobody = '00000000-0000-4000-8000-000000000001'

const files = defineModule({
  name: 'files', contract: {}, operations: {},
  downloads: [download({
    path: '/files', operationId: 'getFile', summary: '文件', query: z.object({ kind: z.enum(['gone', 'late', 'broken', 'given'], '请从页面上的链接打开') }),
    errors: { GONE: { status: 410, message: '期限已过，请重新申请。' }, LATE: { status: 409, message: '<b>"先办结"&\'再打印\'</b>' } },
    run: async (_context, { kind }) => {
      if (kind === 'gone') throw new Refusal('GONE')
      if (kind === 'late') throw new Refusal('LATE')
      if (kind === 'broken') throw new Error('secret')
      return { fileName: '文件.txt', contentType: 'text/plain', body: (async function* body() { yield Buffer.from('text') })() }
    },
  })],
})

describe('a file link that is refused', () => {
  let city: TestCity
  let server: FastifyInstance
  let small: FastifyInstance
  let cookie: string
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
    small = await city.serve([files])
    cookie = await city.cookieOf('孙主任')
  })
  afterAll(() => city.close())
  const follow = async (url: string, headers: Record<string, string> = chromium, by = cookie) => {
    const from = url.startsWith('/api/files') ? small : server
    const { statusCode, body, headers: got } = await from.inject({ url, headers: { cookie: by, ...headers } })
    return { status: statusCode, body, got, type: String(got['content-type']).split(';')[0], policy: String(got['content-security-policy']) }
  }

  it('shows the same sentence on a page with a way back, under the same status', async () => {
    const leader = await city.cookieOf('郑部长')
    const letter = `/api/referrals/letter.docx?id=${nobody}`
    const refused: [string, string, number][] = [
      [letter, cookie, 404], [letter, leader, 403], [letter, '', 401], ['/api/files?kind=gone', cookie, 410], ['/api/nowhere.docx', cookie, 404]]
    for (const [url, by, status] of refused) {
      const asked = await follow(url, { accept: '*/*' }, by)
      expect([asked.status, asked.type], url).toEqual([status, 'application/json'])
      for (const browser of [chromium, firefox]) {
        const shown = await follow(url, browser, by)
        expect([shown.status, shown.type, shown.got['cache-control']], url).toEqual([status, 'text/html', 'no-store'])
        expect(shown.body).toContain(`<p class="said" lang="zh-CN">${(JSON.parse(asked.body) as { message: string }).message}</p>`)
        expect(shown.body).toContain('返回上一页')
        expect(shown.body).toContain('<a href="/">')
        expect(Number(shown.got['content-length'])).toBe(Buffer.byteLength(shown.body))
      }
    }
  })

  it('says what is wrong with the address itself', async () => {
    expect((await follow('/api/files?kind=other')).body).toContain('<li>请从页面上的链接打开</li>')
  })

  it('is no page for programs, scripts and writes: they get the JSON they always got', async () => {
    const asking: Record<string, string>[] = [
      {}, { accept: '*/*' }, { accept: 'application/json' }, { accept: 'application/json, text/html' }, { ...chromium, 'sec-fetch-mode': 'cors' },
      { ...chromium, 'sec-fetch-mode': 'no-cors' },
      // What Java asks for by itself.
      { accept: 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2' },
    ]
    for (const headers of asking) {
      const { type, body } = await follow('/api/files?kind=gone', headers)
      expect([type, JSON.parse(body)], JSON.stringify(headers)).toEqual(['application/json', { code: 'GONE', status: 410, message: '期限已过，请重新申请。' }])
    }
    const own = { cookie, ...chromium, origin: 'http://localhost', host: 'localhost' }
    const written = await server.inject({ method: 'POST', url: '/api/nowhere', headers: own })
    expect(written.headers['content-type']).toContain('application/json')
  })

  it('lets nothing run but its own few lines, and no sentence become markup', async () => {
    const { body, policy } = await follow('/api/files?kind=late')
    expect(body).toContain('&#60;b&#62;&#34;先办结&#34;&#38;&#39;再打印&#39;&#60;/b&#62;')
    expect(body).not.toContain('<b>')
    const nonce = /nonce-([\w+/=]+)'/.exec(policy)?.[1]
    expect(policy).toBe(`default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self'; base-uri 'none'; `
      + "frame-ancestors 'none'; form-action 'none'")
    expect(body.match(/<(script|style)[^>]*>/g)).toEqual([`<style nonce="${nonce}">`, `<script nonce="${nonce}">`])
    expect(body).not.toMatch(/ (style|on\w+)=/)
    expect((await follow('/api/files?kind=late')).policy).not.toBe(policy)
  })

  it('names the number of the request where something broke, and nothing of what broke', async () => {
    const { status, body, got } = await follow('/api/files?kind=broken')
    expect(status).toBe(500)
    expect(body).toContain(`<code>${String(got['x-request-id'])}</code>`)
    expect(body).not.toContain('secret')
    expect((await follow('/api/files?kind=gone')).body).not.toContain('<code>')
  })

  it('leaves a file that is given as it is', async () => {
    const { status, type, body } = await follow('/api/files?kind=given')
    expect([status, type, body]).toEqual([200, 'text/plain', 'text'])
  })
})
