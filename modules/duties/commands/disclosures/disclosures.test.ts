import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBooks, type BooksScene } from '#modules/ledger/queries/testing/books-scene.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { exportDisclosure } from '../../exchange/export-disclosure.ts'
import { deriveDisclosuresJob } from '../../jobs/derive-disclosures.ts'
import { remindOfDisclosures } from '../../jobs/remind-of-disclosures.ts'
import { warnOfRatios } from '../../jobs/warn-of-ratios.ts'
import { listDisclosureKinds } from '../../queries/disclosures/disclosure-kinds.ts'
import { getDisclosure } from '../../queries/disclosures/get-disclosure.ts'
import { listDisclosures } from '../../queries/disclosures/list-disclosures.ts'
import { listOccasions } from '../../queries/disclosures/list-occasions.ts'
import { getRatios } from '../../queries/ratios/get-ratios.ts'
import { recordBodyKind } from '../ratios/record-body-kind.ts'
import { recordEarlierYear } from '../ratios/record-earlier-year.ts'
import { withdrawBodyKind } from '../ratios/withdraw-body-kind.ts'
import { approveDisclosure } from './approve-disclosure.ts'
import { assignDisclosure } from './assign-disclosure.ts'
import { correctDisclosure } from './correct-disclosure.ts'
import { prepareDisclosure } from './prepare-disclosure.ts'
import { publishDisclosure } from './publish-disclosure.ts'
import { recordOccasion } from './record-occasion.ts'
import { returnDisclosure } from './return-disclosure.ts'
import { updateOccasion } from './update-occasion.ts'
import { voidDisclosure } from './void-disclosure.ts'

