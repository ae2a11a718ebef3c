import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInEmergency } from '#modules/children/commands/request-access.ts'
import { decideAccess } from '#modules/children/commands/decide-access.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { childrenModule } from '#modules/children/module.ts'
import { openRightsScene, type RightsScene } from '../commands/steps/sample-scene.ts'
import { listEmergencyAccesses } from '../queries/list-emergency-accesses.ts'
import { remindOfEmergencies } from './remind-of-emergencies.ts'

describe('emergency access', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())
  const list = (input: { late?: boolean; status?: 'pending' | 'approved' } = {}) =>
    scene.as('冯科长', (context) => listEmergencyAccesses(context, { limit: 20, ...input }))
  const titles = async (id: string) => (await scene.owner.query('select title from notices.notices where source_id = $1 order by created_at', [id])).rows

  it('reaches the responsible person at once, has a last day, is reminded of after it once, and ends with the look', async () => {
    const child = await scene.child()
    const { requestId } = await scene.as('赵干事', (context) => openInEmergency(context, { id: child.id, explanation: '孩子走失', fields: ['name'] }))
    await runJobsInline(scene, [childrenModule])
    expect(await titles(requestId)).toEqual([{ title: '赵干事紧急查阅了张某的档案，请复核' }])
    expect((await list()).items).toMatchObject([{ id: requestId, dueOn: '2026-03-19', isLate: false, status: 'pending', isOwn: false, explanation: '孩子走失' }])
    for (const day of ['2026-03-19', '2026-03-20', '2026-03-21']) {
      scene.clock.moveTo(`${day}T07:15:00+08:00`)
      await runScheduledJob(scene, remindOfEmergencies)
    }
    expect((await titles(requestId)).map(({ title }) => title)).toContain('赵干事紧急查阅张某的档案已超过复核期限，请立即复核')
    expect(await titles(requestId)).toHaveLength(2)
    expect((await list({ late: true })).items.map(({ id }) => id)).toEqual([requestId])
    await scene.as('冯科长', (context) => decideAccess(context, { id: requestId, approved: true, note: '情况属实' }))
    expect((await list({ status: 'approved' })).items).toMatchObject([{ isLate: true, decidedName: '冯科长' }])
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('is listed for the responsible persons of the range only', async () => {
    for (const name of ['赵干事', '陈主任', '郑部长', '审计员', '孙主任'] as const) {
      await expect(scene.as(name, (context) => listEmergencyAccesses(context, { limit: 20 }))).rejects.toThrow('FORBIDDEN')
    }
    expect((await scene.as('褚科长', (context) => listEmergencyAccesses(context, { limit: 20 }))).items).toEqual([])
  })
})
