import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { backupName } from '#platform/backup/retention.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { startJobs } from '#platform/jobs/start.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getUpkeep } from '../queries/get-upkeep.ts'
import { tellOfTrouble } from './tell-of-trouble.ts'

describe('what the system administrator is told', () => {
  let city: TestCity
  let folder: string
  beforeAll(async () => {
    city = await openTestCity()
    folder = path.join(city.ground.installation.dataFolder, 'backups')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  afterAll(() => city.close())

  const backedUpAt = async (moment: string) => {
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, backupName(new Date(moment))), 'x'.repeat(7))
  }
  const morning = async (day: string) => {
    city.clock.moveTo(`${day}T09:00:00+08:00`)
    await runScheduledJob(city, tellOfTrouble)
  }
  const openTasks = async () => (await city.owner.query<{ title: string }>(`
    select distinct title from notices.notices where source_verb = 'tell-of-trouble' and kind = 'task' and done_at is null`)).rows.map(({ title }) => title)
  const runningSince = async (day: string) => {
    const heads = path.join(city.ground.installation.dataFolder, 'audit-heads')
    await mkdir(heads, { recursive: true })
    await writeFile(path.join(heads, `${city.cityId}.jsonl`), `${JSON.stringify({ day, seq: '1', hash: '0'.repeat(64) })}\n`)
  }

  it('the page tells the newest backup, whether it is of last night, and when the head of the audit was last written outside', async () => {
    city.clock.moveTo('2026-03-17T08:00:00+08:00')
    await runningSince('2026-03-16')
    await backedUpAt('2026-03-16T02:30:00+08:00')
    await backedUpAt('2026-03-17T02:30:00+08:00')
    const upkeep = await city.as('系统员', (context) => getUpkeep(context))
    expect(upkeep).toMatchObject({ backupState: 'fresh', auditHeadOn: '2026-03-16', backups: [{ bytes: 7 }, {}] })
    expect(upkeep.databaseBytes).toBeGreaterThan(1_000_000)
    await expect(city.as('赵干事', (context) => getUpkeep(context))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(city.as('安全员', (context) => getUpkeep(context))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('on the first day nobody is told that there is no backup yet, on the second the administrator is, until there is one', async () => {
    await runningSince('2026-03-18')
    await morning('2026-03-18')
    expect(await openTasks()).toEqual([])
    await morning('2026-03-19')
    expect(await openTasks()).toEqual(['还没有任何备份'])
    await backedUpAt('2026-03-20T02:30:00+08:00')
    await morning('2026-03-20')
    expect(await openTasks()).toEqual([])
  })

  it('a backup that is late by hours tells nobody, a whole night without one is told once', async () => {
    await backedUpAt('2026-03-20T02:30:00+08:00')
    await morning('2026-03-21')
    expect(await openTasks()).toEqual([])
    await morning('2026-03-22')
    await morning('2026-03-23')
    expect(await openTasks()).toEqual(['备份中断：最近一份是2026-03-20的'])
    const { rows } = await city.owner.query(`select recipient_account_id as id from notices.notices where title like '备份中断%'`)
    expect(rows).toEqual([{ id: await city.accountId('系统员') }])
  })

  it('jobs that fail again and again are told until none does', async () => {
    await backedUpAt('2026-03-25T02:30:00+08:00')
    const running = await startJobs({
      workerUrl: city.urls.worker, clock: city.clock, installation: city.ground.installation, onProblem: () => {},
      jobs: [{ name: 'send-letter', listensTo: ['letter.written'], run: () => { throw new Error('no paper') } }],
    })
    await city.as('陈主任', (context) => recordAudit(context, { verb: 'letter.written', subjectKind: 'letter' }))
    const failed = async (attempts: number) => (await city.owner.query(
      `update graphile_worker._private_jobs set attempts = $1 where last_error is not null returning id`, [attempts])).rows.length > 0
    while (!(await failed(1))) await new Promise((resolve) => { setTimeout(resolve, 50) })
    await running.stop()
    await morning('2026-03-25')
    expect(await openTasks()).toEqual([])
    await failed(3)
    await morning('2026-03-25')
    expect(await openTasks()).toEqual(['后台任务反复失败：1项'])
    await city.owner.query('delete from graphile_worker._private_jobs')
    await morning('2026-03-25')
    expect(await openTasks()).toEqual([])
  })
})
