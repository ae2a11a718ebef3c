import { callsOf, exportsOf } from '../syntax.ts'
import type { Check, Tree } from '../tree.ts'
import { commandFilesOf } from './commands.ts'

const CHECK = /^(must[A-Z]|require(Any)?Permission|anyoneMay)/

/**
 * A reader of a command sees who may do this: it calls a `must…` of access.ts (or `anyoneMay('why')`, which says so
 * where no right is needed, as for signing in). A step that only index.ts hands to other modules runs inside their commands,
 * after their check.
 */
export const commandNamesAccess: Check = tree => commandFilesOf(tree)
  .filter(file => !isStepForOthers(tree, file))
  .filter(file => !callsOf(tree, file).some(({ name }) => CHECK.test(name)))
  .map(file => ({ file, message: 'names no access check; call a must… function of access.ts first.' }))

function isStepForOthers(tree: Tree, file: string): boolean {
  const folder = file.split('/').slice(0, 2).join('/')
  const names = exportsOf(file, tree.text(file))
  const named = (part: string) => names.some(name => new RegExp(`\\b${name}\\b`).test(tree.text(`${folder}/${part}.ts`)))
  return named('index') && !named('module')
}
