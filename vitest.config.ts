import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import LongFirst from './tools/long-first.ts'
import { fastFolder } from './platform/testing/fast-folder.ts'

const globalSetup = existsSync('platform/testing/global-setup.ts') ? ['platform/testing/global-setup.ts'] : []
// Whoever names a temp folder gets it; else databases of tests lie in memory where they can.
const temp = process.env['TMPDIR'] ?? fastFolder()
if (temp !== undefined) process.env['TMPDIR'] = temp
const elsewhere = ['**/node_modules/**', '**/dist/**', '.cache/**', 'data/**']

/** One kind of test; each kind is started by its own script, so that the quick ones stay quick. */
const kind = (name: string, include: string[], exclude: string[], seconds: number) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude: [...elsewhere, ...exclude],
    globalSetup,
    testTimeout: seconds * 1000,
    hookTimeout: Math.max(seconds, 60) * 1000,
  },
})

/** One file at a time: what is counted by the second is counted with the machine to itself. */
const alone = (project: ReturnType<typeof kind>) => ({ ...project, test: { ...project.test, maxWorkers: 1, sequence: { groupOrder: 1 } } })

/** What a kind needs from outside is installed once, before its files start beside one another. */
const prepared = (project: ReturnType<typeof kind>, by: string) => ({ ...project, test: { ...project.test, globalSetup: [by, ...globalSetup] } })

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // Files of one worker share their modules: loading the program anew for each of them took half the time of all tests.
    // What a module keeps therefore outlives a file; the few that must begin anew say so by `vi.resetModules()`.
    isolate: false,
    sequence: { sequencer: LongFirst },
    reporters: ['default', './tools/counting-reporter.ts'],
    passWithNoTests: true,
    projects: [
      kind('unit', ['**/*.test.ts', '**/*.test.tsx'], ['tests/journeys/**', 'tests/office/**', '**/*.long.test.ts'], 30),
      alone(kind('long', ['**/*.long.test.ts'], ['tests/journeys/**', 'tests/office/**'], 900)),
      prepared(kind('office', ['tests/office/**/*.test.ts'], [], 120), './tests/office/install.ts'),
      kind('journeys', ['tests/journeys/**/*.test.ts', 'tests/journeys/**/*.spec.ts'], [], 120),
    ],
  },
})
