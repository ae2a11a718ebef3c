import { existsSync, readdirSync } from 'node:fs'
import { accountsFileOf, DemoRefused, loadDemoCity, type DemoAccount } from '#modules/demo/index.ts'
import { StartRefused, type Sentence } from '#platform/database/open.ts'
import { openPool } from '#platform/database/pool.ts'
import type { Ground } from '#platform/http/bind.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { modules } from './modules.ts'
import { readCities, type RunningGround } from './ground.ts'
import type { ServerSettings } from './options.ts'

/** The city a first start shows: 南充. */
const demoCity = '511300'

/** The hour of the schedules that remind people. */
const morningHour = '7'

/** Refuses to put the demo beside files that are not ours. Every installation holds its secrets, also one whose first start was broken off. */
export function mustHaveRoomForDemo({ dataFolder, empty, isLoopback }: ServerSettings): void {
  if (empty || !isLoopback || !existsSync(dataFolder)) return
  const names = namesIn(dataFolder)
  if (names.length === 0 || names.includes('secrets')) return
  throw new StartRefused({
    zh: `数据文件夹 ${dataFolder} 里已有别的文件，演示数据只载入空的文件夹：请用 XINHUO_DATA 另选一个，或用 npm start -- --empty 启动。`,
    en: `The data folder ${dataFolder} holds other files and the demo goes into an empty one only: `
      + 'choose another by XINHUO_DATA, or start with npm start -- --empty.',
  })
}

/** What lies in a folder. One that cannot be read, or is a file, is told of where the database wants to write there. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Fills an empty installation with the demo city and says who can sign in. Undefined where nothing was loaded: asked for empty, reachable
 * from outside, or begun already.
 */
export async function loadDemoAtFirstStart(
  settings: ServerSettings, ground: RunningGround, say: (sentence: Sentence) => void,
): Promise<DemoAccount[] | undefined> {
  if (ground.cities.length > 0 || settings.empty) return undefined
  if (!settings.isLoopback) {
    say({ zh: '本机以外也能访问这个地址，因此不载入演示数据，按 --empty 启动。', en: 'This address can be reached from outside: starting as --empty, without the demo.' })
    return undefined
  }
  try {
    const { accounts } = await loadDemoCity({
      ownerUrl: ground.database.urls.owner, installation: ground.installation, cityCode: demoCity, seed: '1', scale: 1,
      today: ground.clock.today(), onProgress: say,
    })
    ground.cities.push(...await readCities(ground.pool))
    await runMorningJobs(ground, ground.database.urls.worker)
    return accounts
  } catch (error) {
    if (error instanceof DemoRefused) return undefined
    throw error
  }
}

/**
 * A city that was loaded during the day has its reminders as though its morning had been seen: what is due and overdue stands on every
 * home page at once.
 */
export async function runMorningJobs(ground: Ground, workerUrl: string): Promise<void> {
  const jobs = modules.flatMap((module) => module.jobs).filter(({ schedule }) => schedule?.split(' ')[1] === morningHour)
  const pool = openPool(workerUrl, { max: 1, name: 'xinhuo' })
  try {
    for (const { cityId } of await readCities(pool)) {
      for (const job of jobs) await runAsCity({ ...ground, pool }, cityId, (context) => job.run(context, null))
    }
  } finally {
    await pool.end()
  }
}

/** The sign-ins after a first start, or where the list of them lies. */
export function demoLines(settings: ServerSettings, loaded: readonly DemoAccount[] | undefined): string[] {
  const file = accountsFileOf(settings.dataFolder)
  if (loaded === undefined) return existsSync(file) ? [`演示账号见  Demo sign-ins: ${file}`] : []
  const rows = [['用户名 name', '口令 password', '角色 role', '单位 unit'], ...loaded.map((one) => [one.name, one.password, one.role, one.unitName])]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return [
    '演示账号（人物均为虚构）  Demo sign-ins (all people are invented):',
    ...rows.map((row) => `  ${row.map((text, column) => padTo(text, widths[column] ?? 0)).join('  ').trimEnd()}`),
    `同一份清单在  The same list lies in: ${file}`,
  ]
}

/** A Chinese character takes two places on a terminal. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > 'ÿ' ? 2 : 1), 0)
const padTo = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))
