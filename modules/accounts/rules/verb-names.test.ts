import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { verbNames, verbText } from './verb-names.ts'

const root = path.resolve(import.meta.dirname, '../../..')

it('every deed that is written to the audit has a Chinese name, and so can be filtered by', () => {
  const sources = globSync('{modules,platform,apps}/**/*.ts', { cwd: root }).filter((file) => !file.includes('.test.'))
  // What is noted of a task or notice has a source, not an audit entry: it stands in braces of its own.
  const verbs = new Set(sources.flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').replaceAll(/source: \{[^}]*\}/g, '')
    .matchAll(/\bverb: '([a-z-]+\.[a-z.-]+)'/g)].map(([, verb]) => verb ?? '')))
  expect(verbs.size).toBeGreaterThan(200)
  expect([...verbs].filter((verb) => verbNames[verb] === undefined)).toEqual([])
})

it('a deed that has no name is shown by its word rather than not at all', () => {
  expect(verbText('phone.enrolled')).not.toBe('phone.enrolled')
  expect(verbText('nobody.knows')).toBe('nobody.knows')
})
