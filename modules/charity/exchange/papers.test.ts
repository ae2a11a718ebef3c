import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { openGiftScene, type GiftScene } from '../commands/steps/sample-gifts.ts'
import { recordAgreement } from '../commands/agreements/record-agreement.ts'
import { refundGift } from '../commands/gifts/refund-gift.ts'
import { charityModule } from '../module.ts'

describe('papers for a donor', () => {
  let scene: GiftScene
  let server: FastifyInstance
  beforeAll(async () => {
    scene = await openGiftScene()
    server = await scene.serve([charityModule])
  })
  afterAll(() => scene.close())
  const ask = async (path: string, by: Parameters<GiftScene['cookieOf']>[0] = '金专员') => {
    const answer = await server.inject({ url: `/api${path}`, headers: { cookie: await scene.cookieOf(by) } })
    return { status: answer.statusCode, name: String(answer.headers['content-disposition']), bytes: answer.rawPayload }
  }

  it('are made as .pdf without another program, each on record, and the file names nobody', async () => {
    const donor = await scene.donor({ name: '公孙胜利' })
    const gift = await scene.gift({ donorId: donor.id })
    for (const [path, verb] of [['gift-letter', 'gift-letter.printed'], ['gift-certificate', 'gift-certificate.printed']] as const) {
      const { status, name, bytes } = await ask(`/${path}.pdf?id=${gift.id}`)
      expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
      expect(decodeURIComponent(name)).not.toContain('公孙')
      expect(bytes.length).toBeLessThan(200_000)
      await vi.waitFor(async () => expect(await scene.audits(verb, gift.id)).toBe(1))
    }
    await vi.waitFor(async () => expect(await scene.audits('donor.read', donor.id)).toBe(2))
  })

  it('are made of a gift that arrived and was kept, by who may open the name', async () => {
    const draft = await scene.draft()
    expect((await ask(`/gift-letter.pdf?id=${draft.id}`)).status).toBe(404)
    const gift = await scene.gift()
    expect((await ask(`/gift-certificate.pdf?id=${gift.id}`, '曹会计')).status).toBe(404)
    expect((await ask(`/gift-certificate.pdf?id=${gift.id}`, '张出纳')).status).toBe(403)
    await scene.as('许会计', (context) => refundGift(context, { id: gift.id, version: gift.version, onDay: '2026-03-15', reason: '撤回' }))
    expect((await ask(`/gift-certificate.pdf?id=${gift.id}`)).status).toBe(404)
  })

  it('hold an agreement with its instalments, as a text to be signed', async () => {
    const donor = await scene.donor({ name: '公孙得胜' })
    const { id } = await scene.as('金专员', (context) => recordAgreement(context, {
      donorId: donor.id, kind: 'agreement', title: '助学', signedOn: '2026-03-02', fundId: scene.books.schooling, purpose: '助学',
      instalments: [{ dueOn: '2026-09-01', amount: 100_000 }],
    }))
    const { status, name, bytes } = await ask(`/donation-agreement.docx?id=${id}`)
    expect([status, bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect(decodeURIComponent(name)).not.toContain('公孙')
    await vi.waitFor(async () => expect(await scene.audits('agreement.printed', id)).toBe(1))
  })

  it('hold lists as they are filtered, donors masked, on record', async () => {
    const donor = await scene.donor({ name: '诸葛长名' })
    await scene.gift({ donorId: donor.id, amount: 12_345 })
    for (const path of ['/donors.xlsx', `/gifts.xlsx?donorId=${donor.id}&status=confirmed`]) {
      const { status, bytes } = await ask(path)
      expect(status).toBe(200)
      const text = JSON.stringify(await readWorkbook(bytes))
      expect(text).toContain('诸葛某')
      expect(text).not.toContain('长名')
    }
    expect((await ask('/gifts.xlsx', '李组长')).status).toBe(403)
    const { rows } = await scene.owner.query("select verb from audit.entries where verb in ('donors.exported', 'gifts.exported') order by 1")
    expect(rows.map(({ verb }) => verb)).toEqual(['donors.exported', 'gifts.exported'])
  })
})
