import path from 'node:path'
import type { Check, Tree } from '../tree.ts'
import { commandFilesOf } from './commands.ts'

/**
 * Whatever writes is tested beside its file: by a test of its own name, or by one that tells the story of several commands and calls them all.
 * A shared step that is no operation of its own is tested through its callers.
 */
export const commandHasTest: Check = tree => commandFilesOf(tree)
  .filter(file => /export (async )?(function|const) \w+ ?(=|\()[^]*?Context/.test(tree.text(file)) && !isTested(tree, file))
  .map(file => ({ file, message: `has no test; write ${file.replace(/\.ts$/, '.test.ts')}, or call it in a test beside it.` }))

function isTested(tree: Tree, file: string): boolean {
  if (tree.has(file.replace(/\.ts$/, '.test.ts'))) return true
  const folder = path.posix.dirname(file)
  const beside = tree.files.filter(other => other.endsWith('.test.ts') && path.posix.dirname(other) === folder)
  return beside.some(other => tree.text(other).includes(`from './${path.posix.basename(file)}'`))
}
