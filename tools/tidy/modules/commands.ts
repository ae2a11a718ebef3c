import { exportsOf } from '../syntax.ts'
import type { Tree } from '../tree.ts'

/**
 * The write files of all modules: those of `commands/`, and in `commands/<subject>/` those that module.ts binds to an operation.
 * What else stands in a subject's folder, in `steps/` or in `testing/` is a part of them.
 */
export const commandFilesOf = (tree: Tree) => tree.files.filter(file => /^modules\/[^/]+\/commands\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
  .filter(file => file.split('/').length === 4 || isBound(tree, file))

/** Whether module.ts names something that the file lets out. */
function isBound(tree: Tree, file: string): boolean {
  const bound = tree.text(`${file.split('/').slice(0, 2).join('/')}/module.ts`)
  return exportsOf(file, tree.text(file)).some(name => new RegExp(`\\b${name}\\b`).test(bound))
}
