import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InstrumenterContext } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult,
  type CompleteDryRunResult, type DryRunResult, type MutantRunOptions, type MutantRunResult, type TestResult, type TestRunner,
} from '@stryker-mutator/api/test-runner'
import fc from 'fast-check'
import { takeTests, type Test } from './collector.ts'

// Runs tests of rules inside its own process: a rule needs neither a database nor a page, so that a changed rule is tried in milliseconds.
// A run of vitest for each of some thousands of changes would take hours.

// That a random example fails is enough here: looking for the smallest that fails would take many times as long.
fc.configureGlobal({ endOnFailure: true })

const collector = new URL('./collector.ts', import.meta.url).href
// Stryker goes into its copy of the program only after it has loaded this file.
const underTest = () => `${pathToFileURL(process.cwd()).href}/modules/${process.env['XINHUO_MODULE']}/`
let generation = 0
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'vitest' && context.parentURL !== collector) return { url: collector, shortCircuit: true }
    const found = next(specifier, context)
    // What a rule keeps from its loading must be loaded anew to be changed; a contract decides nothing, and takes long.
    const isNew = found.url.startsWith(underTest()) && !found.url.startsWith(`${underTest()}contract`)
    return isNew ? { ...found, url: `${found.url}?${generation}` } : found
  },
})

/** What the changed code reads and writes. */
const switches: InstrumenterContext = (globalThis as { __stryker__?: InstrumenterContext }).__stryker__ ??= {}

type Known = Test & { id: string; fileName: string }

class RulesRunner implements TestRunner {
  readonly #tests = new Map<string, Known[]>()
  /** How long each test took; the quickest is tried first. */
  readonly #times = new Map<string, number>()

  capabilities() { return { reloadEnvironment: true } }

  async dryRun(): Promise<DryRunResult> {
    const tests: Known[] = []
    for (const file of testFiles()) tests.push(...await this.#load(file))
    const results: TestResult[] = []
    for (const test of tests) {
      switches.currentTestId = test.id
      const result = await resultOf(test)
      results.push(result)
      this.#times.set(test.id, result.timeSpentMs)
    }
    delete switches.currentTestId
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: switches.mutantCoverage ?? { static: {}, perTest: {} } }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, reloadEnvironment }: MutantRunOptions): Promise<MutantRunResult> {
    if (reloadEnvironment) this.#forget()
    if (mutantActivation === 'static') switches.activeMutant = activeMutant.id
    try {
      const results: TestResult[] = []
      for (const file of nearestFirst(testFiles(), activeMutant.fileName)) {
        const tests = await this.#load(file)
        Object.assign(switches, { activeMutant: activeMutant.id, hitCount: switches.hitCount ?? 0, hitLimit })
        results.push(...await this.#runUntilFailed(tests.filter(({ id }) => testFilter === undefined || testFilter.includes(id))))
        if (results.at(-1)?.status === TestStatus.Failed) break
      }
      return toMutantRunResult(determineHitLimitReached(switches.hitCount, hitLimit) ?? completed(results))
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failed({ id: 'loading', name: 'loading', timeSpentMs: 0 }, error)] })
    } finally {
      delete switches.activeMutant
      delete switches.hitCount
    }
  }

  /** The quickest first; the first that fails is enough. */
  async #runUntilFailed(tests: readonly Known[]): Promise<TestResult[]> {
    const timeOf = ({ id }: Known) => this.#times.get(id) ?? 0
    const results: TestResult[] = []
    for (const test of tests.toSorted((one, other) => timeOf(one) - timeOf(other))) {
      results.push(await resultOf(test))
      if (results.at(-1)?.status === TestStatus.Failed) break
    }
    return results
  }

  #forget(): void {
    generation += 1
    this.#tests.clear()
    takeTests()
  }

  async #load(file: string): Promise<Known[]> {
    const tests = this.#tests.get(file) ?? await loadTests(file)
    this.#tests.set(file, tests)
    return tests
  }
}

/** Files of tests of rules of the module under test. */
const testFiles = (): string[] =>
  globSync(`modules/${process.env['XINHUO_MODULE']}/rules/**/*.test.ts`).filter((file) => !file.endsWith('.long.test.ts')).toSorted()

/** The tests that stand beside the changed file nearly always notice the change: those of the other files need not be loaded then. */
function nearestFirst(files: readonly string[], changed: string): string[] {
  const own = changed.replace(/\.ts$/, '.test.ts')
  const distanceOf = (file: string) => (own.endsWith(file) ? 0 : path.dirname(own).endsWith(path.dirname(file)) ? 1 : 2)
  return files.toSorted((one, other) => distanceOf(one) - distanceOf(other))
}

async function loadTests(file: string): Promise<Known[]> {
  await import(`${pathToFileURL(path.resolve(file)).href}?${generation}`)
  return takeTests().map((test) => ({ ...test, id: `${file}#${test.name}`, fileName: path.resolve(file) }))
}

const completed = (tests: TestResult[]): CompleteDryRunResult => ({ status: DryRunStatus.Complete, tests })

async function resultOf(test: Known): Promise<TestResult> {
  const started = performance.now()
  const base = () => ({ id: test.id, name: test.name, fileName: test.fileName, timeSpentMs: performance.now() - started })
  try {
    await test.work()
    return { ...base(), status: TestStatus.Success }
  } catch (error) {
    return failed(base(), error)
  }
}

function failed(base: { id: string; name: string; timeSpentMs: number }, error: unknown): TestResult {
  return { ...base, status: TestStatus.Failed, failureMessage: error instanceof Error ? error.message : String(error) }
}

/** What Stryker loads. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RulesRunner)]
