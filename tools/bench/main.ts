import { parseArgs } from 'node:util'
import { measureExport, measureFirstLoad, memoryOf } from './bulk.ts'
import { measureCases } from './cases.ts'
import { measureFigures } from './figures.ts'
import { measureGrowth } from './growth.ts'
import { measureImport } from './imports.ts'
import { measureLedger } from './ledger.ts'
import { atMost, lineOf, type Measure } from './measure.ts'
import { measureMoney } from './money.ts'
import { measurePolicies } from './policies.ts'
import { measureRequests } from './requests.ts'
import { openScene } from './scene.ts'

// `npm run bench [-- --json] [--scale 20]`: ratios against bare limits measured in the same run. Cities are loaded once and kept in .cache/bench.

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, scale: { type: 'string', default: '20' }, only: { type: 'string' } } })
const say = (text: string) => void process.stderr.write(`${text}\n`)
const measures: Measure[] = []
const add = (found: readonly Measure[]) => {
  measures.push(...found)
  for (const measure of found) say(lineOf(measure))
}
const wants = (part: string) => values.only === undefined || values.only.split(',').includes(part)

const scene = await openScene(Number(values.scale), say)
try {
  if (wants('start')) {
    add([atMost('start with a full database, s', scene.startSeconds, 3)])
    await new Promise((resolve) => setTimeout(resolve, 3000))
    add([atMost('memory at rest, MiB', memoryOf(scene.serverPid, 'VmRSS'), 200)])
  }
  if (wants('requests')) add(await measureRequests(scene))
  if (wants('cases')) add(await measureCases(scene))
  if (wants('policies')) add(await measurePolicies(scene))
  if (wants('figures')) add(await measureFigures(scene))
  if (wants('export')) add(await measureExport(scene))
  if (wants('start')) add([atMost('memory under load, highest, MiB', memoryOf(scene.serverPid, 'VmHWM'), 300)])
  if (wants('import')) add(await measureImport(scene))
  if (wants('ledger')) add(await measureLedger(scene))
  if (wants('money')) add(await measureMoney(scene))
  if (wants('growth')) add(await measureGrowth(scene, say))
  if (wants('page')) add(await measureFirstLoad())
} finally {
  await scene.close()
}
if (values.json) process.stdout.write(`${JSON.stringify(measures.map(({ name, value, bar, holds }) => ({ name, value, bar, holds })))}\n`)
process.exitCode = measures.every((measure) => measure.holds) ? 0 : 1
