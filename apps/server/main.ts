import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { startDailyBackup } from '#platform/backup/daily.ts'
import { StartRefused } from '#platform/database/open.ts'
import { startJobs } from '#platform/jobs/start.ts'
import { buildServer } from '#platform/http/server.ts'
import type { DemoAccount } from '#modules/demo/index.ts'
import { demoLines, loadDemoAtFirstStart, mustHaveRoomForDemo } from './demo.ts'
import { announceActivation } from './activation.ts'
import { openGround, type RunningGround } from './ground.ts'
import { modules } from './modules.ts'
import { readSettings, type ServerSettings } from './options.ts'
import { log, say } from './say.ts'
import { settleMemory } from './settle.ts'

// `npm start`: database, schema, demo city, page, jobs – then the address. Ctrl-C stops everything it started.

const pageFolder = path.resolve(import.meta.dirname, '../../dist/web')

try {
  await start(readSettings(process.argv.slice(2), process.env))
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  process.stderr.write(`${error.sentence.zh}\n${error.sentence.en}\n`)
  process.exitCode = 1
}

async function start(settings: ServerSettings): Promise<void> {
  const closings: (() => Promise<void> | void)[] = []
  const stop = async () => { for (const close of closings.toReversed()) await close() }
  const ending = new AbortController()
  const isStopping = stopOnSignal(stop)
  await mustBeFree(settings)
  mustHaveRoomForDemo(settings)
  if (!existsSync(path.join(pageFolder, 'index.html'))) {
    throw new StartRefused({ zh: '网页尚未生成，请先执行 npm ci 或 npm run build。', en: 'The page is not built: run npm ci or npm run build first.' })
  }
  try {
    const opening = openGround({ dataFolder: settings.dataFolder, databaseUrl: settings.databaseUrl, ending: ending.signal, say })
    closings.push(async () => {
      // Also while it is still opening: what it has started by then ends before the program does.
      ending.abort()
      await opening.then((ground) => ground.stop(), () => undefined)
    })
    const ground = await opening
    const demoAccounts = await loadDemoAtFirstStart(settings, ground, say)
    closings.push(await startBackground(settings, ground))
    const server = await buildServer({ modules, ground, pageFolder, log, requestsPerMinute: settings.requestsPerMinute })
    closings.push(() => server.close())
    await server.listen({ host: settings.host, port: settings.port })
    await announceActivation(ground)
    announce(settings, demoAccounts)
    settleMemory()
  } catch (error) {
    // Who stops the program takes the database away from under what was still going on: that is no failure to tell of.
    if (isStopping()) return
    await stop()
    throw error
  }
}

/** Jobs and the nightly backup; returns what ends them. */
async function startBackground(settings: ServerSettings, ground: RunningGround): Promise<() => Promise<void>> {
  const { urls } = ground.database
  const jobs = await startJobs({
    workerUrl: urls.worker, jobs: modules.flatMap((module) => module.jobs), clock: ground.clock, installation: ground.installation,
    onProblem: (problem) => log({ job: problem.what, problem: problem.error instanceof Error ? problem.error.name : 'error' }),
  })
  const backup = startDailyBackup({
    urls, dataFolder: settings.dataFolder, masterKeys: ground.installation.masterKeys, onProblem: () => log({ backup: 'failed' }),
  })
  return async () => {
    backup.stop()
    await jobs.stop()
  }
}

/** A taken port is told before anything is started. */
async function mustBeFree(settings: ServerSettings): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(settings.port, settings.host, () => probe.close(() => resolve()))
  }).catch((error: NodeJS.ErrnoException) => {
    throw new StartRefused(error.code === 'EADDRINUSE'
      ? { zh: `端口 ${settings.port} 已被占用，请用 PORT=另一个端口 再启动。`, en: `Port ${settings.port} is taken: start again with another PORT.` }
      : { zh: `不能在 ${settings.host}:${settings.port} 上监听（${error.code ?? ''}）。`,
        en: `Cannot listen on ${settings.host}:${settings.port} (${error.code ?? ''}).` })
  })
}

/** Answers whether a signal has come. */
function stopOnSignal(stop: () => Promise<void>): () => boolean {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      say({ zh: '正在停止…', en: 'Stopping…' })
      stop().then(() => process.exit(0), () => process.exit(1))
    })
  }
  return () => stopping
}

function announce(settings: ServerSettings, demoAccounts: readonly DemoAccount[] | undefined): void {
  for (const line of demoLines(settings, demoAccounts)) process.stdout.write(`${line}\n`)
  say({ zh: `已就绪，请在浏览器中打开 http://${settings.host}:${settings.port}`, en: `Ready: open http://${settings.host}:${settings.port}` })
}
