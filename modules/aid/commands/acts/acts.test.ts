import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { NewReceipt, NewShare } from '../../contract.ts'
import { getAct } from '../../queries/get-act.ts'
import { listActs } from '../../queries/list-acts.ts'
import { goods, money, openAidScene, service, type AidScene } from '../steps/sample-aid.ts'
import { addShare } from './add-share.ts'
import { attachReceiptScan } from './attach-receipt-scan.ts'
import { giveAct } from './give-act.ts'
import { offerAct } from './offer-act.ts'
import { openAct } from './open-act.ts'
import { receiveAct } from './receive-act.ts'
import { voidAct } from './void-act.ts'
import { withdrawShare } from './withdraw-share.ts'

describe('acts of aid', () => {
  let scene: AidScene
  beforeAll(async () => { scene = await openAidScene() })
  afterAll(() => scene.close())
  type Of = { id: string; version: number }
  const look = (id: string, by: PersonName = '孙主任') => scene.as(by, (context) => getAct(context, { id }))
  const give = ({ id, version }: Of, givenOn = '2026-03-10', by: PersonName = '孙主任') => scene.as(by, (context) => giveAct(context, { id, version, givenOn }))
  const receive = ({ id, version }: Of, receipt: Partial<NewReceipt> = {}, by: PersonName = '孙主任') => scene.as(by, (context) => receiveAct(context, {
    id, version, proof: 'witness', receivedOn: '2026-03-11', witnesses: ['周主任', '吴老师'], ...receipt }))
  const cancel = ({ id, version }: Of, by: PersonName = '赵干事') => scene.as(by, (context) => voidAct(context, { id, version, reason: '登记错了' }))
  const join = ({ id, version }: Of, share: NewShare) => scene.as('孙主任', (context) => addShare(context, { id, version, share }))
  const leave = ({ id, version }: Of, shareId: string) => scene.as('孙主任', (context) => withdrawShare(context, { id, version, shareId }))
  const factsOf = async (id: string) => (await scene.owner.query(
    `select measure, sign, value::int as value, happened_on::text as day, label from figures.facts where record_id = $1 order by measure, sign`, [id])).rows

  it('add up what several payers give in money, goods and service; a person who gives is sealed', async () => {
    const act = await scene.act({ shares: [money, goods, service] })
    expect(act).toMatchObject({
      status: 'offered', totalFen: 62_000, moneyFen: 50_000, goodsFen: 12_000, payerKinds: ['committee', 'enterprise', 'person'], label: '张某 · 6—13岁' })
    const { shares } = await look(act.id)
    expect(shares.map(({ payerName }) => payerName)).toEqual(['东街镇关工委', '振兴纸业', null])
    const opened = await scene.as('孙主任', (context) => openAct(context, { id: act.id }))
    expect(opened.payers).toEqual([{ id: shares[2]?.id, name: '钟老师' }])
    expect(await scene.audits('aid.read', act.id)).toBe(1)
    expect((await scene.owner.query('select details::text from audit.entries where subject_id = $1', [act.id])).rows.map((row) => String(row.details)).join())
      .not.toContain('钟老师')
  })

  it('are refused beside the field of a share that lacks something, and write nothing', async () => {
    const { caseId } = await scene.opened()
    await expect(scene.act({ caseId, shares: [money, { payerKind: 'enterprise', payerName: '振兴纸业', form: 'goods', item: '书包' }] }))
      .rejects.toMatchObject({ data: { issues: [{ path: ['shares', 1, 'quantity'] }, { path: ['shares', 1, 'countedIn'] },
        { path: ['shares', 1, 'amount'] }] } })
    expect((await scene.as('孙主任', (context) => listActs(context, { caseId, limit: 10 }))).items).toEqual([])
  })

  it('answer an approved need of the same case, once', async () => {
    const raised = await scene.need()
    await expect(scene.act({ caseId: raised.caseId, needId: raised.id })).rejects.toMatchObject({ code: 'NEED_NOT_APPROVED' })
    const approved = await scene.approvedNeed()
    await expect(scene.act({ needId: approved.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.act({ caseId: approved.caseId, needId: approved.id })).toMatchObject({ needId: approved.id })
    await expect(scene.act({ caseId: approved.caseId, needId: approved.id })).rejects.toMatchObject({ code: 'NEED_NOT_APPROVED' })
    const wish = await scene.claimedWish()
    await expect(scene.act({ caseId: wish.caseId, wishId: wish.id, needId: approved.id })).rejects.toMatchObject({ data: { issues: [{ path: ['wishId'] }] } })
  })

  it('are for who helps: neither a neighbour, nor a leader, nor a volunteer, nor an administrator', async () => {
    const { caseId } = await scene.opened()
    const offer = (by: PersonName) => scene.as(by, (context) => offerAct(context, {
      caseId, kind: 'study', reach: 'child', isCourtesyCall: false, words: '', shares: [money] }))
    await expect(offer('周主任')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const name of ['郑部长', '吴老师', '系统员', '冯科长'] as const) await expect(offer(name), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const act = await scene.givenAct({ caseId })
    expect((await look(act.id, '郑部长')).may).toMatchObject({ open: false, give: false, receive: false, void: false, print: false })
    await expect(scene.as('郑部长', (context) => openAct(context, { id: act.id }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(cancel(act, '孙主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(look(act.id, '钱干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(look(act.id, '审计员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('lose a payer who steps back before they are given, but not the last one, and gain another', async () => {
    const act = await scene.act()
    const [first, second] = (await look(act.id)).shares
    const left = await leave(act, first!.id)
    expect(left).toMatchObject({ totalFen: 12_000, moneyFen: 0, payerKinds: ['enterprise'], version: 2 })
    await expect(leave(left, first!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(leave(left, second!.id)).rejects.toMatchObject({ code: 'LAST_SHARE' })
    const joined = await join(left, { ...money, payerKind: 'charity', payerName: '市关爱基金会', amount: 1 })
    expect(joined).toMatchObject({ totalFen: 12_001 })
    await expect(join(joined, { ...money, item: '书包' })).rejects.toMatchObject({ data: { issues: [{ path: ['share', 'item'] }] } })
    await expect(join({ id: act.id, version: 1 }, money)).rejects.toMatchObject({ code: 'STALE' })
    const given = await give(joined)
    await expect(join(given, money)).rejects.toMatchObject({ code: 'WRONG_STATUS', data: { status: 'given' } })
    await expect(leave(given, second!.id)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    expect(await scene.counted(act.id, 'aid.money.committee')).toBe(0)
    expect(await scene.counted(act.id, 'aid.money.charity')).toBe(1)
  })

  it('hold at most twenty shares that stand', async () => {
    const act = await scene.act({ shares: Array.from({ length: 20 }, () => money) })
    await expect(join(act, money)).rejects.toMatchObject({ code: 'TOO_MANY_SHARES' })
    const [first] = (await look(act.id)).shares
    expect(await join(await leave(act, first!.id), money)).toMatchObject({ totalFen: 1_000_000 })
  })

  it('count from the day on which they were given: child, household, and each payer\'s money or goods, with masked labels', async () => {
    const act = await scene.act({ shares: [money, goods, service], isCourtesyCall: true, kind: 'food' })
    expect(await factsOf(act.id)).toEqual([])
    await give(act)
    const facts = await factsOf(act.id)
    expect(facts.map(({ measure, value }) => [measure, value])).toEqual([
      ['aid.courtesy-call', 1], ['aid.given', 1], ['aid.goods', 12_000], ['aid.household', 1], ['aid.money.committee', 50_000]])
    expect(new Set(facts.map(({ day }) => day))).toEqual(new Set(['2026-03-10']))
    expect(facts.map(({ label }) => label)).toContain('张某 · 6—13岁 · 食品 · 关工委')
    expect(JSON.stringify(facts)).not.toMatch(/小明|钟老师/)
    const advice = await scene.givenAct({ kind: 'counselling', shares: [service] })
    expect((await factsOf(advice.id)).map(({ measure }) => measure)).toEqual(['aid.counselling', 'aid.given', 'aid.household'])
  })

  it('are not given tomorrow, nor before the case was opened', async () => {
    const act = await scene.act()
    for (const day of ['2026-03-17', '2026-01-04']) await expect(give(act, day), day).rejects.toMatchObject({ data: { issues: [{ path: ['givenOn'] }] } })
    expect(await give(act, '2026-01-05')).toMatchObject({ status: 'given', givenOn: '2026-01-05' })
    await expect(give({ id: act.id, version: 2 })).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('are received with two witnesses, a signature or the reason why the family wanted neither; what was said is sealed', async () => {
    const act = await scene.givenAct()
    await expect(receive(act, { witnesses: ['周主任'] })).rejects.toMatchObject({ data: { issues: [{ path: ['witnesses'] }] } })
    expect(await receive(act)).toMatchObject({ status: 'received', receivedOn: '2026-03-11' })
    expect(await scene.as('赵干事', (context) => openAct(context, { id: act.id }))).toMatchObject({ witnesses: ['周主任', '吴老师'], signedBy: null })
    const { rows: [row] } = await scene.owner.query('select row_to_json(a)::text as text from aid.acts a where id = $1', [act.id])
    expect(row.text).not.toContain('吴老师')
    const other = await scene.givenAct()
    await receive(other, { proof: 'unwanted', unwantedReason: '老人不愿按手印', witnesses: [] })
    expect(await scene.as('孙主任', (context) => openAct(context, { id: other.id }))).toMatchObject({ unwantedReason: '老人不愿按手印', witnesses: [] })
    await expect(receive({ id: other.id, version: 3 })).rejects.toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('take a scan of the signed paper, once, and only where a paper was signed', async () => {
    const attach = (id: string, bytes = [0xff, 0xd8, 0xff, 0xe0]) => scene.as('孙主任', (context) => attachReceiptScan(context, {
      id, file: new File([Uint8Array.from(bytes)], 'x.jpg') }))
    const act = await scene.givenAct()
    await expect(attach(act.id)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    await receive(act, { proof: 'signature', signedBy: '奶奶', witnesses: [] })
    await expect(attach(act.id, [1, 2, 3, 4])).rejects.toMatchObject({ data: { issues: [{ path: ['file'] }] } })
    await attach(act.id)
    expect(await look(act.id)).toMatchObject({ hasScan: true, proof: 'signature' })
    await expect(attach(act.id)).rejects.toMatchObject({ code: 'SCAN_ATTACHED' })
    const server = await scene.serve()
    const open = (cookie: string) => server.inject({ method: 'GET', url: `/api/aid-acts/receipt-scan?id=${act.id}`, headers: { cookie } })
    const answer = await open(await scene.cookieOf('孙主任'))
    expect([answer.statusCode, answer.headers['content-type'], [...answer.rawPayload]]).toEqual([200, 'image/jpeg', [0xff, 0xd8, 0xff, 0xe0]])
    expect((await open(await scene.cookieOf('钱干事'))).statusCode).toBe(404)
    expect((await open(await scene.cookieOf('郑部长'))).statusCode).toBe(403)
    const witnessed = await scene.givenAct()
    await receive(witnessed)
    await expect(attach(witnessed.id)).rejects.toMatchObject({ code: 'NO_SIGNATURE' })
  })

  it('are voided with a reason: readable, counted nowhere', async () => {
    const act = await scene.givenAct()
    expect(await scene.counted(act.id)).toBe(50_000 + 12_000 + 2)
    expect(await cancel(act)).toMatchObject({ status: 'voided' })
    expect(await scene.counted(act.id)).toBe(0)
    expect((await factsOf(act.id)).map(({ sign }) => sign).toSorted((one, other) => one - other)).toEqual([-1, -1, -1, -1, 1, 1, 1, 1])
    expect(await look(act.id)).toMatchObject({ voidReason: '登记错了', voidedOn: '2026-03-16' })
    await expect(cancel({ id: act.id, version: 3 })).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    const offered = await scene.act()
    await cancel(offered)
    expect(await factsOf(offered.id)).toEqual([])
  })

  it('leave the house as a workbook of what is filtered, masked, and as a sheet with blank lines to be signed', async () => {
    const act = await scene.act({ shares: [{ ...goods, item: '=1+1' }, service], kind: 'legal' })
    const server = await scene.serve()
    const fetch = async (url: string, by: PersonName) => server.inject({ method: 'GET', url, headers: { cookie: await scene.cookieOf(by) } })
    for (const path of ['needs', 'aid-acts', 'wishes']) {
      expect((await fetch(`/api/${path}.xlsx`, '郑部长')).statusCode, path).toBe(200)
      expect((await fetch(`/api/${path}.xlsx`, '系统员')).statusCode, path).toBe(403)
      expect((await fetch(`/api/${path}.xlsx?unit=99010010002`, '孙主任')).statusCode, path).toBeGreaterThanOrEqual(400)
    }
    const sheet = `/api/aid-acts/handover-sheet.docx?id=${act.id}`
    const printed = await fetch(sheet, '孙主任')
    expect(printed.statusCode).toBe(200)
    // A place to sign is one line of the paper: 28 letters less the two it begins with.
    const places = docxParagraphs(printed.rawPayload).map(({ text }) => text).filter((text) => text.includes('＿'))
    expect(places.map((text) => text.split('：')[0])).toEqual(['签收人', '与孩子的关系', '见证人一', '见证人二', '经办人', '日期'])
    expect(Math.max(...places.map((text) => text.length))).toBeLessThanOrEqual(26)
    expect((await fetch(`${sheet}&purpose=registration`, '孙主任')).statusCode).toBe(200)
    expect((await fetch(`${sheet}&purpose=registration`, '赵干事')).statusCode).toBe(404)
    expect((await fetch(sheet, '郑部长')).statusCode).toBe(403)
    expect(await scene.audits('handover-sheet.printed', act.id)).toBe(2)
  })
})
