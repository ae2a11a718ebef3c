import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT, run } from './run.ts'
import { longFiles } from './long-files.ts'
import { countsOf, sumOf } from './test.ts'

mkdirSync(join(ROOT, '.cache'), { recursive: true })
const folder = mkdtempSync(join(ROOT, '.cache/counting-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('adding up runs', () => {
  it('sums what passed and what failed', () => {
    expect(sumOf([{ passed: 3, failed: 0 }, { passed: 4, failed: 2 }])).toEqual({ passed: 7, failed: 2 })
  })

  it('counts a run that ended badly without a word as one failure', () => {
    expect(countsOf(join(folder, 'nothing.json'), 1)).toEqual({ passed: 0, failed: 1 })
  })

  it('does not count a failed test twice', () => {
    writeFileSync(join(folder, 'two.json'), JSON.stringify({ passed: 1, failed: 2 }))
    expect(countsOf(join(folder, 'two.json'), 1)).toEqual({ passed: 1, failed: 2 })
  })
})

describe('the files that are begun first', () => {
  it('are all there', () => {
    expect(longFiles.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
  })
})

describe('the counting reporter', () => {
  it('counts passed, failed and unloadable, and ends with the line alone', async () => {
    writeFileSync(join(folder, 'mixed.test.ts'), `import { expect, it } from 'vitest'
it('passes', () => { expect(1).toBe(1) })
it('fails', () => { expect(1).toBe(2) })`)
    writeFileSync(join(folder, 'broken.test.ts'), "throw new Error('cannot be loaded')")
    writeFileSync(join(folder, 'vitest.config.ts'), 'export default {}')
    const counts = join(folder, 'counts.json')
    const reporter = join(ROOT, 'tools/counting-reporter.ts')
    const { code, output } = await run('vitest', ['run', '--root', folder, '--reporter', reporter], { env: { XINHUO_COUNTS: counts } })
    expect(JSON.parse(readFileSync(counts, 'utf8'))).toEqual({ passed: 1, failed: 2 })
    expect(output.trimEnd().split('\n').at(-1)).toBe('1 passed, 2 failed')
    expect(code).not.toBe(0)
  })
})
