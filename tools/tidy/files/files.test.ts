import { describe, expect, it } from 'vitest'
import { treeOf, type Check } from '../tree.ts'
import { fileLength } from './file-length.ts'
import { fileNames } from './file-names.ts'
import { folderSize } from './folder-size.ts'
import { functionLength } from './function-length.ts'
import { lineLength } from './line-length.ts'
import { toDos } from './to-dos.ts'

const found = (check: Check, samples: Record<string, string>) => check(treeOf(samples)).map(({ file, line }) => (line ? `${file}:${line}` : file))
const lines = (count: number) => Array.from({ length: count }, (_, index) => `const x${index} = ${index}`).join('\n')

describe('length', () => {
  it('dislikes a file of 301 lines and lets 300 pass', () => {
    expect(found(fileLength, { 'platform/a.ts': lines(301), 'platform/b.ts': lines(300) })).toEqual(['platform/a.ts'])
  })

  it('gives tests 600 lines', () => {
    expect(found(fileLength, { 'platform/a.test.ts': lines(600), 'platform/b.test.ts': lines(601) })).toEqual(['platform/b.test.ts'])
  })

  it('dislikes a function of 61 lines, whatever it is called', () => {
    const long = `const first = 1\nexport function longOne() {\n${lines(58)}\n}`
    expect(found(functionLength, { 'platform/a.ts': long })).toEqual([])
    expect(found(functionLength, { 'platform/a.ts': long.replace('{\n', '{\n\n') })).toEqual(['platform/a.ts:2'])
    expect(found(functionLength, { 'platform/a.ts': `export const x = () => {\n${lines(60)}\n}` })).toEqual(['platform/a.ts:1'])
  })

  it('dislikes a line that runs out of the window', () => {
    expect(found(lineLength, { 'platform/a.ts': `const x = 1\n// ${'x'.repeat(170)}` })).toEqual(['platform/a.ts:2'])
    expect(found(lineLength, { 'platform/a.ts': `// ${'x'.repeat(157)}` })).toEqual([])
  })
})

describe('folders and names', () => {
  it('dislikes a folder of 26 entries', () => {
    const files = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`platform/a/x${index}.ts`, '']))
    expect(found(folderSize, files(25))).toEqual([])
    expect(found(folderSize, files(26))).toEqual(['platform/a'])
  })

  it('dislikes names that fit everything', () => {
    expect(found(fileNames, { 'platform/date-utils.ts': '', 'modules/care/helpers/x.ts': '', 'platform/dates.ts': '' }))
      .toEqual(['modules/care/helpers/x.ts', 'platform/date-utils.ts'])
  })

  it('wants kebab-case files and PascalCase components', () => {
    expect(found(fileNames, { 'platform/localDate.ts': '', 'platform/ui/list-kit.tsx': '', 'platform/ui/ListKit.tsx': '' })).toEqual(['platform/localDate.ts'])
  })
})

describe('to-dos', () => {
  it('dislikes one without owner and day', () => {
    expect(found(toDos, { 'platform/a.ts': '// TODO: later', 'platform/b.ts': '// TODO(li, 2026-12-31): the second page' })).toEqual(['platform/a.ts:1'])
  })
})
