import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import type { NewCampaign, NewQualification } from '../../contract.ts'
import { remindOfQualifications } from '../../jobs/remind-of-qualifications.ts'
import { charityModule } from '../../module.ts'
import { getCampaign } from '../../queries/campaigns/get-campaign.ts'
import { listQualifications } from '../../queries/qualifications/list-qualifications.ts'
import { fileCampaign } from '../campaigns/file-campaign.ts'
import { planCampaign } from '../campaigns/plan-campaign.ts'
import { publishProgress } from '../campaigns/publish-progress.ts'
import { updateCampaign } from '../campaigns/update-campaign.ts'
import { creditCodeOf, openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { attachQualificationScan } from './attach-qualification-scan.ts'
import { endQualification } from './end-qualification.ts'
import { recordQualification } from './record-qualification.ts'

describe('leave to ask the public', () => {
  let scene: GiftScene
  let server: FastifyInstance
  beforeAll(async () => {
    scene = await openGiftScene()
    server = await scene.serve([charityModule])
  })
  afterAll(async () => { await server.close(); await scene.close() })
  beforeEach(() => scene.owner.query('delete from charity.qualifications'))

  const record = (change: Partial<NewQualification> = {}, by: '施理事长' | '金专员' = '施理事长') => scene.as(by, (context) => recordQualification(context, {
    bookId: scene.books.bookId, number: '公募001', grantedOn: '2024-05-01', source: '证书原件，扫描件2024-17号', ...change }))
  const end = (id: string, endedOn = '2026-03-16') => scene.as('施理事长', (context) => endQualification(context, { id, endedOn, reason: '证书被收回' }))
  const list = async () => (await scene.as('许会计', listQualifications)).items
  const content = (change: Partial<NewCampaign> = {}) => ({
    fundId: scene.books.schooling, name: '春天助学', purpose: '帮助困难学生', startsOn: '2026-03-26', endsOn: '2026-04-30', area: '试验市', leaderName: '施理事长',
    officeAddress: '中心路1号', ways: '银行转账', bankAccount: '试验银行', beneficiaries: '困难学生', usePlan: '学费', cost: 0, surplusRule: '转入同类项目', isEmergency: false,
    partners: [], ...change,
  })
  const plan = (change: Partial<NewCampaign> = {}) => scene.as('金专员', (context) => planCampaign(context, { bookId: scene.books.bookId, ...content(change) }))
  const rewrite = ({ id, version }: { id: string; version: number }, change: Partial<NewCampaign>) => scene.as('金专员', (context) => (
    updateCampaign(context, { id, version, ...content(change) })))
  const file = ({ id, version }: { id: string; version: number }) => scene.as('施理事长', (context) => (
    fileCampaign(context, { id, version, filedOn: '2026-03-16', filingNumber: '备1' })))
  const leaveOf = async (id: string) => (await scene.as('施理事长', (context) => getCampaign(context, { id }))).qualification
  const shown = async (id: string) => (await server.inject({ url: `/api/open-campaigns/${id}?city=990100` })).json<Record<string, unknown>>()
  const partner = (qualification?: NewCampaign['partners'][number]['qualification']) => ({
    name: '有资格的基金会', creditCode: creditCodeOf(7), task: '发布', assessedOn: '2026-03-01', assessment: '合格', agreedOn: '2026-03-02', qualification,
  })

  it('is recorded by the head of the foundation from its certificate, and each number once', async () => {
    await expect(record({}, '金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(record({ grantedOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['grantedOn'] }] } })
    await expect(record({ validUntil: '2024-04-30' })).rejects.toMatchObject({ data: { issues: [{ path: ['validUntil'] }] } })
    const one = await record()
    expect(one).toMatchObject({ number: '公募001', validUntil: null, source: '证书原件，扫描件2024-17号', recordedName: '施理事长', holds: true, endedOn: null })
    await expect(record()).rejects.toMatchObject({ code: 'QUALIFICATION_KNOWN' })
    expect((await list()).map(({ id }) => id)).toEqual([one.id])
    expect((await scene.as('曹会计', listQualifications)).items).toEqual([])
    expect(await scene.audits('qualification.recorded', one.id)).toBe(1)
  })

  it('is ended once, saying why, and may be recorded anew', async () => {
    const one = await record()
    await expect(end(one.id, '2024-04-30')).rejects.toMatchObject({ data: { issues: [{ path: ['endedOn'] }] } })
    await expect(scene.as('金专员', (context) => endQualification(context, { id: one.id, endedOn: '2026-03-16', reason: '误' }))).rejects.toMatchObject({
      code: 'FORBIDDEN' })
    expect(await end(one.id)).toMatchObject({ holds: false, endedOn: '2026-03-16', endedReason: '证书被收回', endedName: '施理事长' })
    await expect(end(one.id)).rejects.toMatchObject({ code: 'QUALIFICATION_ENDED' })
    await record()
    expect((await list()).map(({ holds }) => holds)).toEqual([true, false])
    expect(await scene.audits('qualification.ended', one.id)).toBe(1)
  })

  const photo = new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), '公开募捐资格证书'], 'anything.txt')
  const attach = (id: string, file = photo, by: '施理事长' | '金专员' = '施理事长') => scene.as(by, (context) => attachQualificationScan(context, { id, file }))
  const openScan = async (id: string, by: '许会计' | '曹会计') => server.inject({
    url: `/api/qualification-scan?id=${id}`, headers: { cookie: await scene.cookieOf(by) } })

  it('may lie with its scanned certificate: sealed on the disk, opened on record by who works with gifts', async () => {
    const one = await record()
    expect(one.hasScan).toBe(false)
    expect((await openScan(one.id, '许会计')).statusCode).toBe(404)
    await expect(attach(one.id, photo, '金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await attach(one.id)).hasScan).toBe(true)
    const folder = path.join(scene.ground.installation.dataFolder, 'files')
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    for (const { parentPath, name } of files) expect((await readFile(path.join(parentPath, name))).includes('证书')).toBe(false)
    const opened = await openScan(one.id, '许会计')
    expect([opened.statusCode, opened.headers['content-type'], opened.rawPayload.includes('公开募捐资格证书')]).toEqual([200, 'image/jpeg', true])
    await vi.waitFor(async () => expect(await scene.audits('qualification-scan.opened', one.id)).toBe(1))
    expect((await openScan(one.id, '曹会计')).statusCode).toBe(404)
    expect(await scene.audits('qualification-scan.attached', one.id)).toBe(1)
  })

  it('takes its scan once, and only as a photograph or PDF, whatever the name says', async () => {
    const one = await record()
    for (const content of ['<html>', 'PK\u0003\u0004', '']) {
      await expect(attach(one.id, new File([content], '证书.jpg', { type: 'image/jpeg' }))).rejects.toMatchObject({ data: { issues: [{ path: ['file'] }] } })
    }
    await attach(one.id)
    await expect(attach(one.id)).rejects.toMatchObject({ code: 'SCAN_ATTACHED' })
  })

  const tasks = async () => (await scene.owner.query<{ title: string; done: boolean }>(`select title, done_at is not null as done from notices.notices
    where source_verb = 'remind-of-qualifications' and due_on is not null order by title`)).rows

  it('that ends within the days of notice is a to-do of who files campaigns, once, until another takes over or it is ended', async () => {
    const ending = await record({ validUntil: '2026-06-14' })
    await record({ number: '公募久', grantedOn: '2024-05-02', validUntil: '2026-06-15' })
    await scene.owner.query('delete from notices.notices')
    await end((await record({ number: '公募止', validUntil: '2026-06-01' })).id)
    // The longer one takes over from the shorter.
    await runScheduledJob(scene, remindOfQualifications)
    expect(await tasks()).toEqual([])
    await scene.owner.query(`delete from charity.qualifications where number = '公募久'`)
    await runScheduledJob(scene, remindOfQualifications)
    await runScheduledJob(scene, remindOfQualifications)
    const title = '公开募捐资格“公募001”2026年6月14日到期，请及早换发证书并登记'
    expect(await tasks()).toEqual([{ title, done: false }])
    // A day without leave between them: nothing took over.
    await scene.owner.query(`update charity.qualifications set valid_until = '2026-03-14' where id = $1`, [ending.id])
    await record({ number: '公募隔', grantedOn: '2026-03-16' })
    expect(await tasks()).toEqual([{ title, done: false }])
    await scene.owner.query(`update charity.qualifications set valid_until = '2026-03-15' where id = $1`, [ending.id])
    await record({ number: '公募续', grantedOn: '2026-03-16' })
    expect(await tasks()).toEqual([{ title, done: true }])
  })

  it('is reminded of as many days before as the city set, and its to-do ends with it', async () => {
    const { id } = await record({ validUntil: '2026-04-16' })
    await scene.owner.query('delete from notices.notices')
    await scene.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source) values
      ($1, 'charity.qualification-notice-days', '2026-03-01', '30', '试验'), ($1, 'charity.qualification-notice-days', '2026-03-17', '31', '试验')`, [scene.cityId])
    await runScheduledJob(scene, remindOfQualifications)
    expect(await tasks()).toEqual([])
    await scene.owner.query(`update platform.settings set value = '31' where name = 'charity.qualification-notice-days'`)
    await runScheduledJob(scene, remindOfQualifications)
    await scene.owner.query(`delete from platform.settings where name = 'charity.qualification-notice-days'`)
    expect(await tasks()).toMatchObject([{ done: false }])
    await end(id)
    expect(await tasks()).toMatchObject([{ done: true }])
  })

  it('is asked when a campaign is filed: without it the plan stays a plan, with it the public sees the number', async () => {
    const planned = await plan()
    expect(await leaveOf(planned.id)).toBeNull()
    await expect(file(planned)).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
    await record({ validUntil: '2026-04-29' })
    // It ends a day before the campaign does.
    await expect(file(planned)).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
    const { id } = await record({ number: '公募002' })
    expect(await leaveOf(planned.id)).toMatchObject({ number: '公募002' })
    expect((await file(planned)).status).toBe('filed')
    const whole = { holder: expect.any(String) as string, number: '公募002' }
    expect((await shown(planned.id))['qualification']).toEqual(whole)
    // What was taken away later was there when it was filed.
    await end(id)
    expect([await leaveOf(planned.id), (await shown(planned.id))['qualification']]).toEqual([whole, whole])
    await expect(file(await plan())).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
  })

  it('of a partner named in the plan is enough where the foundation has none', async () => {
    const planned = await plan({ partners: [partner()] })
    await expect(file(planned)).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
    await expect(rewrite(planned, { partners: [partner({ number: '公募009', grantedOn: '2025-01-01', validUntil: '2024-01-01' })] })).rejects.toMatchObject({
      data: { issues: [{ path: ['partners', '0', 'qualification', 'validUntil'] }] } })
    const short = await rewrite(planned, { partners: [partner({ number: '公募009', grantedOn: '2025-01-01', validUntil: '2026-04-29' })] })
    await expect(file(short)).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
    const enough = await rewrite(short, { partners: [partner({ number: '公募009', grantedOn: '2025-01-01', validUntil: null })] })
    expect((await file(enough)).status).toBe('filed')
    const { partners } = await scene.as('许会计', (context) => getCampaign(context, { id: planned.id }))
    expect(partners).toEqual([partner({ number: '公募009', grantedOn: '2025-01-01', validUntil: null })])
    expect((await shown(planned.id))['qualification']).toEqual({ holder: '有资格的基金会', number: '公募009' })
  })

  it('is asked before an emergency campaign is planned at all: it asks and is shown without waiting for its filing', async () => {
    const urgent = { isEmergency: true, startsOn: '2026-03-16' }
    await expect(plan(urgent)).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
    const calm = await plan({ name: '转为应急' })
    await expect(rewrite(calm, urgent)).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
    await record()
    const begun = await plan(urgent)
    expect((await shown(begun.id))['qualification']).toMatchObject({ number: '公募001' })
    // One that was begun before anybody asked for leave is neither shown nor told of.
    await scene.owner.query('update charity.campaigns set qualification_holder = null, qualification_number = null where id = $1', [begun.id])
    await scene.owner.query('delete from charity.qualifications')
    expect(await shown(begun.id)).toMatchObject({ code: 'CAMPAIGN_UNKNOWN' })
    const tell = () => scene.as('施理事长', (context) => publishProgress(context, { id: begun.id, version: begun.version, spent: 0, words: '进展' }))
    await expect(tell()).rejects.toMatchObject({ code: 'NOT_QUALIFIED' })
    await record()
    await tell()
    expect((await shown(begun.id))['qualification']).toMatchObject({ number: '公募001' })
  })
})
