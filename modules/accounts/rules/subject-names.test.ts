import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { subjectText } from './subject-names.ts'

const root = path.resolve(import.meta.dirname, '../../..')

it('whatever an audit entry can be about has a Chinese name', () => {
  const sources = globSync('{modules,platform,apps}/**/*.ts', { cwd: root }).filter((file) => !file.includes('.test.'))
  const kinds = new Set(sources.flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(/subjectKind: '([a-z-]+)'/g)]
    .map(([, kind]) => kind ?? '')))
  expect(kinds.size).toBeGreaterThan(50)
  expect([...kinds].filter((kind) => !/\p{Script=Han}/u.test(subjectText(kind)))).toEqual([])
})

it('one that has no name is shown by its word rather than not at all', () => {
  expect(subjectText('nobody-knows')).toBe('nobody-knows')
})
