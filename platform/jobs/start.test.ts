import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { recordAudit } from '#platform/audit/record.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { JobDefinition, JobEvent } from './definition.ts'
import { listFailedJobs } from './failed-jobs.ts'
import { asWorker, runJobsInline } from './inline.ts'
import { listenersOf, relayEntries } from './relay.ts'
import { startJobs, type JobProblem, type RunningJobs } from './start.ts'

describe('background jobs', () => {
  let city: TestCity
  let running: RunningJobs | undefined
  beforeAll(async () => { city = await openTestCity() })
  afterEach(async () => {
    await running?.stop()
    running = undefined
  })
  afterAll(() => city.close())

  const start = async (jobs: JobDefinition[], problems: JobProblem[] = []) => {
    const { clock, installation } = city.ground
    running = await startJobs({ workerUrl: city.urls.worker, clock, installation, jobs, onProblem: (problem) => problems.push(problem) })
    return running
  }
  const note = (verb: string, details = {}) => city.as('李组长', (context) => recordAudit(context, { verb, subjectKind: 'case', details }))
  const until = async (holds: () => boolean | Promise<boolean>) => {
    while (!await holds()) await pause(20)
  }

  it('start on a database whose queue does not exist yet, and again where it does', async () => {
    await (await start([])).stop()
    running = undefined
    await start([])
    const { rows } = await city.owner.query<{ count: number }>('select count(*)::int as count from graphile_worker.migrations')
    expect(rows[0]?.count).toBeGreaterThan(10)
  })

  it('are told of the entries they listen to, once each, as the system of the whole city', async () => {
    const told: (JobEvent | null)[] = []
    const actors: string[] = []
    const job: JobDefinition = {
      name: 'tell-superior', listensTo: ['case.closed'],
      run: async (context, event) => {
        told.push(event)
        actors.push(context.actor.personName)
        const { rows } = await city.owner.query('select 1')
        expect(rows).toHaveLength(1)
        const units = await context.tx.selectFrom('organization.units').select('id').where('cityId', '=', context.actor.cityId).execute()
        expect(units.length).toBeGreaterThan(10)
      },
    }
    const entryId = await note('case.closed', { reason: 'done' })
    await note('case.opened')
    await start([job])
    await until(() => told.length > 0)
    await note('case.closed')
    await until(() => told.length > 1)
    expect(told).toHaveLength(2)
    expect(told[0]).toMatchObject({ entryId, verb: 'case.closed', subjectKind: 'case', scopeCode: '990100100000000000', details: { reason: 'done' } })
    expect(actors).toEqual(['系统', '系统'])
  })

  it('seal the audit and write its head at the start', async () => {
    await note('case.opened')
    await start([])
    await until(async () => (await city.owner.query(
      'select 1 from audit.entries e left join audit.seals s on s.city_id = e.city_id and s.entry_id = e.id where s.seq is null')).rows.length === 0)
    const file = await readFile(path.join(city.ground.installation.dataFolder, 'audit-heads', `${city.cityId}.jsonl`), 'utf8')
    expect(file.trim().split('\n').length).toBeGreaterThan(0)
  })

  it('that fail leave nothing behind, are reported, listed and tried again', async () => {
    const problems: JobProblem[] = []
    let tries = 0
    const job: JobDefinition = {
      name: 'send-letter', listensTo: ['letter.written'],
      run: async (context) => {
        tries += 1
        await recordAudit(context, { verb: 'letter.sent', subjectKind: 'letter' })
        if (tries === 1) throw new Error('no paper')
      },
    }
    const entryId = await note('letter.written')
    const { pool } = await start([job], problems)
    const sent = async () => Number((await city.owner.query(`select count(*) from audit.entries where verb = 'letter.sent'`)).rows[0].count)
    await until(async () => problems.length > 0 && (await listFailedJobs(pool)).length > 0)
    expect(problems[0]).toMatchObject({ what: 'send-letter', error: { message: 'no paper' } })
    const [failed] = await listFailedJobs(pool)
    expect(failed).toMatchObject({ name: 'send-letter', cityId: city.cityId, entryId, attempts: 1, lastError: 'no paper' })
    expect(failed?.nextTryAt).toBeInstanceOf(Date)
    expect(await sent()).toBe(0)
    await until(async () => (await listFailedJobs(pool)).length === 0 && tries === 2)
    expect(await sent()).toBe(1)
  })

  it('go on when the end of one could not be noted: the queue is begun again, and the process lives', async () => {
    const problems: JobProblem[] = []
    const told: string[] = []
    await start([{ name: 'count-letters', listensTo: ['letter.counted'], run: async (_context, event) => { told.push(event?.entryId ?? '') } }], problems)
    await city.owner.query(`create function public.lose_end() returns trigger language plpgsql as $$ begin raise 'the database went away'; end $$`)
    await city.owner.query('create trigger lose_end before delete on graphile_worker._private_jobs for each row execute function public.lose_end()')
    const first = await note('letter.counted')
    await until(() => problems.some(({ what }) => what === 'queue'))
    await city.owner.query('drop function public.lose_end cascade')
    const second = await note('letter.counted')
    await until(() => told.includes(second))
    expect(told).toEqual([first, second])
  })

  it('run for every city when their time comes', async () => {
    let runs = 0
    const job: JobDefinition = { name: 'send-digest', schedule: '30 7 * * *', run: async (context, event) => {
      expect(event).toBeNull()
      runs += context.actor.cityId === city.cityId ? 1 : 100
    } }
    const { pool } = await start([job])
    await pool.query(`select graphile_worker.add_job('send-digest', '{"_cron": {}}'::json)`)
    await until(() => runs > 0)
    expect(runs).toBe(1)
  })

  it('may not share a name', async () => {
    const job: JobDefinition = { name: 'send-digest', run: async () => {} }
    await expect(start([job, job])).rejects.toThrow('send-digest')
  })

  it('are queued once however often the relay runs, also from a rewound watermark', async () => {
    const job: JobDefinition = { name: 'remind-late', listensTo: ['plan.late'], run: async () => {} }
    await (await start([])).stop()
    running = undefined
    await note('plan.late')
    await city.settled()
    await asWorker(city, async (run) => {
      const relay = () => run((context) => relayEntries(context, listenersOf([job])))
      expect(await relay()).toBeGreaterThan(0)
      expect(await relay()).toBe(0)
      await city.owner.query(`delete from audit.watermarks where reader = 'relay'`)
      expect(await relay()).toBeGreaterThan(0)
    })
    const { rows } = await city.owner.query(`select key from graphile_worker.jobs where task_identifier = 'remind-late'`)
    expect(rows).toHaveLength(1)
  })

  it('that take their events together get those of a moment in one call', async () => {
    const told: string[][] = []
    const job: JobDefinition = { name: 'count-letters', listensTo: ['letter.counted'], run: async () => { throw new Error('one by one') },
      runTogether: async (_context, events) => { told.push(events.map((event) => event.entryId)) } }
    const ids = [await note('letter.counted'), await note('letter.counted'), await note('letter.counted')]
    await city.settled()
    await start([job])
    await until(() => told.flat().length >= ids.length)
    expect(told.flat()).toEqual(ids)
    expect(told.length).toBeLessThan(ids.length)
  })

  it('run inline in tests with what they give rise to, and fail the caller', async () => {
    const jobs: JobDefinition[] = [
      { name: 'copy-plan', listensTo: ['plan.made'], run: async (context) => { await recordAudit(context, { verb: 'plan.copied', subjectKind: 'plan' }) } },
      { name: 'file-copy', listensTo: ['plan.copied'], run: async () => {} },
      { name: 'refuse-bad', listensTo: ['plan.bad'], run: async () => { throw new Error('bad plan') } },
    ]
    await note('plan.made')
    expect(await runJobsInline(city, [{ jobs }])).toEqual(['copy-plan', 'file-copy'])
    expect(await runJobsInline(city, [{ jobs }])).toEqual([])
    await note('plan.bad')
    await expect(runJobsInline(city, [{ jobs }])).rejects.toThrow('bad plan')
  })
})
