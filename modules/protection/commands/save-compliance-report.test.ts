import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInEmergency } from '#modules/children/commands/request-access.ts'
import { registerSample } from '#modules/children/commands/steps/sample-child.ts'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import type { PersonName } from '#tests/city/people.ts'
import { remindOfComplianceReport } from '../jobs/remind-of-compliance-report.ts'
import { getComplianceReport } from '../queries/get-compliance-report.ts'
import { listComplianceRows } from '../queries/list-compliance-rows.ts'
import type { ComplianceBand, ComplianceCode } from '../rules/compliance.ts'
import { saveComplianceReport } from './save-compliance-report.ts'
import { openRightsScene, type RightsScene } from './steps/sample-scene.ts'

describe('the yearly report', () => {
  let scene: RightsScene
  beforeAll(async () => {
    scene = await openRightsScene()
    const consents = [{ kind: 'service' as const, form: 'paper' as const, covers: '帮扶', fromOn: '2026-01-01' }]
    await registerSample(scene, { consents })
    const { id } = await registerSample(scene, { birthOn: '2010-01-01', consents })
    await scene.as('孙主任', (context) => openInEmergency(context, { id, explanation: '孩子走失', fields: ['name'] }))
    await scene.request()
  })
  afterAll(() => scene.close())
  const report = (by: PersonName = '冯科长', wish: { unit?: string; year?: number } = {}) => scene.as(by, (context) => getComplianceReport(context, wish))
  const rows = (code: ComplianceCode, band?: ComplianceBand, by: PersonName = '冯科长') =>
    scene.as(by, (context) => listComplianceRows(context, { code, limit: 200, ...(band === undefined ? {} : { band }) }))
  const openTasks = async () => (await scene.owner.query(`select a.person_name from notices.notices n
    join accounts.accounts a on a.id = n.recipient_account_id where n.source_verb = 'remind-of-compliance-report' and n.done_at is null
    order by a.sign_in_name desc`
  )).rows.map((row) => row.person_name)
  const save = (year: number, by: PersonName = '冯科长') => scene.as(by, (context) => saveComplianceReport(context, { year }))

  it('counts those under fourteen and those from fourteen to eighteen apart', async () => {
    const { figures, unitName, dueOn } = await report()
    const figure = (code: string) => figures.find((each) => each.code === code)
    expect([unitName, dueOn]).toEqual(['甲区', '2027-01-31'])
    expect(figure('children-kept')).toMatchObject({ 'under-14': 2, '14-to-18': 1, other: 0 })
    expect(figure('consents-service')).toMatchObject({ 'under-14': 1, '14-to-18': 1 })
    expect(figure('emergencies')).toMatchObject({ 'under-14': 0, '14-to-18': 1 })
    expect(figure('rights-requests')).toMatchObject({ 'under-14': 1 })
  })

  it('opens for every figure and age as many rows as it says', async () => {
    const { figures } = await report()
    for (const figure of figures) {
      for (const band of ['under-14', '14-to-18', 'other'] as const) {
        const page = await rows(figure.code, band)
        expect([figure.code, band, page.total, page.items.length]).toEqual([figure.code, band, figure[band], figure[band]])
      }
    }
  })

  it('names children masked to the responsible person, and to the audit administrator not at all', async () => {
    expect((await rows('children-kept')).items[0]).toMatchObject({ maskedName: '张某' })
    for (const row of (await rows('children-kept', undefined, '审计员')).items) expect(row).toMatchObject({ maskedName: null, childId: null })
  })

  it('is read by responsible person, office and audit administrator in their range; by nobody else', async () => {
    for (const name of ['郑部长', '孙主任', '吴老师', '系统员', '安全员'] as const) {
      await expect(report(name)).rejects.toThrow('FORBIDDEN')
      await expect(rows('children-kept', undefined, name)).rejects.toThrow('FORBIDDEN')
    }
    expect((await report('褚科长')).figures.every((figure) => figure['under-14'] === 0)).toBe(true)
    for (const unit of ['9901002', '9901', '99010010009']) await expect(report('冯科长', { unit })).rejects.toThrow('NOT_FOUND')
    expect((await report('冯科长', { unit: '99010010001' })).unitName).toBe('东街镇')
  })

  it('on paper holds figures and no name', async () => {
    const server = await scene.serve()
    const answer = await server.inject({ method: 'GET', url: '/api/compliance-report.docx', headers: { cookie: await scene.cookieOf('冯科长') } })
    const text = docxParagraphs(answer.rawPayload).map((line) => line.text).join('\n')
    expect(text).toMatch('甲区2026年未成年人个人信息保护合规报告')
    expect(text).toMatch('不满十四周岁')
    expect(text).not.toMatch(/张|李桂花|孙主任/)
  })

  it('is settled once by the responsible person when the year is over, and stays as it was counted', async () => {
    await expect(save(2026)).rejects.toThrow('YEAR_NOT_OVER')
    for (const name of ['赵干事', '陈主任', '郑部长', '审计员'] as const) await expect(save(2025, name)).rejects.toThrow('FORBIDDEN')
    scene.clock.moveTo('2027-01-02T07:00:00+08:00')
    for (const _ of [1, 2]) await runScheduledJob(scene, remindOfComplianceReport)
    const { rows: told } = await scene.owner.query(`select n.title, n.due_on, a.person_name from notices.notices n
      join accounts.accounts a on a.id = n.recipient_account_id where n.source_verb = 'remind-of-compliance-report' order by a.person_name`)
    const title = '请完成2026年未成年人个人信息保护合规报告'
    expect(told).toEqual(expect.arrayContaining([{ title, due_on: '2027-01-31', person_name: '冯科长' }, { title, due_on: '2027-01-31', person_name: '褚科长' }]))
    expect(told).toHaveLength(2)
    await save(2025, '褚科长')
    expect(await openTasks()).toEqual(['冯科长', '褚科长'])
    const before = await report('冯科长', { year: 2026 })
    expect(before.maySave).toBe(true)
    await save(2026)
    await scene.owner.query('delete from protection.rights_requests')
    expect(await report('冯科长', { year: 2026 })).toMatchObject({ savedName: '冯科长', countedOn: '2027-01-02', maySave: false, figures: before.figures })
    await expect(save(2026)).rejects.toThrow('REPORT_SETTLED')
    expect(await openTasks(), 'the to-do of the unit that settled ends, and no other').toEqual(['褚科长'])
  })
})
