import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { childrenModule } from '../../module.ts'
import { getChild } from '../../queries/get-child.ts'
import { closeChild } from '../close-child.ts'
import { eraseChild } from '../erase-child.ts'
import { countAudit, endKeeping, registerSample } from '../steps/sample-child.ts'
import { attachConsentScan } from './attach-consent-scan.ts'

describe('the scanned paper of a consent', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  const photo = new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), '同意书：张小明的祖母'], 'anything.txt')
  const register = async (name: string) => {
    const { id } = await registerSample(city, { name, consents: [{ kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2026-01-01' }] })
    const card = await city.as('孙主任', (context) => getChild(context, { id }))
    return { id, consentId: card.consents[0]!.id }
  }
  const attach = (consent: { id: string; consentId: string }, file: File = photo) =>
    city.as('孙主任', (context) => attachConsentScan(context, { ...consent, file }))
  const storedFiles = async () => {
    const folder = path.join(city.ground.installation.dataFolder, 'files')
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  }
  const open = async (who: '孙主任' | '周主任' | '李组长', consentId: string) => {
    const server = await city.serve()
    return server.inject({ url: `/api/consent-scan?id=${consentId}`, headers: { cookie: await city.cookieOf(who) } })
  }

  it('lies sealed on the disk, is opened by whoever has an approval, and each opening is recorded', async () => {
    const consent = await register('兰小光')
    await attach(consent)
    const [file] = await storedFiles()
    expect((await readFile(file!)).includes(Buffer.from('同意书'))).toBe(false)
    const opened = await open('孙主任', consent.consentId)
    expect([opened.statusCode, opened.headers['content-type'], opened.rawPayload.includes(Buffer.from('张小明的祖母'))]).toEqual([200, 'image/jpeg', true])
    await vi.waitFor(async () => expect(await countAudit(city, 'consent-scan.opened', consent.id)).toBe(1))
    expect((await city.as('孙主任', (context) => getChild(context, consent))).consents[0]).toMatchObject({ hasScan: true })
  })

  it('is not opened without an approval, nor found by the next village', async () => {
    const consent = await register('解小光')
    await attach(consent)
    const refused = [await open('李组长', consent.consentId), await open('周主任', consent.consentId)]
    expect(refused.map((answer) => [answer.statusCode, answer.json().code])).toEqual([[403, 'ACCESS_REQUIRED'], [404, 'NOT_FOUND']])
    expect(refused[0]?.json(), 'who sees the card reads what to ask for').toMatchObject({
      message: expect.stringContaining('申请查阅完整档案'), data: { missing: ['name', 'guardians'] } })
    expect(await countAudit(city, 'consent-scan.opened', consent.id)).toBe(0)
  })

  it('is attached once, and only as a photograph or PDF, whatever the name says', async () => {
    const consent = await register('应小光')
    for (const content of ['<html>', 'PK\u0003\u0004', '']) {
      await expect(attach(consent, new File([content], 'scan.jpg', { type: 'image/jpeg' }))).rejects.toMatchObject({ data: { issues: [{ path: ['file'] }] } })
    }
    await attach(consent)
    await expect(attach(consent)).rejects.toThrow('SCAN_ATTACHED')
  })

  it('leaves the disk when the child is erased', async () => {
    const before = await storedFiles()
    const consent = await register('宗小光')
    await attach(consent)
    const { version } = await city.as('孙主任', (context) => getChild(context, consent))
    await city.as('孙主任', (context) => closeChild(context, { id: consent.id, version, reason: 'moved-away', closedOn: '2026-03-16' }))
    await endKeeping(city, consent.id)
    await city.as('冯科长', (context) => eraseChild(context, { id: consent.id, reason: '监护人要求' }))
    await runJobsInline(city, [childrenModule])
    expect((await storedFiles()).toSorted()).toEqual(before.toSorted())
    expect((await open('孙主任', consent.consentId)).statusCode).toBe(404)
  })
})
