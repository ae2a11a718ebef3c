import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** How many tests passed and failed in one run; several runs are added up by tools/test.ts. */
export type Counts = { passed: number; failed: number }

/** The one line a reader (or a script) looks for at the end of a run. */
export const sentenceOf = (counts: Counts) => `${counts.passed} passed, ${counts.failed} failed`

/**
 * Counts every test of a run. A file that could not be loaded, a failing hook and an error outside of any test count
 * as one failure each, so that a run can never look green because its tests did not start.
 */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]) {
    const counts = { passed: 0, failed: unhandledErrors.length }
    for (const module of modules) addModule(counts, module)
    const file = process.env['XINHUO_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
    process.on('exit', () => process.stdout.write(`\n${sentenceOf(counts)}\n`))
  }
}

function addModule(counts: Counts, module: TestModule) {
  let failedTests = 0
  for (const test of module.children.allTests()) {
    const state = test.result().state
    if (state === 'passed') counts.passed++
    if (state === 'failed') failedTests++
  }
  const failedOutsideOfTests = !module.ok() && failedTests === 0 ? 1 : 0
  counts.failed += failedTests + failedOutsideOfTests
}
