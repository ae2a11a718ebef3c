import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NO_BROWSER, prepareBrowser } from './browser.ts'
import { check } from './check.ts'
import { sentenceOf, type Counts } from './counting-reporter.ts'
import { run } from './run.ts'

/** The counts of several runs added up. */
export function sumOf(all: readonly Counts[]): Counts {
  return all.reduce((sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }), { passed: 0, failed: 0 })
}

/** A run that ended badly without a failed test (it crashed, or never began) has failed once. */
export function countsOf(file: string, code: number): Counts {
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : { passed: 0, failed: 0 }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * `npm test`: checks, unit tests and journeys; one that fails does not stop the next. Unit tests often wait, for a cluster that starts or
 * a lock that is let go: the checks run beside them, one at a time, and speak when both are done.
 */
async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'xinhuo-counts-'))
  const lines: string[] = []
  // On a fresh machine the browser comes over the network meanwhile.
  const browser = prepareBrowser()
  const [checks, unit] = await Promise.all([
    timed('checks', async () => {
      const { failed } = await check({ atOnce: 1, say: (line) => lines.push(line) })
      return { passed: 0, failed: failed.length }
    }),
    timed('unit tests', () => runProject(folder, 'unit', {})),
  ])
  for (const line of lines) console.log(line)
  const parts = [checks, unit, await timed('journeys', () => runJourneys(folder, browser))]
  rmSync(folder, { recursive: true })
  for (const { name, seconds, counts } of parts) console.log(`${counts.failed === 0 ? '✓' : '✗'} ${name} ${seconds.toFixed(0)} s`)
  const sum = sumOf(parts.map(({ counts }) => counts))
  console.log(sentenceOf(sum))
  process.exitCode = sum.failed === 0 ? 0 : 1
}

async function timed(name: string, work: () => Promise<Counts>): Promise<{ name: string; seconds: number; counts: Counts }> {
  const started = performance.now()
  const counts = await work()
  return { name, seconds: (performance.now() - started) / 1000, counts }
}

async function runJourneys(folder: string, prepared: Promise<string | undefined>): Promise<Counts> {
  const browser = await prepared
  if (browser) return runProject(folder, 'journeys', { XINHUO_CHROMIUM: browser })
  console.error(NO_BROWSER)
  return { passed: 0, failed: 1 }
}

async function runProject(folder: string, project: string, env: Record<string, string>): Promise<Counts> {
  const file = join(folder, `${project}.json`)
  const { code } = await run('vitest', ['run', '--project', project], { shown: true, env: { ...env, XINHUO_COUNTS: file } })
  return countsOf(file, code)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main()
