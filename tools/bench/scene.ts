import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { openGround, type RunningGround } from '#apps/server/ground.ts'
import { loadDemoCity } from '#modules/demo/index.ts'
import { openPool } from '#platform/database/pool.ts'
import { systemClock } from '#platform/http/clock.ts'
import { listenToStatements } from '#platform/testing/statements.ts'
import type { BareRoute } from './bare-server.ts'

/** The city the bench runs on. */
export const benchCity = '511300'
const root = path.resolve(import.meta.dirname, '../..')

/** A loaded city, our server on it as its own process, the bare server beside it. */
export type Scene = {
  scale: number
  address: string
  serverPid: number
  startSeconds: number
  ground: RunningGround
  owner: pg.Client
  /** Statements our in-process server issued since the last call. */
  taken: ReturnType<typeof listenToStatements>['taken']
  accounts: DemoAccount[]
  /** Gives the bare server a route and returns its address. */
  bare(route: BareRoute): Promise<string>
  close(): Promise<void>
}

/** A demo account as the file lists it. */
export type DemoAccount = { name: string; password: string; role: string; unitCode: string; unitName: string }

/** Loads (once) and opens a scale. */
export async function openScene(scale: number, say: (text: string) => void): Promise<Scene> {
  const folder = await loadedFolder(scale, say)
  // What the first start of a program compiles is kept for all later ones; people wait for those.
  await stopped((await startServer(folder)).process)
  const server = await startServer(folder)
  const joined = await openGround({ dataFolder: folder, databaseUrl: undefined, attach: true, say: () => {} })
  // A pool of its own, listened to before its first connection.
  const pool = openPool(joined.database.urls.app, { max: 2 })
  const { taken } = listenToStatements(pool)
  const ground: RunningGround = { ...joined, pool, stop: () => pool.end().then(joined.stop) }
  const owner = new pg.Client({ connectionString: ground.database.urls.owner })
  await owner.connect()
  await owner.query('create table if not exists public.bench_reads (id uuid primary key, at timestamptz)')
  const bare = await startBare(ground.database.urls.owner)
  const accounts = JSON.parse(await readFile(path.join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[]
  return {
    scale, address: server.address, serverPid: server.process.pid ?? 0, startSeconds: server.seconds, ground, owner, taken, accounts, bare: bare.route,
    close: async () => {
      bare.process.kill()
      await owner.end()
      await ground.stop()
      await stopped(server.process)
    },
  }
}

async function loadedFolder(scale: number, say: (text: string) => void): Promise<string> {
  // Cities that lie ready are taken as they are: the program migrates them at its start, nothing is loaded anew.
  const ready = process.env['XINHUO_BENCH_CITIES']
  if (ready !== undefined) return path.join(ready, `scale${scale}`)
  const folder = path.join(root, '.cache', 'bench', `${benchCity}-${scale}-${await schemaHash()}`)
  const marker = path.join(folder, 'bench-loaded')
  if (existsSync(marker)) return folder
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const ground = await openGround({ dataFolder: folder, databaseUrl: undefined, say: () => {} })
  try {
    say(`loading scale ${scale} …`)
    await loadDemoCity({ ownerUrl: ground.database.urls.owner, installation: ground.installation, cityCode: benchCity, seed: '1', scale,
      today: systemClock.today(), onProgress: () => {} })
    await writeFile(marker, '')
  } finally {
    await ground.stop()
  }
  return folder
}

/** A cached city is thrown away when the schema or the loader changes. */
async function schemaHash(): Promise<string> {
  const digest = createHash('sha256')
  for (const folder of ['database/migrations', 'modules/demo/load', 'modules/demo/rules']) {
    for (const name of (await readdir(path.join(root, folder))).toSorted()) digest.update(await readFile(path.join(root, folder, name)).catch(() => ''))
  }
  return digest.digest('hex').slice(0, 12)
}

async function startServer(folder: string): Promise<{ process: ChildProcess; address: string; seconds: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const start = performance.now()
  const child = spawn(process.execPath, await startArguments(), {
    cwd: root, env: { ...process.env, XINHUO_DATA: folder, HOST: '127.0.0.1', PORT: String(port), XINHUO_REQUESTS_PER_MINUTE: '100000000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stderr?.resume()
  await saidBy(child, `127.0.0.1:${port}`)
  return { process: child, address: `http://127.0.0.1:${port}`, seconds: (performance.now() - start) / 1000 }
}

/** What `npm start` runs behind `node`, so that the program is measured as it is started. */
async function startArguments(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const words = scripts.start.split(' ')
  return words.slice(words.indexOf('node') + 1)
}

async function startBare(ownerUrl: string): Promise<{ process: ChildProcess; route: Scene['bare'] }> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bare-server.ts'), ownerUrl], { stdio: ['pipe', 'pipe', 'inherit'] })
  const line = await saidBy(child, 'port ')
  const address = `http://127.0.0.1:${line.trim().split(' ')[1]}`
  return {
    process: child,
    route: async (route) => {
      const known = saidBy(child, `route ${route.path}`)
      child.stdin?.write(`${JSON.stringify(route)}\n`)
      await known
      return `${address}${route.path}`
    },
  }
}

function saidBy(child: ChildProcess, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      const line = String(chunk).split('\n').find((text) => text.includes(wanted))
      if (line === undefined) return
      child.stdout?.off('data', read)
      child.stdout?.resume()
      resolve(line)
    }
    child.stdout?.on('data', read)
    child.once('exit', (code) => reject(new Error(`process ended with ${code} before it said ${wanted}`)))
  })
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}
