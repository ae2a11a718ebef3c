import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import type { NewIncident } from '../contract.ts'
import { protectionModule } from '../module.ts'
import { getIncident } from '../queries/get-incident.ts'
import { listIncidentChildren } from '../queries/list-incident-children.ts'
import { listIncidents } from '../queries/list-incidents.ts'
import { recordIncident } from './record-incident.ts'
import { openRightsScene, type RightsScene } from './steps/sample-scene.ts'

const sample: NewIncident = {
  kind: 'leak', title: '名册打印件遗失', fields: ['name', 'phone'], childrenCount: 3, cause: '会议后遗失一份纸质名册', foundAt: '2026-03-16T08:30', childIds: [],
}

describe('recording an incident', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())
  type Name = Parameters<RightsScene['as']>[0]
  const record = (change: Partial<NewIncident> = {}, by: Name = '赵干事') => scene.as(by, (context) => recordIncident(context, { ...sample, ...change }))

  it('starts the hours for telling the authority and the guardians, and reaches the responsible person at once', async () => {
    const { id } = await record()
    const incident = await scene.as('冯科长', (context) => getIncident(context, { id }))
    expect(incident).toMatchObject({ title: '名册打印件遗失', childrenCount: 3, status: 'open', isLate: false })
    expect(incident.obstacles).toEqual(['measures', 'authority', 'guardians'])
    expect(incident.authorityDueAt.toISOString()).toBe('2026-03-17T00:30:00.000Z')
    expect(incident.guardiansDueAt.toISOString()).toBe('2026-03-19T00:30:00.000Z')
    for (const _ of [1, 2]) await runJobsInline(scene, [protectionModule])
    const { rows } = await scene.owner.query(`select n.title, n.due_on, a.person_name from notices.notices n
      join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_id = $1`, [id])
    expect(rows).toEqual([{ title: '未成年人信息安全事件（泄露），请立即处置、报告并告知监护人', due_on: '2026-03-17', person_name: '冯科长' }])
  })

  it('links the children it concerns, masked for who may see children and hidden from the audit administrator', async () => {
    const child = await scene.child()
    const { id } = await record({ childIds: [child.id] })
    expect((await scene.as('冯科长', (context) => getIncident(context, { id }))).children).toEqual([{ id: child.id, maskedName: '张某', ageBand: '6-13' }])
    expect((await scene.as('冯科长', (context) => listIncidentChildren(context, { id, limit: 5 }))).items).toMatchObject([{ maskedName: '张某', ageBand: '6-13' }])
    expect((await scene.as('审计员', (context) => getIncident(context, { id }))).children).toEqual([])
    const server = await scene.serve()
    const answer = await server.inject({ method: 'GET', url: `/api/incidents/record.docx?id=${id}`, headers: { cookie: await scene.cookieOf('冯科长') } })
    const text = docxParagraphs(answer.rawPayload).map((line) => line.text).join('\n')
    expect(text).toMatch('名册打印件遗失')
    expect(text).toMatch('2026-03-16 08:30')
    expect(text).not.toMatch(/张/)
  })

  it('refuses a time to come, more children than counted, and children or units out of range', async () => {
    const child = await scene.child()
    await expect(record({ foundAt: '2026-03-16T09:01' })).rejects.toMatchObject({ data: { issues: [{ path: ['foundAt'] }] } })
    await expect(record({ childrenCount: 0, childIds: [child.id] })).rejects.toMatchObject({ data: { issues: [{ path: ['childrenCount'] }] } })
    await expect(record({ childIds: [child.id] }, '卫干事')).rejects.toThrow('NOT_FOUND')
    await expect(record({ unitId: await scene.unitId('9901001') })).rejects.toThrow('NOT_FOUND')
  })

  it('is for offices and responsible persons; the audit administrator reads; leaders and others never', async () => {
    const { id } = await record()
    for (const name of ['郑部长', '孙主任', '吴老师', '系统员', '安全员', '审计员'] as const) await expect(record({}, name)).rejects.toThrow('FORBIDDEN')
    for (const name of ['郑部长', '孙主任', '吴老师', '系统员', '安全员'] as const) {
      await expect(scene.as(name, (context) => listIncidents(context, { limit: 20 }))).rejects.toThrow('FORBIDDEN')
    }
    expect((await scene.as('审计员', (context) => listIncidents(context, { limit: 200 }))).items.map((item) => item.id)).toContain(id)
    expect((await scene.as('钱干事', (context) => listIncidents(context, { limit: 200 }))).items.map((item) => item.id)).not.toContain(id)
  })
})
