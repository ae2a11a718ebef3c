import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'

// `npm run test:mutation [-- care children]`: changes every rule a little, one change at a time, and tells which changes no test of rules notices.
// What was noticed is not tried again until it changes: results are kept in .cache/mutation.

/** Of a hundred changes so many must be noticed, in each module. */
const least = 85
const detected = ['Killed', 'Timeout']
const undetected = ['Survived', 'NoCoverage']

/** What is invented for a demonstration decides nothing about anybody: another number in it makes another city that is as good (decision 0015). */
const inventions = ['demo']

const wished = process.argv.slice(2)
const modules = globSync('modules/*/rules').map((folder) => folder.split('/')[1] ?? '').filter((name) => !inventions.includes(name)).toSorted()
const lines: string[] = []
for (const name of wished.length > 0 ? wished : modules) {
  if (globSync(`modules/${name}/rules/**/*.test.ts`).length === 0) {
    process.exitCode = 1
    lines.push(`✗ ${name.padEnd(16)} no tests of rules`)
    continue
  }
  const counted = await mutate(name).catch((error: unknown) => console.error(error))
  if (counted === undefined) {
    process.exitCode = 1
    lines.push(`✗ ${name.padEnd(16)} its tests fail as they are`)
    continue
  }
  const { noticed, all } = counted
  const score = all === 0 ? 100 : (noticed / all) * 100
  if (score < least) process.exitCode = 1
  lines.push(`${score < least ? '✗' : '✓'} ${name.padEnd(16)} ${score.toFixed(1).padStart(5)} %  ${noticed} of ${all} changes noticed`)
}
console.log(lines.join('\n'))

/** Tries the changes of one module in a process of its own, one at a time. */
async function mutate(name: string): Promise<{ noticed: number; all: number }> {
  process.env['XINHUO_MODULE'] = name
  const kept = `.cache/mutation/${name}.json`
  forgetUnsure(kept)
  const results = await new Stryker({
    // Samples are what tests are made of.
    mutate: [`modules/${name}/rules/**/*.ts`, '!**/*.test.ts', '!**/sample-*.ts'],
    testRunner: 'rules',
    ignorers: ['wording'],
    plugins: [new URL('./runner.ts', import.meta.url).href, new URL('./wording.ts', import.meta.url).href],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // Endless loops are found by counting; a busy machine must not pass for a test that notices something.
    timeoutMS: 120_000,
    incremental: true,
    incrementalFile: kept,
    tempDirName: '.cache/mutation/sandbox',
    ignorePatterns: ['**', '!modules/**/*.ts', '!platform/**/*.ts', '!package.json'],
    reporters: ['clear-text'],
    clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
    warnings: false,
    disableTypeChecks: false,
    tsconfigFile: 'tsconfig.rules.json',
  }).runMutationTest()
  const count = (statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status)).length
  return { noticed: count(detected), all: count(detected) + count(undetected) }
}

/**
 * Only what a test noticed is kept. What nobody noticed is tried anew each time: Stryker itself would not see that a new test covers what is worked out once,
 * when a file is loaded, such as a list of columns. What took too long is tried anew too: perhaps the machine was busy.
 */
function forgetUnsure(kept: string): void {
  if (!existsSync(kept)) return
  const report = JSON.parse(readFileSync(kept, 'utf8')) as { files: Record<string, { mutants: { status: string }[] }> }
  for (const file of Object.values(report.files)) file.mutants = file.mutants.filter(({ status }) => status === 'Killed')
  writeFileSync(kept, JSON.stringify(report))
}
