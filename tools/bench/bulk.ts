import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import { atMost, type Measure } from './measure.ts'
import { accountOf, signIn } from './requests.ts'
import type { Scene } from './scene.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Memory of a process in MiB, now or at its highest. */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n').find((text) => text.startsWith(what))
  return Number(/\d+/.exec(line ?? '')?.[0] ?? 0) / 1024
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
