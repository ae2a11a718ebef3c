import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { openReportScene, type ReportScene } from '../commands/steps/sample-report.ts'
import { safeguardingModule } from '../module.ts'
import { escalateReports } from './escalate-reports.ts'

describe('the jobs of mandatory reports', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())
  const told = async (id: string) => (await scene.owner.query(
    `select a.person_name, n.title, n.done_at is not null as is_done from notices.notices n
       join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id where n.source_id = $1 order by n.created_at, n.title`, [id])).rows

  it('tell the named at once, once, and without a word of what it is about; the first opening ends the tasks', async () => {
    const id = await scene.file({ seen: '绝密的经过' })
    await runJobsInline(scene, [safeguardingModule])
    const { rows: [filed] } = await scene.owner.query(
      `select id, scope_code::text as scope_code from audit.entries where subject_id = $1 and verb = 'mandatory-report.filed'`, [id])
    const again = {
      entryId: filed.id, verb: 'mandatory-report.filed', subjectKind: 'mandatory-report', subjectId: id, scopeCode: filed.scope_code, details: {},
    }
    await runScheduledJob(scene, { name: 'again', run: (context) => safeguardingModule.jobs[0]?.run(context, again) ?? Promise.resolve() })
    expect(await told(id)).toEqual([{ person_name: '冯科长', title: '有一份强制报告待您查看', is_done: false }])
    await scene.open(id)
    await runJobsInline(scene, [safeguardingModule])
    expect((await told(id))[0].is_done).toBe(true)
  })

  it('are no task for whoever is told when somebody has the report in hand already', async () => {
    const id = await scene.file()
    await scene.open(id)
    await runJobsInline(scene, [safeguardingModule])
    expect((await scene.owner.query('select distinct kind from notices.notices where source_id = $1', [id])).rows).toEqual([{ kind: 'message' }])
  })

  it('escalate what nobody opens in thirty minutes to the readers and, without detail, to the leader; later and later, never twice at once', async () => {
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
    const id = await scene.file()
    scene.clock.moveTo('2026-03-16T09:29:00+08:00')
    await runScheduledJob(scene, escalateReports)
    expect(await told(id)).toEqual([])
    scene.clock.moveTo('2026-03-16T09:30:00+08:00')
    await runScheduledJob(scene, escalateReports)
    await runScheduledJob(scene, escalateReports)
    expect((await told(id)).map(({ person_name: who, title }) => [who, title])).toEqual([
      ['冯科长', '有一份强制报告仍待您查看（第1次提醒）'], ['郑部长', '有一份强制报告超时无人查看，请督促']])
    scene.clock.moveTo('2026-03-16T10:29:00+08:00')
    await runScheduledJob(scene, escalateReports)
    expect(await told(id)).toHaveLength(2)
    scene.clock.moveTo('2026-03-16T10:30:00+08:00')
    await runScheduledJob(scene, escalateReports)
    expect(await told(id)).toHaveLength(4)
    await scene.open(id)
    scene.clock.moveTo('2026-03-16T18:00:00+08:00')
    await runScheduledJob(scene, escalateReports)
    expect(await told(id)).toHaveLength(4)
  })

  it('a report that reached nobody reaches the officer who comes later, and the leader hears that nobody can read it', async () => {
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
    const officer = await scene.accountId('褚科长')
    await scene.owner.query('update accounts.grants set revoked_at = now() where account_id = $1', [officer])
    const id = await scene.file({}, '蒋主任')
    scene.clock.moveTo('2026-03-16T09:40:00+08:00')
    await runScheduledJob(scene, escalateReports)
    expect((await told(id)).map(({ title }) => title)).toEqual(['有一份强制报告无人可以查看，请立即落实人员'])
    await scene.owner.query('update accounts.grants set revoked_at = null where account_id = $1', [officer])
    await runScheduledJob(scene, escalateReports)
    expect(await scene.open(id, '褚科长')).toMatchObject({ status: 'handling' })
  })
})
