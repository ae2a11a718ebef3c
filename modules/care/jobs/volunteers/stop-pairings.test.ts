import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeStatus } from '#modules/volunteers/commands/change-status.ts'
import { recordClearance } from '#modules/volunteers/commands/record-clearance.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { closeCase } from '../../commands/close-case.ts'
import { planVisits } from '../../commands/plan-visits.ts'
import { openCareScene, type CareScene } from '../../commands/steps/sample-scene.ts'
import { careModule } from '../../module.ts'

// Today is 16 March 2026; pairings begin on 1 February.
describe('a volunteer who may not go on', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  const work = () => runJobsInline(scene, [careModule])
  const paired = async (child: string, volunteer: string) => {
    const id = await scene.volunteer({ name: volunteer, unit: '99010010001', capacity: 20 })
    const opened = await scene.open(child)
    return { id, opened, pairing: await scene.pair(opened.id, id) }
  }
  const rowOf = async (id: string) => (await scene.owner.query('select until_on, ended_reason from care.pairings where id = $1', [id])).rows[0] as unknown
  const openedBy = async (id: string) =>
    (await scene.owner.query('select 1 from children.access_grants where ground_id = $1 and ended_at is null', [id])).rows.length
  const tasksOf = async (caseId: string) => (await scene.owner.query(
    `select title, due_on, done_at is not null as is_done from notices.notices where source_kind = 'case-without-volunteer' and source_id = $1
      order by recipient_account_id limit 1`, [caseId])).rows
  const clearance = (id: string, checkedOn: string, result: 'found' | 'clear') =>
    scene.as('赵干事', (context) => recordClearance(context, { id, checkedOn, result }))

  it('whose check found something is paired no more, from that moment; the office looks for another', async () => {
    const { id, opened, pairing } = await paired('张一', '吴查')
    await scene.as('孙主任', (context) => planVisits(context, {
      visits: [{ caseId: opened.id, plannedOn: '2026-03-18', medium: 'home', volunteerId: id, withWorker: true }],
    }))
    await clearance(id, '2026-03-16', 'found')
    await work()
    await work()
    expect(await rowOf(pairing.id)).toEqual({ until_on: '2026-03-15', ended_reason: '准入查询未通过' })
    expect(await openedBy(pairing.id)).toBe(0)
    expect([await scene.counted(pairing.id, 'pairing.active', '2026-03-15'), await scene.counted(pairing.id, 'pairing.active')]).toEqual([1, 0])
    expect(await scene.audits('pairing.ended', pairing.id)).toBe(1)
    expect((await scene.owner.query('select volunteer_id, status from care.planned_visits where case_id = $1', [opened.id])).rows)
      .toEqual([{ volunteer_id: null, status: 'planned' }])
    expect(await tasksOf(opened.id)).toEqual([{ title: '吴查的准入查询未通过，结对已停止，请另行安排', due_on: '2026-03-23', is_done: false }])
  })

  it('ends the task with the next pairing of the case, or with the case', async () => {
    const [one, two] = [await paired('李二', '郑查'), await paired('王三', '冯查')]
    for (const { id } of [one, two]) await clearance(id, '2026-03-16', 'found')
    await work()
    await scene.pair(one.opened.id, await scene.volunteer({ name: '褚新', unit: '99010010001' }), { fromOn: '2026-03-16' })
    await scene.visit(two.opened.id, { volunteerIds: [] })
    await scene.as('赵干事', (context) => closeCase(context, { id: two.opened.id, version: two.opened.version, reason: 'solved', result: '' }))
    await work()
    for (const { opened } of [one, two]) expect(await tasksOf(opened.id)).toMatchObject([{ is_done: true }])
  })

  it('who was visiting today stays paired until tonight, so that the visit stands', async () => {
    const { id, opened, pairing } = await paired('陈四', '卫查')
    await scene.visit(opened.id, { madeOn: '2026-03-16', volunteerIds: [id] })
    await clearance(id, '2026-03-16', 'found')
    await work()
    expect(await rowOf(pairing.id)).toMatchObject({ until_on: '2026-03-16' })
    expect(await openedBy(pairing.id)).toBe(0)
  })

  it('whose older check is entered late, or whose check is clear, goes on', async () => {
    const { id, pairing } = await paired('蒋五', '沈查')
    await clearance(id, '2025-06-01', 'found')
    await clearance(id, '2026-03-16', 'clear')
    await work()
    expect(await rowOf(pairing.id)).toEqual({ until_on: null, ended_reason: null })
  })

  it('who left is paired until that day; a pairing that had not begun is taken back', async () => {
    const { id, opened, pairing } = await paired('韩六', '杨离')
    const ahead = await scene.pair((await scene.open('韩七')).id, id, { fromOn: '2026-04-01' })
    await scene.as('赵干事', (context) => changeStatus(context, { id, version: 1, status: 'left', on: '2026-03-12', reason: '随子女外迁' }))
    await work()
    expect(await rowOf(pairing.id)).toEqual({ until_on: '2026-03-12', ended_reason: '退出五老队伍' })
    expect(await rowOf(ahead.id)).toBeUndefined()
    expect(await scene.counted(ahead.id, 'pairing.made', '2026-04-01')).toBe(0)
    expect(await tasksOf(opened.id)).toMatchObject([{ title: '杨离已退出五老队伍，结对已结束，请另行安排', is_done: false }])
  })
})
