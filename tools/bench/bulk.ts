import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import { atMost, type Measure } from './measure.ts'
import { median } from './load.ts'
import { accountOf, signIn } from './requests.ts'
import type { Scene } from './scene.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Memory of a process in MiB, now or at its highest. */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n').find((text) => text.startsWith(what))
  return Number(/\d+/.exec(line ?? '')?.[0] ?? 0) / 1024
}

/** Figures of the whole city for a year beside the same facts counted by GROUP BY. */
export async function measureFigures(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 4))
  const year = scene.ground.clock.today().slice(0, 4)
  const ours = await timed(5, async () => {
    const answer = await fetch(`${scene.address}/api/figures?period=${year}`, { headers: { cookie } })
    if (!answer.ok) throw new Error(`figures: ${answer.status}`)
    await answer.text()
  })
  const records = await timed(3, async () => {
    await scene.owner.query(`select measure, count(*), sum(value * sign), count(distinct subject_id) from figures.facts
      where city_id = $1 and happened_on <= $2 group by measure`, [scene.ground.cities[0]?.cityId, `${year}-12-31`])
  })
  return [atMost('figures of the city for a year', ours / records, 0.05, 'of GROUP BY over the facts; over the records is still to be measured')]
}

/** 50,000 children to .xlsx: the first byte comes long before the last row, memory stays flat. */
export async function measureExport(scene: Scene): Promise<Measure[]> {
  const cookie = await signIn(scene, accountOf(scene, 'office', 4))
  const before = memoryOf(scene.serverPid, 'VmRSS')
  const start = performance.now()
  const answer = await fetch(`${scene.address}/api/children.xlsx`, { headers: { cookie } })
  if (!answer.ok || answer.body === null) throw new Error(`export: ${answer.status}`)
  let first = 0
  let highest = before
  for await (const _chunk of answer.body) {
    if (first === 0) first = performance.now() - start
    highest = Math.max(highest, memoryOf(scene.serverPid, 'VmRSS'))
  }
  const whole = performance.now() - start
  return [
    atMost('export of children: first byte', first / whole, 0.2, 'of the whole time'),
    atMost('export of children: growth of memory, MiB', highest - before, 50),
  ]
}

/** What the browser loads before the first page, gzip. */
export async function measureFirstLoad(): Promise<Measure[]> {
  const index = await readFile(path.join(root, 'dist/web/index.html'), 'utf8')
  const named = [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '')
  let bytes = gzipSync(index).length
  for (const file of new Set(named)) bytes += gzipSync(await readFile(path.join(root, 'dist/web', file))).length
  let files = 0
  for await (const _file of glob(path.join(root, 'dist/web/assets/*'))) files++
  return [atMost('first load of the page, kB gzip', bytes / 1000, 500, `${named.length} of ${files} files`)]
}

async function timed(times: number, work: () => Promise<void>): Promise<number> {
  await work()
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return median(taken)
}
