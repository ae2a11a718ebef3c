import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { assessRisk } from '../commands/assessments/assess-risk.ts'
import { decideOverride } from '../commands/assessments/decide-override.ts'
import { openCareScene, scoresOf, type CareScene } from '../commands/steps/sample-scene.ts'
import { eraseChild } from '#modules/children/commands/erase-child.ts'
import { endKeeping } from '#modules/children/commands/steps/sample-child.ts'
import { careModule } from '../module.ts'
import { getVisit } from '../queries/get-visit.ts'
import { remindOfOverdueVisits } from './remind-of-overdue-visits.ts'
import { warnOfExpiringClearances } from './volunteers/warn-of-expiring-clearances.ts'

describe('the jobs of care', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  const notices = async (sourceId: string) => (await scene.owner.query(
    `select a.person_name, n.title, n.due_on, n.done_at is not null as is_done from notices.notices n
       join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id where n.source_id = $1 order by a.person_name`, [sourceId])).rows

  it('remind the people of the village of an overdue visit, once for each case and day, and stop when it was made', async () => {
    const opened = await scene.open('张一', { openedOn: '2026-03-08', scores: scoresOf.red })
    await runScheduledJob(scene, remindOfOverdueVisits)
    await runScheduledJob(scene, remindOfOverdueVisits)
    expect(await notices(opened.id)).toEqual([{ person_name: '孙主任', title: '走访逾期：张某，应于2026年3月15日前走访', due_on: '2026-03-15', is_done: false }])
    await scene.visit(opened.id, { outcome: 'attempted', minutes: 0, madeOn: '2026-03-16', volunteerIds: [] })
    await runJobsInline(scene, [careModule])
    expect((await notices(opened.id))[0].is_done).toBe(false)
    await scene.visit(opened.id, { madeOn: '2026-03-16', volunteerIds: [] })
    await runJobsInline(scene, [careModule])
    expect((await notices(opened.id))[0].is_done).toBe(true)
  })

  it('say nothing of what is due today, and tell the unit above where the village has nobody', async () => {
    const [dueToday, orphaned] = [await scene.open('张二', { openedOn: '2026-03-09', scores: scoresOf.red }), await scene.open(
      '李三', { by: '周主任', openedOn: '2026-03-08', scores: scoresOf.red }
    )]
    await scene.owner.query('update accounts.grants set revoked_at = now() where account_id = $1', [await scene.accountId('周主任')])
    await runScheduledJob(scene, remindOfOverdueVisits)
    expect(await notices(dueToday.id)).toEqual([])
    expect((await notices(orphaned.id)).map(({ person_name: name }) => name)).toEqual(['赵干事'])
  })

  it('warn in time that a clearance ends before the pairing does', async () => {
    const [soon, later] = [
      await scene.volunteer(
        { name: '吴老师', unit: '99010010001', clearedUntilOn: '2026-04-15' }
      ), await scene.volunteer({ name: '尤老师', unit: '99010010001', clearedUntilOn: '2026-12-31' })]
    const opened = await scene.open('张四')
    const [one, two] = [await scene.pair(opened.id, soon), await scene.pair(opened.id, later, { role: 'helper' })]
    await runScheduledJob(scene, warnOfExpiringClearances)
    await runScheduledJob(scene, warnOfExpiringClearances)
    expect((await notices(one.id)).map(({ title }) => title)).toEqual(['吴老师的准入查询2026年4月15日到期，请办理复查或调整结对'])
    expect(await notices(two.id)).toEqual([])
  })

  it('make the notes of an erased child unreadable, while the visits go on counting', async () => {
    const opened = await scene.open('张五')
    const visit = await scene.visit(opened.id, { note: '秘密', volunteerIds: [] })
    await scene.as('孙主任', (context) => assessRisk(context, { id: opened.id, scores: scoresOf.red, colour: 'green', overrideReason: '秘密' }))
    const { rows: [wished] } = await scene.owner.query('select id from care.assessments where case_id = $1 and override_colour is not null', [opened.id])
    await scene.as('赵干事', (context) => decideOverride(context, { id: wished.id, isApproved: true, answer: '秘密' }))
    await scene.owner.query(
      `update children.children set status = 'closed', closed_on = '2026-03-16', closing_reason = 'grown-up' where id = $1`, [opened.childId]
    )
    await endKeeping(scene, opened.childId)
    await scene.as('冯科长', (context) => eraseChild(context, { id: opened.childId, reason: '监护人申请', version: 1 } as Parameters<typeof eraseChild>[1]))
    await runJobsInline(scene, [careModule])
    expect((await scene.as('赵干事', (context) => getVisit(context, { id: visit.id }))).note).toBeNull()
    const { rows } = await scene.owner.query('select wrapped_key from care.cases where id = $1', [opened.id])
    expect(rows[0].wrapped_key).toBeNull()
    const { rows: [kept] } = await scene.owner.query(
      'select override_reason, override_answer, override_status from care.assessments where id = $1', [wished.id])
    expect(kept).toEqual({ override_reason: '已删除', override_answer: null, override_status: 'approved' })
    expect(await scene.counted(visit.id, 'visit.made')).toBe(1)
  })
})
