import { expect, it } from 'vitest'
import { treeOf } from '../tree.ts'
import { glossary } from './glossary.ts'

const good = {
  'docs/GLOSSARY.md': '| 中文 | word | meaning |\n|---|---|---|\n| 走访 | `visit` | A visit. |\n| 帮扶 | `care` | |\n| 记录 | `record` | |\n| 家庭 | `family` | |',
  'modules/care/commands/record-visit.ts': '',
  'database/migrations/0001_care_create-visits.sql': 'create table care.visits (id int); create table care.visit_families (id int);',
}
const found = (samples: Record<string, string>) => glossary(treeOf({ ...good, ...samples })).map(({ message }) => /"(\w+)"/.exec(message)?.[1])

it('knows the words of the glossary in singular and plural', () => {
  expect(found({})).toEqual([])
})

it('dislikes a word that the glossary lacks, in a module, a table, a command or an operation', () => {
  expect(found({ 'modules/horses/README.md': '' })).toEqual(['horses'])
  expect(found({ 'database/migrations/0002_care_add.sql': 'create table care.interviews (id int)' })).toEqual(['interviews'])
  expect(found({ 'modules/care/commands/store-visit.ts': '' })).toEqual(['store'])
  expect(found({ 'modules/care/contract.ts': 'export const c = { recordTrip: base.input(x) }' })).toEqual(['trip'])
})
