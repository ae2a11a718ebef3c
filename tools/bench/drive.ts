import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** Statements one after another; `\set name random(low, high)` before them draws numbers, which stand in them as `:name`. */
export type Script = readonly string[]

const hasPgbench = (() => {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** Who runs a script and for how long; `isPrepared`: the database parses each statement once for a connection and is given its numbers, as our program does. */
type Load = { clients: number; seconds: number; isPrepared?: boolean }

/** How often a second some clients together run a script: by pgbench where it is installed, else by the same script in this program. */
export async function scriptRate(url: string, script: Script, load: Load): Promise<number> {
  return hasPgbench ? byPgbench(url, script, load) : byOurselves(url, script, load)
}

async function byPgbench(url: string, script: Script, { clients, seconds, isPrepared = false }: Load): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xinhuo-bench-'))
  try {
    const file = path.join(folder, 'script.sql')
    await writeFile(file, script.map((line) => (line.startsWith('\\') ? line : `${line};`)).join('\n'))
    const { stdout } = await promisify(execFile)('pgbench', ['-n', '-M', isPrepared ? 'prepared' : 'simple', '-c', String(clients), '-j', '2',
      '-T', String(seconds), '-f', file, url])
    const found = /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (found === undefined) throw new Error(`pgbench said no rate: ${stdout.slice(0, 300)}`)
    return Number(found)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function byOurselves(url: string, script: Script, { clients, seconds, isPrepared = false }: Load): Promise<number> {
  const end = performance.now() + seconds * 1000
  const counts = await Promise.all(Array.from({ length: clients }, async () => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    let count = 0
    try {
      for (; performance.now() < end; count++) for (const query of drawn(script, isPrepared)) await client.query(query)
    } finally {
      await client.end()
    }
    return count
  }))
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

type Query = { name?: string; text: string; values?: number[] }

/** The statements of one round with the numbers that were drawn for it: in their text, or beside it where they are prepared. */
function drawn(script: Script, isPrepared: boolean): Query[] {
  const numbers = new Map<string, number>()
  const queries: Query[] = []
  for (const line of script) {
    const [, name, low, high] = /^\\set (\w+) random\((-?\d+), (\d+)\)$/.exec(line) ?? []
    if (name !== undefined) numbers.set(name, Number(low) + Math.floor(Math.random() * (Number(high) - Number(low) + 1)))
    else if (isPrepared) queries.push(preparedOf(line, numbers))
    else queries.push({ text: line.replace(variable, (all, word: string) => String(numbers.get(word) ?? all)) })
  }
  return queries
}

const variable = /(?<!:):(\w+)/g

function preparedOf(line: string, numbers: ReadonlyMap<string, number>): Query {
  const names = [...new Set([...line.matchAll(variable)].map(([, word]) => word ?? '').filter((word) => numbers.has(word)))]
  const text = line.replace(variable, (all, word: string) => (numbers.has(word) ? `$${names.indexOf(word) + 1}` : all))
  return { name: createHash('sha256').update(text).digest('hex').slice(0, 16), text, values: names.map((name) => numbers.get(name) ?? 0) }
}

/** The tables and the script of TPC-B as pgbench has them, ten branches large; made once for a database. */
export async function prepareTellers(owner: pg.Client): Promise<Script> {
  const { rows: [known] } = await owner.query<{ is_there: boolean }>("select to_regclass('public.bench_history') is not null as is_there")
  if (known?.is_there !== true) {
    await owner.query(`
      create table public.bench_branches (bid int primary key, bbalance int, filler char(88)) with (fillfactor = 100);
      create table public.bench_tellers (tid int primary key, bid int, tbalance int, filler char(84)) with (fillfactor = 100);
      create table public.bench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100);
      insert into public.bench_branches select n, 0, '' from generate_series(1, 10) n;
      insert into public.bench_tellers select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, 100) n;
      insert into public.bench_accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, 1000000) n;
      create table public.bench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))`)
    await owner.query('vacuum analyze public.bench_branches, public.bench_tellers, public.bench_accounts')
  }
  return [
    String.raw`\set aid random(1, 1000000)`, String.raw`\set bid random(1, 10)`, String.raw`\set tid random(1, 100)`,
    String.raw`\set delta random(-5000, 5000)`,
    'begin',
    'update public.bench_accounts set abalance = abalance + :delta where aid = :aid',
    'select abalance from public.bench_accounts where aid = :aid',
    'update public.bench_tellers set tbalance = tbalance + :delta where tid = :tid',
    'update public.bench_branches set bbalance = bbalance + :delta where bid = :bid',
    'insert into public.bench_history (tid, bid, aid, delta, mtime) values (:tid, :bid, :aid, :delta, current_timestamp)',
    'end',
  ]
}
