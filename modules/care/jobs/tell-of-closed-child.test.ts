import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeChild } from '#modules/children/commands/close-child.ts'
import { childrenModule } from '#modules/children/module.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { closeCase } from '../commands/close-case.ts'
import { openCareScene, type CareScene } from '../commands/steps/sample-scene.ts'
import type { CaseRow } from '../contract.ts'
import { careModule } from '../module.ts'
import { getCase } from '../queries/get-case.ts'
import { listDayCases } from '../queries/list-day-cases.ts'
import { getRoute } from '../queries/visits/get-route.ts'
import { remindOfOverdueVisits } from './remind-of-overdue-visits.ts'

// 孙主任 keeps 东一村. The case is overdue: nobody went since January.
describe('a file closed while a case of the child is open', () => {
  let scene: CareScene
  let opened: CaseRow
  beforeAll(async () => {
    scene = await openCareScene()
    opened = await scene.open('章离开', { openedOn: '2026-02-10' })
    const { rows } = await scene.owner.query('select version from children.children where id = $1', [opened.childId])
    await scene.as('孙主任', (context) => closeChild(context, { id: opened.childId, version: rows[0].version, reason: 'deceased', closedOn: '2026-03-16' }))
    await runJobsInline(scene, [childrenModule, careModule])
  })
  afterAll(() => scene.close())
  const tasks = async () => (await scene.owner.query(`select a.person_name, n.title, n.link, n.due_on, n.done_at is not null as is_done from notices.notices n
    join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id where n.source_kind = 'case-of-closed-child'`)).rows

  it('is a task for who may close the case, once and without a name', async () => {
    await runJobsInline(scene, [careModule])
    expect(await tasks()).toEqual([
      { person_name: '孙主任', title: '孩子的档案已结束，个案还在进行，请结案', link: `/cases/${opened.id}`, due_on: '2026-03-23', is_done: false }])
  })

  it('is not asked to be visited', async () => {
    expect(opened.isOverdue).toBe(true)
    await runScheduledJob(scene, remindOfOverdueVisits)
    const reminders = await scene.owner.query(`select 1 from notices.notices where source_id = $1 and source_verb = 'remind-of-overdue-visits'`, [opened.id])
    expect(reminders.rows).toEqual([])
    const other = await scene.open('章在家', { openedOn: '2026-02-10' })
    const route = await scene.as('孙主任', (context) => getRoute(context, { on: '2026-03-16' }))
    expect(route.groups.flatMap(({ stops }) => stops.map(({ caseId }) => caseId))).toEqual([other.id])
  })

  it('is on no phone: the volunteer paired with it is not sent there', async () => {
    const volunteer = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 3 })
    const other = await scene.open('章到校', { openedOn: '2026-02-10' })
    for (const { id } of [opened, other]) await scene.pair(id, volunteer, { fromOn: '2026-02-10' })
    const day = await scene.as('吴老师', (context) => listDayCases(context))
    expect(day.map(({ id }) => id)).toEqual([other.id])
  })

  it('is said on the page of the case', async () => {
    const read = (id: string) => scene.as('孙主任', (context) => getCase(context, { id }))
    expect((await read(opened.id)).isChildRegistered).toBe(false)
    expect((await read((await scene.open('章留下')).id)).isChildRegistered).toBe(true)
  })

  it('lets the case be closed although a visit is overdue; the task ends', async () => {
    const closed = await scene.as('孙主任', (context) => closeCase(context, { id: opened.id, version: opened.version, reason: 'other', result: '' }))
    expect(closed.status).toBe('closed')
    await runJobsInline(scene, [careModule])
    expect((await tasks()).map(({ is_done: isDone }) => isDone)).toEqual([true])
  })
})
