import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
import { openBooks, promise, signKeepersIn, startKeeping, type Books, type WrittenMoney } from './voucher-writers.ts'

const dataFolder = mkdtempSync(path.join(tmpdir(), 'xinhuo-killed-ledger-'))
const written: WrittenMoney = { posted: new Map(), reserved: new Map(), unanswered: [], offered: 0 }
/** How long killing goes on, in milliseconds. */
const killingMillis = 60_000
let books: Books

beforeAll(async () => {
  chmodSync(dataFolder, 0o711)
  loadOrCreateMasterKeys(dataFolder)
  await onDatabase(loadTestCity)
}, 120_000)
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

test('kill -9 of the server, of PostgreSQL or of both while vouchers are posted loses none that was acknowledged, and leaves none half', async () => {
  const first = await startProgram(dataFolder)
  const keepers = await signKeepersIn(first.address, testPassword)
  books = await openBooks(keepers)
  await first.stop()
  const until = performance.now() + killingMillis
  let round = 0
  for (; performance.now() < until || round < 3; round += 1) {
    const program = await startProgram(dataFolder)
    const before = written.posted.size
    const keeping = startKeeping({ ...keepers, address: program.address }, books, written)
    for (const late = performance.now() + 15_000; written.posted.size === before && performance.now() < late;) await pause(10)
    await pause(Math.random() * 2000)
    await killIn(program, round)
    await keeping.stop()
  }
  process.stdout.write(`${round} kills; ${written.posted.size} of ${written.offered} vouchers acknowledged, ${written.reserved.size} promises, ${
    written.unanswered.length} without an answer\n`)
  expect(written.posted.size).toBeGreaterThan(round)
  expect(written.posted.size).toBeLessThan(written.offered)
  type Row = { id: string; number: number; journals: number; audits: number }
  const rows = await onDatabase(async (owner) => (await asking(owner, (client) => client.query<Row>(`
    select v.id, v.number, (select count(*)::int from ledger.journals j where j.source_id = v.id and (select count(*) from ledger.postings p
        where p.journal_id = j.id) = 2) as journals,
      (select count(*)::int from audit.entries e where e.subject_id = v.id and e.verb = 'voucher.posted') as audits
      from ledger.vouchers v where v.status = 'posted'`))).rows)
  const found = new Map(rows.map((row) => [row.id, row]))
  for (const [id, number] of written.posted) expect(found.get(id)).toEqual({ id, number, journals: 1, audits: 1 })
  // What was posted and not acknowledged is there whole as well.
  for (const row of rows) expect(row).toMatchObject({ journals: 1, audits: 1 })
}, 400_000)

test('a promise that got no answer is repeated under its key and is there once', async () => {
  const program = await startProgram(dataFolder)
  const keepers = await signKeepersIn(program.address, testPassword)
  const again: WrittenMoney = { ...written, reserved: new Map(), unanswered: [] }
  for (const key of [...written.unanswered, ...[...written.reserved.keys()].slice(0, 20)]) await promise(keepers, books, { key, written: again })
  for (const [key, id] of again.reserved) expect(id).toBe(written.reserved.get(key) ?? id)
  const all = [...written.reserved.values(), ...written.unanswered.flatMap((key) => again.reserved.get(key) ?? [])]
  await program.stop()
  const { rows } = await onDatabase((owner) => asking(owner, (client) => client.query<{ id: string }>('select id from ledger.commitments')))
  expect(rows.map(({ id }) => id).toSorted()).toEqual([...new Set(all)].toSorted())
}, 120_000)

test('afterwards every invariant holds', async () => {
  const lines: string[] = []
  const terminal = { out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line), askSecret: async () => undefined }
  for (const words of [['figures', 'recount'], ['audit', 'heads'], ['verify']]) {
    expect([await runCommandLine(words, { XINHUO_DATA: dataFolder }, terminal), lines.join('\n')]).toEqual([0, expect.any(String)])
  }
  expect(lines.join('\n')).toContain('✓ 每笔分录借贷相等')
}, 120_000)

/** In turn the server, PostgreSQL and then its server, or both at once. */
async function killIn(program: RunningProgram, round: number): Promise<void> {
  if (round % 3 === 0) return program.killServer()
  program.killDatabase()
  if (round % 3 === 1) await pause(Math.random() * 500)
  await program.killServer()
}

async function onDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataFolder, databaseUrl: undefined, attach: true, say: () => {} })
  try {
    return await work(database.urls.owner)
  } finally {
    await database.stop()
  }
}
