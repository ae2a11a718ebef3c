import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '#apps/cli/run.ts'
import { asking } from '#platform/backup/testing/scene.ts'
import { loadOrCreateMasterKeys } from '#platform/crypto/master-key.ts'
import { openDatabase } from '#platform/database/open.ts'
import { loadTestCity } from '#tests/city/load.ts'
import { testPassword } from '#tests/city/people.ts'
import { startProgram, type RunningProgram } from './running-program.ts'
import { openCases, recordVisit, signIn, startWriting, type WrittenVisits } from './visit-writers.ts'

const dataFolder = mkdtempSync(path.join(tmpdir(), 'xinhuo-killed-'))
const written: WrittenVisits = { acknowledged: new Map(), unanswered: new Map(), offered: 0, seconds: 0 }
const careWorker = { name: 'sun', password: testPassword }
/** Whether nothing else kept the processors busy in the minute before. */
const isQuiet = loadavg()[0]! < availableParallelism()
/** How long killing goes on, in milliseconds; with the checks the test stays below three minutes. */
const killingMillis = 60_000

beforeAll(async () => {
  chmodSync(dataFolder, 0o711)
  loadOrCreateMasterKeys(dataFolder)
  await onDatabase(loadTestCity)
}, 120_000)
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

test('kill -9 of the server, of PostgreSQL or of both during fifty writes a second loses no acknowledged visit', async () => {
  const first = await startProgram(dataFolder)
  const visitor = await openCases(first.address, careWorker)
  await first.stop()
  const until = performance.now() + killingMillis
  let round = 0
  for (; performance.now() < until; round += 1) {
    const program = await startProgram(dataFolder)
    const writing = startWriting({ ...visitor, address: program.address }, written)
    await firstAnswer()
    await pause(Math.random() * 1500)
    await killIn(program, round)
    await writing.stop()
  }
  // Every kind of kill came at least once, amid writes.
  expect(round).toBeGreaterThanOrEqual(3)
  expect(written.unanswered.size).toBeGreaterThan(0)
  const rate = written.offered / written.seconds
  process.stdout.write(`${round} kills; ${rate.toFixed(0)} visits a second, ${written.acknowledged.size} of ${written.offered} acknowledged, ${
    written.unanswered.size} unanswered${isQuiet ? '' : '; the machine had other work'}\n`)
  // A machine with other work neither begins fifty writes a second nor answers them: there each round must have seen some.
  expect(rate).toBeGreaterThan(isQuiet ? 45 : 0)
  expect(written.acknowledged.size).toBeGreaterThan(isQuiet ? 200 : Math.min(200, Math.max(round, written.offered / 10)))
  const visits = await listVisits()
  for (const id of written.acknowledged.values()) expect(visits).toContainEqual({ id, audits: 1, facts: 1 })
  expect(new Set(written.acknowledged.values()).size).toBe(written.acknowledged.size)
}, 240_000)

test('a write that got no answer is repeated under its key and is there once, whether it had been written or not', async () => {
  const program = await startProgram(dataFolder)
  const [before, visitor] = [(await listVisits()).length, await signIn(program.address, careWorker)]
  const known = new Set((await listVisits()).map(({ id }) => id))
  let added = 0
  for (const [key, visit] of written.unanswered) {
    const id = await recordVisit(visitor, { key, visit })
    if (!known.has(id)) added += 1
    expect([...written.acknowledged.values()]).not.toContain(id)
  }
  expect((await listVisits()).length).toBe(before + added)
  await program.stop()
}, 120_000)

test('afterwards the audit chain, its heads and the figures verify', async () => {
  const lines: string[] = []
  const terminal = { out: (line: string) => void lines.push(line), error: () => {}, askSecret: async () => undefined }
  for (const words of [['figures', 'recount'], ['audit', 'heads'], ['verify']]) {
    expect([await runCommandLine(words, { XINHUO_DATA: dataFolder }, terminal), lines.join('\n')]).toEqual([0, expect.any(String)])
  }
  const counted = await onDatabase((owner) => asking(owner, (client) => client.query(`
    select (select count(*) from care.visits)::int as visits,
           (select sum(sign) from figures.facts where measure = 'visit.made')::int as facts,
           (select sum(count) from figures.rollups
             where measure = 'visit.made' and scope_code = 990100000000000000 and period % 100 = 0)::int as figure`)))
  const [{ visits, facts, figure }] = counted.rows
  expect([facts, figure]).toEqual([visits, visits])
}, 120_000)

/** In turn the server, PostgreSQL and then its server, or both at once. */
async function killIn(program: RunningProgram, round: number): Promise<void> {
  if (round % 3 === 0) return program.killServer()
  program.killDatabase()
  if (round % 3 === 1) await pause(Math.random() * 500)
  await program.killServer()
}

/** The writes of this round are under way. */
async function firstAnswer(): Promise<void> {
  const [before, until] = [written.acknowledged.size, performance.now() + 10_000]
  while (written.acknowledged.size === before && performance.now() < until) await pause(10)
}

const visitsQuestion = `
  select v.id, (select count(*)::int from audit.entries e where e.subject_id = v.id and e.verb = 'visit.recorded') as audits,
         (select count(*)::int from figures.facts f where f.record_id = v.id and f.measure = 'visit.made') as facts from care.visits v`

type VisitRow = { id: string; audits: number; facts: number }

const listVisits = (): Promise<VisitRow[]> => onDatabase(async (owner) => (await asking(owner, (client) => client.query<VisitRow>(visitsQuestion))).rows)


async function onDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataFolder, databaseUrl: undefined, attach: true, say: () => {} })
  try {
    return await work(database.urls.owner)
  } finally {
    await database.stop()
  }
}
