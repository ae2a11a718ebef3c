import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBooks, livedTwoMonths, type BooksScene } from '#modules/ledger/queries/testing/books-scene.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { ratioFigures } from '../../contract.ts'
import { warnOfLeave } from '../../jobs/warn-of-leave.ts'
import { listDutyBodies } from '../../queries/bodies.ts'
import { getRatios } from '../../queries/ratios/get-ratios.ts'
import { listRatioPostings } from '../../queries/ratios/list-ratio-postings.ts'
import { recordBodyKind } from './record-body-kind.ts'
import { recordEarlierYear } from './record-earlier-year.ts'
import { recordRatioNote } from './record-ratio-note.ts'
import { setBody } from './set-body.ts'
import { withdrawBodyKind } from './withdraw-body-kind.ts'

describe('the legal ratios', () => {
  let city: TestCity
  let scene: BooksScene
  beforeAll(async () => {
    city = await openTestCity()
    scene = await openBooks(city)
    await livedTwoMonths(scene)
    await scene.openMonth(202603)
    await scene.post('2026-03-02', [{ code: '5201', debit: 90, memo: '房租' }, { code: '1002', credit: 90 }])
  })
  afterAll(() => city.close())
  const sheet = (by: PersonName = '许会计', year = 2026) => city.as(by, (context) => getRatios(context, { bookId: scene.bookId, year }))
  const earlier = (change: object = {}, by: PersonName = '许会计') => city.as(by, (context) => recordEarlierYear(context, {
    bookId: scene.bookId, year: 2025, income: 100_000, netAssets: 550_000, source: '2025年度审计报告', version: 0, ...change }))
  const note = (change: object, by: PersonName = '许会计') => city.as(by, (context) => recordRatioNote(context, {
    bookId: scene.bookId, year: 2026, ratio: 'administration', kind: 'explanation', words: '搬迁办公室', ...change }))

  it('are reckoned from the books by class of cost, up to today, and every figure is the sum of the postings it opens', async () => {
    const { figures, judged, rule, untilOn, isRunning, forecast } = await sheet()
    expect(Object.fromEntries(figures.filter(({ year }) => year === 2026).map(({ figure, fen }) => [figure, fen]))).toEqual({
      income: 300_000, 'gift-income': 300_000, 'adjusted-income': 300_000, charity: 70_000, administration: 9_000, fundraising: 2_000, other: 0,
      spending: 81_000, 'net-assets': 769_000,
    })
    expect(figures.find(({ figure, year }) => figure === 'net-assets' && year === 2025)).toMatchObject({ fen: 550_000, isEntered: false })
    expect({ rule, untilOn, isRunning }).toMatchObject({ rule: { spendingPercent: 70, validFrom: '2024-09-05' }, untilOn: '2026-03-16', isRunning: true })
    expect(judged).toMatchObject([{ ratio: 'spending', verdict: 'unknown' }, { ratio: 'administration', countedFen: 9_000, baseFen: 81_000, hundredths: 1112 }])
    expect(forecast).toMatchObject({ elapsedDays: 75, yearDays: 365, promisedFen: 0 })
    for (const figure of ratioFigures) {
      const page = await city.as('许会计', (context) => listRatioPostings(context, { bookId: scene.bookId, year: 2026, figure, limit: 100 }))
      expect([figure, page.items.reduce((sum, { countedFen }) => sum + countedFen, 0), page.figureFen])
        .toEqual([figure, ...Array(2).fill(figures.find((found) => found.figure === figure && found.year === 2026)?.fen)])
    }
  })

  it('know income from gifts by the number forms know it under, whatever number the chart of the year gives it', async () => {
    const gifts = async () => (await sheet()).figures.find(({ figure, year }) => figure === 'gift-income' && year === 2026)?.fen
    await city.owner.query(`update ledger.accounts set code = '4010', form_code = '4101' where code = '4101'`)
    expect(await gifts()).toBe(300_000)
    await city.owner.query(`update ledger.accounts set code = '4101', form_code = null where code = '4010'`)
    expect(await gifts()).toBe(300_000)
  })

  it('open their postings page by page', async () => {
    const ask = (after?: string) => city.as('许会计', (context) => listRatioPostings(context, {
      bookId: scene.bookId, year: 2026, figure: 'spending', limit: 2, ...after === undefined ? {} : { after } }))
    const first = await ask()
    const second = await ask(first.next ?? '')
    expect([first.items.length, second.items.length, second.next, first.total]).toEqual([2, 1, null, 3])
    expect([...first.items, ...second.items].map(({ datedOn }) => datedOn)).toEqual(['2026-02-10', '2026-02-20', '2026-03-02'])
  })

  it('are measured by years before the books as they were entered from the audited report; a stale save is refused', async () => {
    expect(await earlier()).toMatchObject({ year: 2025, incomeFen: 100_000, version: 1 })
    expect((await sheet()).judged[0]).toMatchObject({ verdict: 'met', baseFen: 100_000, countedFen: 70_000 })
    await expect(earlier()).rejects.toMatchObject({ code: 'STALE' })
    expect(await earlier({ version: 1, income: 100_001 })).toMatchObject({ version: 2 })
    expect((await sheet()).judged[0]).toMatchObject({ verdict: 'short', gapFen: 1 })
    await expect(earlier({ year: 2026 })).rejects.toMatchObject({ code: 'YEAR_IN_BOOKS' })
    // What was spent then is in no books: such a year is not judged here.
    expect(await sheet('许会计', 2025)).toMatchObject({ rule: { spendingPercent: 70 }, judged: [] })
  })

  it('may be measured by three years', async () => {
    await earlier({ year: 2024, income: 60_000 })
    await earlier({ year: 2023, income: 60_000 })
    expect((await sheet()).judged[0]).toMatchObject({ verdict: 'met', excuse: 'average' })
  })

  it('are explained with author and day; a special case is reported and published', async () => {
    expect((await sheet()).judged[1]).toMatchObject({ verdict: 'excused', excuse: 'free' })
    expect(await note({})).toMatchObject({ notedName: '许会计', notedOn: '2026-03-16', kind: 'explanation' })
    await expect(note({ kind: 'special-case' })).rejects.toMatchObject({ data: { issues: [{ path: ['reportedOn'] }, {}, {}] } })
    await note({ kind: 'agreement', amount: 5_000, words: '协议约定' }, '施理事长')
    expect((await sheet()).notes.map(({ kind, amountFen }) => [kind, amountFen])).toEqual([['explanation', null], ['agreement', 5_000]])
  })

  it('follow what the body was at the end of each year, by the day and the paper somebody recorded', async () => {
    const record = (change: object = {}, by: PersonName = '许会计') => city.as(by, (context) => recordBodyKind(context, {
      bookId: scene.bookId, kind: 'foundation', fromOn: '2026-02-01', source: '登记证书', ...change }))
    const rules = async () => Promise.all([2024, 2025, 2026, 2027].map(async (year) => (await sheet('许会计', year)).rule?.bodyKind))
    expect([await rules(), (await sheet()).kinds, (await sheet()).body]).toMatchObject([Array(4).fill('public-foundation'), [], { isSaid: false }])
    const wrong = await record()
    expect(wrong).toMatchObject({ kind: 'foundation', fromOn: '2026-02-01', source: '登记证书', recordedName: '许会计', withdrawnOn: null })
    expect((await sheet()).rule).toMatchObject({ base: 'net-assets', spendingPercent: 8 })
    expect([await rules(), (await sheet()).body]).toMatchObject([['public-foundation', 'public-foundation', 'foundation', 'foundation'], { isSaid: true }])
    // In the year it changed the other kind is told beside, and what the ratios would be by it.
    expect((await sheet()).before).toMatchObject([{ untilOn: '2026-01-31', rule: { bodyKind: 'public-foundation' }, judged: [{ limitPercent: 70 }, {}] }])
    expect((await sheet('许会计', 2025)).before).toEqual([])
    await expect(record({ kind: 'society' })).rejects.toMatchObject({ code: 'KIND_KNOWN' })
    await expect(record({ fromOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['fromOn'] }] } })
    await expect(record({ fromOn: '2026-03-01' }, '金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const withdraw = (by: PersonName = '许会计') => city.as(by, (context) => withdrawBodyKind(context, { id: wrong.id, reason: '日期写错' }))
    await expect(withdraw('金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(withdraw('曹会计')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await withdraw()).toMatchObject({ withdrawnOn: '2026-03-16', withdrawnReason: '日期写错', withdrawnName: '许会计' })
    await expect(withdraw()).rejects.toMatchObject({ code: 'KIND_WITHDRAWN' })
    expect(await rules()).toEqual(Array(4).fill('public-foundation'))
    // What was withdrawn stays to be seen, and its day may be recorded anew.
    await record({ kind: 'public-foundation' })
    expect((await sheet()).kinds.map(({ kind, withdrawnOn }) => [kind, withdrawnOn])).toEqual([['public-foundation', null], ['foundation', '2026-03-16']])
    expect((await sheet()).before).toEqual([])
  })

  it('name the body by its credit code', async () => {
    const { items: [body] } = await city.as('许会计', (context) => listDutyBodies(context))
    expect(body).toMatchObject({ kind: 'public-foundation', creditCode: null, version: 0 })
    const set = (version: number) => city.as('许会计', (context) => setBody(context, { bookId: scene.bookId, creditCode: '91350100M000100Y43', version }))
    expect(await set(0)).toMatchObject({ creditCode: '91350100M000100Y43', version: 1 })
    await expect(set(0)).rejects.toMatchObject({ code: 'STALE' })
  })

  it('say where what the body is taken for and its recorded leave to ask the public contradict one another, on the last day that is counted', async () => {
    const leave = async (year = 2026) => (await sheet('许会计', year)).leave
    const said = (kind: 'foundation' | 'public-foundation') => city.owner.query(
      `update duties.body_kinds set kind = $2, from_on = '2024-01-01' where book_id = $1 and withdrawn_on is null`, [scene.bookId, kind])
    const tasks = async () => (await city.owner.query<{ title: string; done: boolean }>(`select distinct title, done_at is not null as done from notices.notices
      where source_verb = 'warn-of-leave' and due_on is null and kind = 'task' order by title`)).rows
    const missing = { title: expect.stringContaining('没有登记有效的资格') as string }
    expect(await leave()).toEqual({ number: null, conflict: 'no-leave' })
    await runScheduledJob(city, warnOfLeave)
    await runScheduledJob(city, warnOfLeave)
    expect(await tasks()).toEqual([{ ...missing, done: false }])
    await city.owner.query(`insert into charity.qualifications (city_id, id, scope_code, book_id, number, granted_on, valid_until, source, recorded_name,
        recorded_at)
      select city_id, gen_random_uuid(), scope_code, id, '公募001', '2026-01-01', '2026-03-16', '证书', '施理事长', now() from ledger.books
       where id = $1`, [scene.bookId])
    expect(await leave()).toEqual({ number: '公募001', conflict: null })
    expect(await leave(2025)).toEqual({ number: null, conflict: 'no-leave' })
    await runScheduledJob(city, warnOfLeave)
    expect(await tasks()).toEqual([{ ...missing, done: true }])
    await said('foundation')
    expect(await leave()).toEqual({ number: '公募001', conflict: 'leave' })
    expect(await leave(2025)).toEqual({ number: null, conflict: null })
    await runScheduledJob(city, warnOfLeave)
    expect(await tasks()).toEqual([{ ...missing, done: true }, { title: expect.stringContaining('按没有资格的组织计算') as string, done: false }])
    // What was ended or has run out is no leave.
    await city.owner.query(`update charity.qualifications set ended_on = '2026-03-16', ended_reason = '收回', ended_name = '施理事长'`)
    expect(await leave()).toEqual({ number: null, conflict: null })
    await city.owner.query(`update charity.qualifications set ended_on = null, ended_reason = null, ended_name = null, valid_until = '2026-03-15'`)
    expect(await leave()).toEqual({ number: null, conflict: null })
    await said('public-foundation')
  })

  it('bind no committee', async () => {
    await city.owner.query(`update ledger.books set holder_kind = 'committee' where id = $1`, [scene.bookId])
    await city.owner.query('delete from duties.body_kinds where book_id = $1', [scene.bookId])
    expect(await sheet()).toMatchObject({ rule: null, judged: [], forecast: null })
    await expect(note({})).rejects.toMatchObject({ code: 'NOT_BOUND' })
    await expect(city.as('许会计', (context) => recordBodyKind(context, {
      bookId: scene.bookId, kind: 'foundation', fromOn: '2026-01-01', source: '证书' }))).rejects.toMatchObject({ code: 'NOT_BOUND' })
    await city.owner.query(`update ledger.books set holder_kind = 'public-charity' where id = $1`, [scene.bookId])
  })

  it('are seen by who works with money in the range alone', async () => {
    await expect(sheet('陈主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(sheet('曹会计')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(note({}, '金专员')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await sheet('金专员')).mayExplain).toBe(false)
  })
})
