import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listFigureRows } from '#modules/figures/queries/list-figure-rows.ts'
import { listReports } from '../queries/list-reports.ts'
import { getReportingGuide } from '../queries/get-reporting-guide.ts'
import { fileReport } from './file-report.ts'
import { openReportScene, sampleReport, type ReportScene } from './steps/sample-report.ts'

describe('filing a mandatory report', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())
  const rowsOf = async (text: string, values: unknown[] = []) => (await scene.owner.query(text, values)).rows

  it('names the officer above at once, and nobody of the next county', async () => {
    const id = await scene.file()
    const readers = await rowsOf('select person_name, ground, sees_reporter from safeguarding.report_readers where report_id = $1', [id])
    expect(readers).toEqual([{ person_name: '冯科长', ground: 'officer', sees_reporter: true }])
    expect(await scene.as('褚科长', (context) => listReports(context, { limit: 20 }))).toMatchObject({ items: [], total: 0 })
  })

  it('about a registered child of the range stands under the unit of the child', async () => {
    const childId = await scene.child()
    const id = await scene.file({ childId, description: '' }, '赵干事')
    expect(await rowsOf('select scope_code::text from safeguarding.reports where id = $1', [id])).toEqual([{ scope_code: '990100100010001000' }])
    expect(await scene.open(id)).toMatchObject({ childId, childLabel: '张某 · 6—13岁', seen: '胳膊上有多处淤青' })
  })

  it('a child out of range is not found, and a child that is not registered needs a description', async () => {
    const childId = await scene.child()
    await expect(scene.file({ childId }, '蒋主任')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.file({ description: '' })).rejects.toMatchObject({ data: { issues: [{ path: ['description'] }] } })
  })

  it('neither table, audit, notice nor figure says who reported or whom it is about', async () => {
    const childId = await scene.child()
    const id = await scene.file({ childId, reporterPhone: '13812345678', seen: '绝密的经过' }, '赵干事')
    const account = await scene.accountId('赵干事')
    const everything = JSON.stringify([
      await rowsOf('select * from safeguarding.reports where id = $1', [id]),
      await rowsOf('select * from safeguarding.report_readers where report_id = $1', [id]),
      await rowsOf('select * from safeguarding.steps where report_id = $1', [id]), await rowsOf('select * from audit.entries where subject_id = $1', [id]),
      await rowsOf('select * from figures.facts where record_id = $1', [id]),
      await rowsOf(`select * from platform.idempotency_keys where answer::text like '%QB2026%'`),
    ])
    for (const secret of [childId, account, '赵干事', '13812345678', '绝密', '东一村口', '张某']) expect(everything).not.toContain(secret)
    const plain = Buffer.concat((await rowsOf('select sealed_account, sealed_reporter from safeguarding.reports where id = $1', [id]))
      .flatMap((row) => [row.sealed_account, row.sealed_reporter])).toString('utf8')
    for (const secret of [childId, account, '绝密']) expect(plain).not.toContain(secret)
  })

  it('counts by situation, under a label that names nobody', async () => {
    const id = await scene.file({ situations: ['abandoned', 'made-to-beg', 'abandoned'] })
    expect(await rowsOf('select measure, label, subject_id from figures.facts where record_id = $1 order by measure', [id])).toEqual(
      ['mandatory-report.abandoned', 'mandatory-report.filed', 'mandatory-report.made-to-beg'].map((measure) => ({ measure, label: '某儿童', subject_id: null })))
    const rows = await scene.as('郑部长', (context) => listFigureRows(context, { code: 'safeguarding.reports', period: '2026-03', limit: 50, part: 'numerator' }))
    expect(new Set(rows.items.map(({ label }) => label))).toEqual(new Set(['某儿童']))
  })

  it('sent twice it is filed once, with the same number', async () => {
    const report = sampleReport()
    const first = await scene.as('孙主任', (context) => fileReport(context, report))
    const second = await scene.as('孙主任', (context) => fileReport(context, report))
    expect(second).toEqual(first)
    expect(first.toldCount).toBe(1)
  })

  it('somebody whom the matter touches does not receive it, but one must remain', async () => {
    const { rows: [grant] } = await scene.owner.query(
      `insert into accounts.grants (city_id, id, scope_code, account_id, unit_id, role_code, from_on, granted_by)
       select city_id, gen_random_uuid(), scope_code, account_id, unit_id, 'guardian-officer', from_on, granted_by from accounts.grants
        where account_id = $1 returning id`, [await scene.accountId('李组长')])
    const guide = await scene.as('孙主任', (context) => getReportingGuide(context, {}))
    expect(guide.people.map(({ personName }) => personName).toSorted()).toEqual(['冯科长', '李组长'])
    expect([guide.hotlines[0]?.number, guide.situations.length]).toEqual(['110', 9])
    const [feng, li] = [await scene.accountId('冯科长'), await scene.accountId('李组长')]
    const id = await scene.file({ withheld: [feng] })
    await expect(scene.open(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.open(id, '李组长')).toMatchObject({ status: 'handling' })
    await expect(scene.file({ withheld: [feng, li] })).rejects.toMatchObject({ code: 'NOBODY_LEFT' })
    await scene.owner.query('delete from accounts.grants where id = $1', [grant.id])
  })

  it('a moment that has not come is refused beside its field, and so is what police was told', async () => {
    await expect(scene.file({ seenAt: '2026-03-17T09:00', told: [{ kind: 'police', happenedAt: '2027-01-01T00:00', contact: '李警官' }] })).rejects.toMatchObject({
      data: { issues: [{ path: ['seenAt'] }, { path: ['told', 0, 'happenedAt'] }] },
    })
  })

  it('administrators do not report here', async () => {
    for (const name of ['系统员', '安全员', '审计员'] as const) await expect(scene.file({}, name)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
