import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { listVolunteers } from '#modules/volunteers/queries/list-volunteers.ts'
import { assessRisk } from '../commands/assessments/assess-risk.ts'
import { openCareScene, scoresOf, type CareScene } from '../commands/steps/sample-scene.ts'
import { commentOnVisit } from '../commands/visits/comment-on-visit.ts'
import { getVisit } from '../queries/get-visit.ts'
import { listCases } from '../queries/list-cases.ts'
import { listVisits } from '../queries/list-visits.ts'
import { getWeeklyDigest } from '../queries/visits/get-weekly-digest.ts'
import { sendWeeklyDigests } from './send-weekly-digests.ts'

describe('the weekly digest', () => {
  let scene: CareScene
  beforeAll(async () => {
    scene = await openCareScene()
    const wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', clearedUntilOn: '2026-04-15' })
    const one = await scene.open('张一')
    await scene.owner.query(`insert into care.pairings (city_id, id, scope_code, case_id, child_id, volunteer_id, volunteer_name, role, from_on)
      select city_id, gen_random_uuid(), scope_code, id, child_id, $2, '吴老师', 'primary', '2026-02-01' from care.cases where id = $1`, [one.id, wu])
    const visit = await scene.visit(one.id, { by: '吴老师', madeOn: '2026-03-10', withWorker: true })
    await scene.visit(one.id, { madeOn: '2026-03-16', volunteerIds: [] })
    await scene.as('赵干事', (context) => commentOnVisit(context, { id: visit.id, text: '辛苦了' }))
    const two = await scene.open('张二', { scores: scoresOf.red })
    for (const madeOn of ['2026-03-11', '2026-03-12']) await scene.visit(two.id, { madeOn, outcome: 'attempted', minutes: 0, volunteerIds: [] })
    await scene.as('孙主任', (context) => assessRisk(context, { id: one.id, scores: scoresOf.yellow, colour: 'green', overrideReason: '情况好转' }))
  })
  afterAll(() => scene.close())
  const digest = (by: Parameters<CareScene['as']>[0]) => scene.as(by, (context) => getWeeklyDigest(context, {}))
  const sent = async () => (await scene.owner.query(
    `select a.person_name, n.title, n.body, n.link, n.kind from notices.notices n
      join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id
      where n.source_verb = 'send-weekly-digests' order by a.person_name`)).rows

  it('counts what happened in the week that is over and what waits today, each the total of its list', async () => {
    const counted = await digest('赵干事')
    expect(counted).toEqual({
      fromOn: '2026-03-09', untilOn: '2026-03-15', made: 1, overdue: 1, inVain: 1, reviewsDue: 0, plansWaiting: 0, overridesWaiting: 1, commentsUnread: 1,
      clearancesExpiring: 1,
    })
    const totals = await scene.as('赵干事', async (context) => [
      (await listVisits(context, { outcome: 'made', voided: false, from: counted.fromOn, to: counted.untilOn, limit: 1 })).total,
      (await listCases(context, { overdue: true, limit: 1 })).total, (await listCases(context, { inVain: true, limit: 1 })).total,
      (await listCases(context, { overrideWaiting: true, limit: 1 })).total, (await listVisits(context, { unread: true, voided: false, limit: 1 })).total,
      (await listVolunteers(context, { clearance: 'expiring', status: 'active', limit: 1 })).total,
    ])
    expect(totals).toEqual([counted.made, counted.overdue, counted.inVain, counted.overridesWaiting, counted.commentsUnread, counted.clearancesExpiring])
  })

  it('goes once to each office that has something to see, in numbers and without a name', async () => {
    await runScheduledJob(scene, sendWeeklyDigests)
    await runScheduledJob(scene, sendWeeklyDigests)
    const notices = await sent()
    expect(notices.map((notice) => notice.person_name)).toEqual(['李组长', '赵干事', '陈主任'].toSorted())
    expect(notices.find((notice) => notice.person_name === '赵干事')).toMatchObject({
      kind: 'message', link: '/weekly-digest', title: '走访周报：2026年3月9日至2026年3月15日',
      body: '完成走访1次；走访逾期1件；连续两次未见到1件；颜色调整待审批1件；留言未读1条；准入查询30天内到期1人。',
    })
    expect(JSON.stringify(notices)).not.toMatch(/张|吴老师/)
  })

  it('counts a comment as read once somebody who went has opened the visit', async () => {
    const { items } = await scene.as('赵干事', (context) => listVisits(context, { unread: true, limit: 5 }))
    await scene.as('赵干事', (context) => getVisit(context, { id: items[0]!.id }))
    expect((await digest('赵干事')).commentsUnread).toBe(1)
    await scene.as('吴老师', (context) => getVisit(context, { id: items[0]!.id }))
    expect((await digest('赵干事')).commentsUnread).toBe(0)
  })

  it('is read by those who look after the cases of a range, not by a volunteer, and counts the own range alone', async () => {
    await expect(digest('吴老师')).rejects.toThrow('FORBIDDEN')
    expect(await digest('王组长')).toMatchObject({ made: 0, overdue: 0, inVain: 0, commentsUnread: 0, clearancesExpiring: 0 })
  })
})
