import { describe, expect, it } from 'vitest'
import { treeOf, type Check } from '../tree.ts'
import { commandHasTest } from './command-has-test.ts'
import { commandNamesAccess } from './command-names-access.ts'
import { indexExports } from './index-exports.ts'
import { operationBound } from './operation-bound.ts'
import { pureRules } from './pure-rules.ts'
import { standardParts } from './standard-parts.ts'

const command = `import { mustCloseCases } from '../access.ts'
export async function closeCase(context: Context, input: Input) { mustCloseCases(context.actor) }`
const good = {
  'modules/care/README.md': '', 'modules/care/index.ts': 'export { a } from "./a.ts"', 'modules/care/access.ts': '',
  'modules/care/contract.ts': 'export const careContract = { close: base.route({}).input(x).output(y), list: { all: oc.input(z) } }',
  'modules/care/module.ts': 'export const careModule = { close: closeCase, list: { all: listAll } }',
  'modules/care/commands/close-case.ts': command, 'modules/care/commands/close-case.test.ts': '',
  'modules/care/rules/closing.ts': 'export const isLate = (on: string, today: string) => new Date(on) < new Date(today)',
}
const found = (check: Check, samples: Record<string, string>) => check(treeOf({ ...good, ...samples })).map(({ file }) => file)
const without = (check: Check, file: keyof typeof good) => {
  const { [file]: _, ...rest } = good
  return check(treeOf(rest)).map(each => each.file)
}

describe('a module', () => {
  it.each([commandHasTest, commandNamesAccess, indexExports, operationBound, pureRules, standardParts])('passes when it is whole (%o)', check => {
    expect(found(check, {})).toEqual([])
  })

  it('needs a README, and knows no other parts', () => {
    expect(without(standardParts, 'modules/care/README.md')).toEqual(['modules/care/README.md'])
    expect(without(standardParts, 'modules/care/contract.ts')).toEqual(['modules/care/contract.ts'])
    expect(found(standardParts, { 'modules/care/services/x.ts': '' })).toEqual(['modules/care/services'])
    expect(found(standardParts, { 'modules/care/load/x.ts': '' })).toEqual(['modules/care/load'])
    expect(found(standardParts, { 'modules/demo/README.md': '', 'modules/demo/load/x.ts': '' })).toEqual([])
  })

  it('has a test for each command', () => {
    expect(without(commandHasTest, 'modules/care/commands/close-case.test.ts')).toEqual(['modules/care/commands/close-case.ts'])
  })

  it('lets one test beside them tell the story of several commands, as long as it calls each', () => {
    const story = (text: string) => found(commandHasTest, { 'modules/care/commands/add-note.ts': command, 'modules/care/commands/notes.test.ts': text })
    expect(story("import { addNote } from './add-note.ts'")).toEqual([])
    expect(story("import { closeCase } from './close-case.ts'")).toEqual(['modules/care/commands/add-note.ts'])
  })

  it('lets such a test call the operation by its address', () => {
    const route = "addNote: base.route({ method: 'POST', path: '/cases/{id}/notes' }).input(x)"
    const samples = (text: string) => ({
      'modules/care/contract.ts': `export const c = { close: base.input(x), list: { all: oc.input(z) }, ${route} }`,
      'modules/care/commands/add-note.ts': command.replace('closeCase', 'addNote'), 'modules/care/commands/notes.test.ts': text,
    })
    expect(found(commandHasTest, samples("post(`/api/cases/${id}/notes`)"))).toEqual([])
    expect(found(commandHasTest, samples("post(`/api/cases/${id}/notes/more`)"))).toEqual(['modules/care/commands/add-note.ts'])
  })

  it('is looked at in the folders of its subjects too, where module.ts binds what stands there', () => {
    const careless = { 'modules/care/commands/notes/add-note.ts': 'export async function addNote(context: Context) {}' }
    const bound = { 'modules/care/module.ts': 'export const m = { close: closeCase, list: { all: listAll }, addNote }' }
    expect(found(commandHasTest, careless)).toEqual([])
    expect(found(commandHasTest, { ...careless, ...bound })).toEqual(['modules/care/commands/notes/add-note.ts'])
    expect(found(commandNamesAccess, { ...careless, ...bound })).toEqual(['modules/care/commands/notes/add-note.ts'])
  })

  it('names the access check in each command, not in a comment', () => {
    const careless = '// mustCloseCases(actor)\nexport async function closeCase(context: Context) {}'
    expect(found(commandNamesAccess, { 'modules/care/commands/close-case.ts': careless })).toEqual(['modules/care/commands/close-case.ts'])
  })

  it('asks for no second check in a step that only index.ts hands to others', () => {
    const step = { 'modules/care/commands/add-note.ts': 'export async function addNote(context: Context) {}' }
    const handed = { 'modules/care/index.ts': "export { addNote } from './commands/add-note.ts'" }
    expect(found(commandNamesAccess, step)).toEqual(['modules/care/commands/add-note.ts'])
    expect(found(commandNamesAccess, { ...step, ...handed })).toEqual([])
    const bound = { 'modules/care/module.ts': 'export const m = { close: closeCase, list: { all: listAll }, addNote }' }
    expect(found(commandNamesAccess, { ...step, ...handed, ...bound })).toEqual(['modules/care/commands/add-note.ts'])
  })

  it('binds every operation of its contract', () => {
    expect(found(operationBound, { 'modules/care/module.ts': 'export const careModule = { close: closeCase }' })).toEqual(['modules/care/module.ts'])
  })

  it('lets at most ten names out, one by one', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `export const x${index} = 1`).join('\n')
    expect(found(indexExports, { 'modules/care/index.ts': names(10) })).toEqual([])
    expect(found(indexExports, { 'modules/care/index.ts': names(11) })).toEqual(['modules/care/index.ts'])
    expect(found(indexExports, { 'modules/care/index.ts': "export * from './x.ts'" })).toEqual(['modules/care/index.ts'])
  })

  it.each(['Date.now()', 'new Date()', 'Math.random()'])('has no %s in its rules', impure => {
    expect(found(pureRules, { 'modules/care/rules/closing.ts': `export const x = () => ${impure}` })).toEqual(['modules/care/rules/closing.ts'])
  })
})
