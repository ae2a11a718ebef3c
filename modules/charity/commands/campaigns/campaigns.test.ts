import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { NewCampaign } from '../../contract.ts'
import { remindOfCampaigns } from '../../jobs/remind-of-campaigns.ts'
import { charityModule } from '../../module.ts'
import { getCampaign } from '../../queries/campaigns/get-campaign.ts'
import { listCampaigns } from '../../queries/campaigns/list-campaigns.ts'
import { getGift } from '../../queries/gifts/get-gift.ts'
import { creditCodeOf, openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { recordQualification } from '../qualifications/record-qualification.ts'
import { discardCampaign } from './discard-campaign.ts'
import { fileCampaign } from './file-campaign.ts'
import { planCampaign } from './plan-campaign.ts'
import { publishProgress } from './publish-progress.ts'
import { reportCampaign } from './report-campaign.ts'
import { updateCampaign } from './update-campaign.ts'

describe('a campaign', () => {
  let scene: GiftScene
  let ask: (path: string) => Promise<{ status: number; body: Record<string, unknown>; text: string }>
  beforeAll(async () => {
    scene = await openGiftScene()
    await scene.as('施理事长', (context) => recordQualification(context, { bookId: scene.books.bookId, number: '公募1', grantedOn: '2020-01-01', source: '证书原件' }))
    const server = await scene.serve([charityModule])
    ask = async (path) => {
      const answer = await server.inject({ url: `/api${path}` })
      return { status: answer.statusCode, body: answer.json(), text: answer.body }
    }
  })
  afterAll(() => scene.close())
  const content = (change: Partial<NewCampaign> = {}) => ({
    fundId: scene.books.schooling, name: '春天助学', purpose: '帮助困难学生', startsOn: '2026-03-16', endsOn: '2026-03-31', area: '试验市', leaderName: '施理事长',
    officeAddress: '中心路1号', ways: '银行转账、现金', bankAccount: '试验银行 6200', beneficiaries: '困难学生', usePlan: '学费和书本', cost: 1000, surplusRule: '转入同类项目',
    isEmergency: false, partners: [], ...change,
  })
  const plan = (change: Partial<NewCampaign> = {}) => scene.as('金专员', (context) => planCampaign(context, { bookId: scene.books.bookId, ...content(change) }))
  const file = (campaign: { id: string; version: number }, filedOn = '2026-03-06') => scene.as('施理事长', (context) => fileCampaign(context, {
    id: campaign.id, version: campaign.version, filedOn, filingNumber: '备2026-1' }))
  const tell = (campaign: { id: string; version: number }, spent: number) => scene.as('施理事长', (context) => publishProgress(context, {
    id: campaign.id, version: campaign.version, spent, words: '进展顺利' }))
  const read = (id: string) => scene.as('许会计', (context) => getCampaign(context, { id }))

  it.each([['１００', /全角/], ['1.005', /两位小数/], ['-1', /负数/], ['1e9', /两位小数/]])('asks for its cost anew, and says why, where %s was typed', (cost, said) => {
    const { error } = NewCampaign.shape.cost.safeParse(cost)
    expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(said)])
  })

  it('is planned with its partners, rewritten, and filed ten days before it begins by the head of the foundation', async () => {
    const partner = { name: '甲公司', creditCode: creditCodeOf(7), task: '宣传', assessedOn: '2026-03-01', assessment: '合格', agreedOn: '2026-03-02' }
    const planned = await plan({ partners: [partner] })
    expect(planned).toMatchObject({ status: 'draft', duty: { kind: 'filing', dueOn: '2026-03-06', isLate: true } })
    const changed = await scene.as('金专员', (context) => updateCampaign(context, { id: planned.id, version: 1, ...content({ name: '春天助学二',
      partners: [partner] }) }))
    await expect(scene.as('金专员', (context) => fileCampaign(context, { ...changed, filedOn: '2026-03-06', filingNumber: '1' }))).rejects.toMatchObject({
      code: 'FORBIDDEN' })
    await expect(file(changed, '2026-03-07')).rejects.toMatchObject({ data: { issues: [{ path: ['filedOn'] }] } })
    const filed = await file(changed)
    expect(filed).toMatchObject({ status: 'filed', filedOn: '2026-03-06', name: '春天助学二' })
    expect((await read(planned.id)).partners).toEqual([partner])
    await expect(scene.as('金专员', (context) => updateCampaign(context, { id: planned.id, version: filed.version, ...content() }))).rejects.toMatchObject({
      code: 'WRONG_STATUS' })
    await expect(scene.as('曹会计', (context) => getCampaign(context, { id: planned.id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(plan({ endsOn: '2026-03-15' })).rejects.toMatchObject({ data: { issues: [{ path: ['endsOn'] }] } })
  })

  it('counts gifts that answer it, of its period and for its fund, and shows them to everybody without a name', async () => {
    const campaign = await file(await plan({ name: '公开页' }))
    const donor = await scene.donor({ name: '公孙胜利' })
    const answering = { donorId: donor.id, campaignId: campaign.id, promisedOn: '2026-03-16', amount: 8_800 }
    await expect(scene.draft({ ...answering, promisedOn: '2026-03-15' })).rejects.toMatchObject({ data: { issues: [{ path: ['campaignId'] }] } })
    await expect(scene.draft({ ...answering, fundId: scene.books.free })).rejects.toMatchObject({ data: { issues: [{ path: ['fundId'] }] } })
    const gift = await scene.gift(answering, { receivedOn: '2026-03-16' })
    expect(await scene.as('许会计', (context) => getGift(context, { id: gift.id }))).toMatchObject({ campaignName: '公开页' })
    expect(await read(campaign.id)).toMatchObject({ raisedFen: 8_800, giftCount: 1 })
    await expect(tell(campaign, 8_801)).rejects.toMatchObject({ data: { issues: [{ path: ['spent'] }] } })
    await tell(campaign, 100)
    const { status, body, text } = await ask(`/open-campaigns/${campaign.id}?city=990100`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ raisedFen: 8_800, giftCount: 1, leaderName: '施理事长', filingNumber: '备2026-1',
      news: [{ publishedOn: '2026-03-16', raisedFen: 8_800, giftCount: 1, spentFen: 100, words: '进展顺利' }] })
    expect(text).not.toMatch(/公孙/)
    const { items } = (await ask('/open-campaigns?city=990100')).body as { items: { id: string }[] }
    expect(items.map(({ id }) => id)).toContain(campaign.id)
  })

  it('that is not filed takes nothing and is shown to nobody; one that answers an emergency does and is', async () => {
    const draft = await plan({ name: '未备案' })
    await expect(scene.draft({ campaignId: draft.id, promisedOn: '2026-03-16' })).rejects.toMatchObject({ data: { issues: [{ path: ['campaignId'] }] } })
    expect((await ask(`/open-campaigns/${draft.id}?city=990100`)).body).toMatchObject({ code: 'CAMPAIGN_UNKNOWN' })
    const urgent = await plan({ name: '抗洪', isEmergency: true, startsOn: '2026-03-10' })
    expect(urgent.duty).toEqual({ kind: 'emergency', dueOn: '2026-03-15', isLate: true })
    await scene.gift({ campaignId: urgent.id, promisedOn: '2026-03-12' })
    await tell(urgent, 0)
    expect((await read(urgent.id)).duty).toEqual({ kind: 'filing', dueOn: '2026-03-20', isLate: false })
    expect((await ask(`/open-campaigns/${urgent.id}?city=990100`)).status).toBe(200)
    await expect(scene.as('金专员', (context) => discardCampaign(context, { id: urgent.id, version: urgent.version + 1, reason: '误' }))).rejects.toMatchObject({
      code: 'HAS_GIFTS' })
    expect(await scene.as('金专员', (context) => discardCampaign(context, { id: draft.id, version: draft.version, reason: '不办了' }))).toMatchObject({
      status: 'discarded' })
  })

  it('reminds who publishes of what is due, once for each day it was due', async () => {
    const urgent = await plan({ name: '抗旱', isEmergency: true, startsOn: '2026-03-13' })
    const titles = async () => (await scene.owner.query('select title from notices.notices where source_id = $1', [urgent.id])).rows.map(({ title }) => title)
    await runScheduledJob(scene, remindOfCampaigns)
    await runScheduledJob(scene, remindOfCampaigns)
    expect(await titles()).toEqual(['“抗旱”应公布款物接收情况，最迟2026-03-18'])
    await tell(urgent, 0)
    await runScheduledJob(scene, remindOfCampaigns)
    expect(await titles()).toHaveLength(1)
  })

  it('is reported once it ended', async () => {
    const campaign = await file(await plan({ name: '总结' }))
    const report = (version: number) => scene.as('施理事长', (context) => reportCampaign(context, { id: campaign.id, version, spent: 0, words: '募捐总结' }))
    await expect(report(campaign.version)).rejects.toMatchObject({ code: 'NOT_ENDED' })
    scene.clock.moveTo('2026-04-01T09:00:00+08:00')
    expect((await read(campaign.id)).duty).toEqual({ kind: 'report', dueOn: '2026-06-30', isLate: false })
    expect(await report(campaign.version)).toMatchObject({ status: 'reported', duty: null })
    expect((await ask(`/open-campaigns/${campaign.id}?city=990100`)).body).toMatchObject({ report: '募捐总结', reportedOn: '2026-04-01' })
    await expect(report(campaign.version + 1)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    const { items } = await scene.as('金专员', (context) => listCampaigns(context, { limit: 50, status: 'reported' }))
    expect(items.map(({ id }) => id)).toEqual([campaign.id])
    for (const verb of ['campaign.planned', 'campaign.filed', 'campaign.reported']) expect(await scene.audits(verb, campaign.id), verb).toBe(1)
  })
})