describe('disclosures', () => {
  let city: TestCity
  let scene: BooksScene
  beforeAll(async () => {
    city = await openTestCity()
    scene = await openBooks(city)
    await runScheduledJob(city, deriveDisclosuresJob)
  })
  afterAll(() => city.close())
  type Of = { id: string; version: number }
  const list = (state: 'open' | 'published' | 'void' = 'open', by: PersonName = '金专员') => city.as(by, (context) => listDisclosures(context, {
    state, bookId: scene.bookId, limit: 100 }))
  const look = (id: string, by: PersonName = '金专员') => city.as(by, (context) => getDisclosure(context, { id }))
  const find = async (kind: string) => {
    const found = (await list()).items.find((item) => item.kind === kind)
    if (found === undefined) throw new Error(`no ${kind}`)
    return found
  }
  const occasion = (change: object = {}, by: PersonName = '金专员') => city.as(by, (context) => recordOccasion(context, {
    bookId: scene.bookId, kind: 'campaign', title: '春蕾助学', startsOn: '2026-02-01', ...change }))
  const prepare = async ({ id, version }: Of, { by = '金专员', texts = {} }: { by?: PersonName; texts?: Record<string, string> } = {}) => {
    const { fields } = await look(id)
    return city.as(by, (context) => prepareDisclosure(context, {
      id, version, fields: fields.map(({ name, text }) => ({ name, text: texts[name] ?? (text === '' ? '无' : text) })) }))
  }
  const approve = ({ id, version }: Of, by: PersonName = '施理事长') => city.as(by, (context) => approveDisclosure(context, { id, version }))
  const publish = ({ id, version }: Of, publishedOn = '2026-03-16') => city.as('金专员', (context) => publishDisclosure(context, {
    id, version, publishedOn, publishedWhere: '慈善中国' }))
  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code })

  it('of the year stand in the calendar once, by the kinds that bind the body', async () => {
    await runScheduledJob(city, deriveDisclosuresJob)
    expect((await list()).items.map(({ kind, dueOn, status, daysLeft }) => [kind, dueOn, status, daysLeft])
      .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))).toEqual([
      ['related-list', '2026-05-31', 'due', 76], ['report-to-public', '2026-05-31', 'due', 76], ['report-to-registrar', '2026-03-31', 'due', 15]])
    expect((await city.as('金专员', listDisclosureKinds)).items).toHaveLength(13)
  })

  it('are filled from the records, written, approved by another person, published, and corrected by notes alone', async () => {
    await city.as('许会计', (context) => recordEarlierYear(context, {
      bookId: scene.bookId, year: 2025, income: 123_456, netAssets: 1, source: '审计报告', version: 0 }))
    const due = await find('report-to-registrar')
    const filled = await look(due.id)
    expect(Object.fromEntries(filled.fields.map(({ name, text }) => [name, text]))).toMatchObject({
      基金会名称: '基金会账套', 报告年度: '2025', 本年度总收入: '1,234.56元', 理事会成员: '无', 主要工作: '' })
    await expect(prepare(due, { texts: { 主要工作: ' ' } })).rejects.toMatchObject({ data: { issues: [{ message: '请填写“主要工作”，没有的写“无”' }] } })
    await refused(approve(due), 'WRONG_STATUS')
    const prepared = await prepare(due, { texts: { 主要工作: '助学' } })
    expect(prepared.status).toBe('prepared')
    await refused(publish(prepared), 'WRONG_STATUS')
    const returned = await city.as('吕会计', (context) => returnDisclosure(context, { id: due.id, version: prepared.version, reason: '写上受助人数' }))
    expect(await look(due.id)).toMatchObject({ status: 'due', reason: '写上受助人数' })
    expect((await look(due.id)).fields.find(({ name }) => name === '主要工作')?.text).toBe('助学')
    const again = await prepare(returned)
    await city.owner.query('update duties.disclosures set prepared_by = $2 where id = $1', [due.id, await city.accountId('施理事长')])
    await refused(approve(again), 'OWN_DISCLOSURE')
    expect((await look(due.id, '施理事长')).may.approve).toBe(false)
    const approved = await approve(again, '吕会计')
    await expect(publish(approved, '2026-03-17')).rejects.toMatchObject({ data: { issues: [{ path: ['publishedOn'] }] } })
    const published = await publish(approved)
    expect(published).toMatchObject({ status: 'published', publishedOn: '2026-03-16', publishedWhere: '慈善中国' })
    await refused(prepare(published), 'WRONG_STATUS')
    const put = (publishedOn: string) => city.as('金专员', (context) => correctDisclosure(context, {
      ...published, words: '总收入应为1234.57元', publishedOn, publishedWhere: '慈善中国' }))
    // Nothing is put right before it went out.
    await expect(put('2026-03-15')).rejects.toMatchObject({ data: { issues: [{ path: ['publishedOn'] }] } })
    await put('2026-03-16')
    const after = await look(due.id)
    expect(after.notes.map(({ words, notedName }) => [words, notedName])).toEqual([['总收入应为1234.57元', '金专员']])
    expect(after.fields.find(({ name }) => name === '本年度总收入')?.text).toBe('1,234.56元')
    expect((await list('published')).items.map(({ id }) => id)).toEqual([due.id])
  })

  it('follow an occasion: a plan before it, progress every three months, a report after its end', async () => {
    const { id, version, dueCount } = await occasion()
    const turns = async () => (await list()).items.filter(({ title }) => title.includes('春蕾')).map(({ kind, dueOn }) => [kind, dueOn])
    expect([dueCount, await turns()]).toEqual([2, [['campaign-plan', '2026-01-22'], ['campaign-progress', '2026-05-01']]])
    await runScheduledJob(city, deriveDisclosuresJob)
    expect(await turns()).toHaveLength(2)
    await city.as('金专员', (context) => updateOccasion(context, { id, version, title: '春蕾助学', startsOn: '2026-02-01', endsOn: '2026-04-30' }))
    expect(await turns()).toEqual([['campaign-plan', '2026-01-22'], ['campaign-report', '2026-07-30']])
    expect((await list('void')).items.map(({ kind }) => kind)).toEqual(['campaign-progress'])
    await refused(city.as('金专员', (context) => updateOccasion(context, { id, version, title: '春蕾', startsOn: '2026-02-01' })), 'STALE')
    await expect(occasion({ endsOn: '2026-01-31' })).rejects.toMatchObject({ data: { issues: [{ path: ['endsOn'] }] } })
    expect((await city.as('金专员', (context) => listOccasions(context, { bookId: scene.bookId }))).items).toMatchObject([{ title: '春蕾助学', openCount: 2 }])
  })

  it('follow a campaign of the foundation: its plan until it is filed, then what comes after', async () => {
    await city.owner.query(`insert into charity.campaigns (city_id, id, scope_code, unit_id, book_id, fund_id, name, purpose, starts_on, ends_on, area,
      leader_name,
        office_address, ways, bank_account, beneficiaries, use_plan, cost_fen, surplus_rule, is_emergency, status, made_name, created_at, updated_at)
      select b.city_id, gen_random_uuid(), b.scope_code, b.unit_id, b.id, $2, '一元捐', '助学', '2026-04-01', '2026-04-30', '全市', '金专员', '市里', '转账', '账户', '学生',
        '助学',
        0, '续用', false, 'draft', '金专员', now(), now() from ledger.books b where b.id = $1`, [scene.bookId, scene.funds.general])
    const turns = async () => (await list()).items.filter(({ title }) => title.includes('一元捐')).map(({ kind, dueOn }) => [kind, dueOn])
    await runScheduledJob(city, deriveDisclosuresJob)
    await runScheduledJob(city, deriveDisclosuresJob)
    expect(await turns()).toEqual([['campaign-plan', '2026-03-22'], ['campaign-report', '2026-07-30']])
    await city.owner.query(`update charity.campaigns set status = 'filed', filed_on = '2026-03-16', filing_number = 'A1', ends_on = '2026-05-31'`)
    await runScheduledJob(city, deriveDisclosuresJob)
    expect(await turns()).toEqual([['campaign-report', '2026-08-31']])
    await city.owner.query(`update charity.campaigns set status = 'discarded', filed_on = null, filing_number = null`)
    await runScheduledJob(city, deriveDisclosuresJob)
    expect(await turns()).toEqual([])
  })

  it('follow a project from its approval; what the books and the list of people know is filled in, five people at least', async () => {
    const turns = async () => (await list()).items.filter(({ title }) => title.includes('暖冬')).map(({ kind, dueOn }) => [kind, dueOn])
    await city.owner.query(`insert into projects.projects (city_id, id, scope_code, unit_id, book_id, name, purpose, starts_on, ends_on, people_planned,
        surplus_rule, status, budget_fen, proposed_name, created_at, updated_at)
      select b.city_id, gen_random_uuid(), b.scope_code, b.unit_id, b.id, '暖冬', '过冬', '2026-01-01', '2026-12-31', 9, 'return', 'submitted', 200000, '金专员',
        now(), now() from ledger.books b where b.id = $1`, [scene.bookId])
    await runScheduledJob(city, deriveDisclosuresJob)
    expect(await turns()).toEqual([])
    await city.owner.query(`update projects.projects set status = 'running', approved_on = '2026-03-16', approved_name = '施理事长' where name = '暖冬'`)
    const help = (people: number) => city.owner.query(`insert into projects.beneficiaries (city_id, id, scope_code, unit_id, project_id, label, people_count,
        households_count, added_on, added_name, created_at)
      select p.city_id, gen_random_uuid(), p.scope_code, p.unit_id, p.id, '一个班', $1, 0, '2026-03-16', '金专员', now() from projects.projects p
       where p.name = '暖冬'`, [people])
    await help(4)
    await runScheduledJob(city, deriveDisclosuresJob)
    await runScheduledJob(city, deriveDisclosuresJob)
    expect(await turns()).toEqual([['project-progress', '2026-04-01'], ['project-report', '2027-03-31']])
    const filled = async () => Object.fromEntries((await look((await find('project-progress')).id)).fields.map(({ name, text }) => [name, text]))
    expect(await filled()).toMatchObject({ 项目收支: '预算2,000.00元，已支出0.00元，剩余2,000.00元', 受益情况: '受益不足5人，不单独公布人数', 项目实施情况: '' })
    await help(1)
    expect(await filled()).toMatchObject({ 受益情况: '共5人受益' })
  })

  it('of an emergency come every five days', async () => {
    await occasion({ kind: 'emergency', title: '抗洪', startsOn: '2026-03-05' })
    expect((await list()).items.filter(({ kind }) => kind === 'emergency-figures').map(({ dueOn }) => dueOn)).toEqual(['2026-03-10', '2026-03-15',
      '2026-03-20'])
    expect((await find('emergency-filing')).dueOn).toBe('2026-03-16')
  })

  it('have somebody who answers for them and is told before the day and after it, each once', async () => {
    const plan = await find('campaign-plan')
    await refused(city.as('金专员', async (context) => assignDisclosure(context, { ...plan, accountId: await city.accountId('吕会计') })), 'NOT_IN_CHARGE')
    await refused(city.as('金专员', (context) => assignDisclosure(context, { ...plan, accountId: scene.bookId })), 'NOT_FOUND')
    expect(await city.as('金专员', async (context) => assignDisclosure(context, { ...plan, accountId: await city.accountId('许会计') })))
      .toMatchObject({ responsibleName: '许会计' })
    await runScheduledJob(city, remindOfDisclosures)
    await runScheduledJob(city, remindOfDisclosures)
    const told = async (id: string) => (await city.owner.query<{ person_name: string; title: string }>(`select a.person_name, n.title from notices.notices n
      join accounts.accounts a on a.id = n.recipient_account_id where n.source_id = $1 order by 1`, [id])).rows
    expect(await told(plan.id)).toEqual([{ person_name: '许会计', title: '信息公开已经逾期：募捐方案备案：春蕾助学' }])
    const figures = (await list()).items.find(({ dueOn, kind }) => kind === 'emergency-figures' && dueOn === '2026-03-20')
    expect((await told(figures?.id ?? '')).map(({ person_name: name }) => name)).toEqual(['何会计', '许会计', '金专员'].toSorted())
  })

  it('are given up with a reason, and come no more', async () => {
    const { id, version } = await find('related-list')
    await city.as('金专员', (context) => voidDisclosure(context, { id, version, reason: '2025年尚未成立' }))
    await runScheduledJob(city, deriveDisclosuresJob)
    expect((await list()).items.some(({ kind }) => kind === 'related-list')).toBe(false)
    await refused(prepare({ id, version: version + 1 }), 'WRONG_STATUS')
  })

  it('go out as pages and as a table', async () => {
    const { id } = await find('report-to-public')
    const bytes = async (format: 'docx' | 'xlsx') => city.as('金专员', async (context) => {
      const { body, fileName } = await exportDisclosure.run(context, { id, format } as never)
      let size = 0
      for await (const piece of body) size += piece.length
      return [fileName, size > 1000]
    })
    expect([await bytes('docx'), await bytes('xlsx')]).toEqual([
      ['年度工作报告和财务会计报告（慈善中国公开）：2025年度.docx', true], ['年度工作报告和财务会计报告（慈善中国公开）：2025年度.xlsx', true]])
  })

  it('are seen and kept by who works with money in the range alone', async () => {
    const { id, version } = await find('report-to-public')
    await refused(look(id, '陈主任'), 'FORBIDDEN')
    await refused(look(id, '曹会计'), 'NOT_FOUND')
    await refused(prepare({ id, version }, { by: '施理事长' }), 'FORBIDDEN')
    await refused(occasion({}, '吕会计'), 'FORBIDDEN')
    await refused(city.as('许会计', (context) => publishDisclosure(context, { id, version, publishedOn: '2026-03-16', publishedWhere: '网站' })), 'FORBIDDEN')
  })

  it('beside them ratios that will not be kept are told of once a month, from July on', async () => {
    const warnings = async () => (await city.owner.query('select 1 from notices.notices where source_verb = $1', ['warn-of-ratios'])).rows.length
    await runScheduledJob(city, warnOfRatios)
    expect(await warnings()).toBe(0)
    city.clock.moveTo('2026-07-02T09:00:00+08:00')
    await runScheduledJob(city, warnOfRatios)
    await runScheduledJob(city, warnOfRatios)
    expect(await warnings()).toBe(3)
  })

  it('of a year follow what the body was at its end, whatever it is now', async () => {
    const kind = (of: 'foundation' | 'public-foundation', fromOn: string) => city.as('许会计', (context) => recordBodyKind(context, {
      bookId: scene.bookId, kind: of, fromOn, source: '登记证书' }))
    const major = async () => (await list()).items.filter((item) => item.kind === 'major-projects').map(({ title }) => title)
    await kind('foundation', '2025-06-01')
    await kind('public-foundation', '2026-01-01')
    expect(await major()).toEqual([])
    // Recording a kind draws the calendar anew.
    await runJobsInline(city, [{ jobs: [deriveDisclosuresJob] }])
    expect(await major()).toEqual(['上年度重大公益项目：2025年度'])
    // Recorded wrongly: what that year asked is given up by rule, and waits again once the year asks it again. What a person gave up does not,
    // in whatever words.
    const { kinds } = await city.as('许会计', (context) => getRatios(context, { bookId: scene.bookId, year: 2025 }))
    const wrong = kinds.find(({ fromOn }) => fromOn === '2025-06-01')?.id ?? ''
    await city.as('许会计', (context) => withdrawBodyKind(context, { id: wrong, reason: '日期写错' }))
    await runJobsInline(city, [{ jobs: [deriveDisclosuresJob] }])
    expect(await major()).toEqual([])
    await kind('foundation', '2025-07-01')
    await runJobsInline(city, [{ jobs: [deriveDisclosuresJob] }])
    expect(await major()).toEqual(['上年度重大公益项目：2025年度'])
    const due = await find('major-projects')
    await city.as('金专员', (context) => voidDisclosure(context, { id: due.id, version: due.version, reason: '事由的日期或单位性质已经改变，不再需要' }))
    await runScheduledJob(city, deriveDisclosuresJob)
    expect(await major()).toEqual([])
  })
})
