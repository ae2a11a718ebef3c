import { describe, expect, it } from 'vitest'
import { fenceBreaches } from './fence/fence.ts'
import { filesOfModule, findNameProblem, glossaryRowOf } from './new-module.ts'
import { ROOT } from './run.ts'
import { untidy } from './tidy/tidy.ts'
import { readTree, treeOf } from './tidy/tree.ts'

const glossary = readTree(ROOT).text('docs/GLOSSARY.md')
const house = (name: string, chinese: string) => treeOf({
  ...filesOfModule(name, chinese, 900), 'docs/GLOSSARY.md': glossary + glossaryRowOf(name, chinese),
})

describe('a new module', () => {
  it.each([['kites', '风筝'], ['old-libraries', '老图书馆']])('of the name %s is tidy and keeps to the fence', (name, chinese) => {
    expect(untidy(house(name, chinese))).toEqual([])
    expect(fenceBreaches(house(name, chinese), ROOT)).toEqual([])
  })

  it('has every part of the standard shape, with its names filled in', () => {
    const files = filesOfModule('old-libraries', '老图书馆', 7)
    expect(Object.keys(files).sort()).toEqual([
      'database/migrations/0007_old-libraries_create-old-libraries.sql',
      ...['README.md', 'access.ts', 'commands/register-old-library.test.ts', 'commands/register-old-library.ts', 'contract.ts', 'index.ts', 'module.ts',
        'queries/list-old-libraries.ts', 'rules/is-name-taken.test.ts', 'rules/is-name-taken.ts', 'web/OldLibraryListPage.tsx',
        'web/api.ts', 'web/index.ts', 'web/words.ts',
      ].map(part => `modules/old-libraries/${part}`),
    ])
    expect(Object.values(files).join('')).not.toMatch(/\{\{|\}\}/)
  })

  it('wants a plural English name, a Chinese one, and a free place', () => {
    expect(findNameProblem('kites', '风筝', false)).toBeUndefined()
    expect(findNameProblem('kite', '风筝', false)).toMatch('复数')
    expect(findNameProblem('Kites', '风筝', false)).toMatch('小写')
    expect(findNameProblem('kites', 'kites', false)).toMatch('中文名')
    expect(findNameProblem('kites', '风筝', true)).toMatch('已经存在')
  })
})
