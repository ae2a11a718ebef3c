import path from 'node:path'
import { exportsOf } from '../syntax.ts'
import type { Check, Tree } from '../tree.ts'
import { commandFilesOf } from './commands.ts'

/**
 * Whatever writes is tested beside its file: by a test of its own name, or by one that tells the story of several commands and calls them all,
 * by name or by the address of the operation. A shared step that is no operation of its own is tested through its callers.
 */
export const commandHasTest: Check = tree => commandFilesOf(tree)
  .filter(file => /export (async )?(function|const) \w+ ?(=|\()[^]*?Context/.test(tree.text(file)) && !isTested(tree, file))
  .map(file => ({ file, message: `has no test; write ${file.replace(/\.ts$/, '.test.ts')}, or call it in a test beside it.` }))

function isTested(tree: Tree, file: string): boolean {
  if (tree.has(file.replace(/\.ts$/, '.test.ts'))) return true
  const folder = path.posix.dirname(file)
  const beside = tree.files.filter(other => other.endsWith('.test.ts') && path.posix.dirname(other) === folder)
  const address = addressOf(tree, file)
  return beside.some(other => tree.text(other).includes(`from './${path.posix.basename(file)}'`) || (address !== undefined && address.test(tree.text(other))))
}

/** How a test writes the address of the command's operation: `/sessions/{id}` becomes `/sessions/` and something put in. */
function addressOf(tree: Tree, file: string): RegExp | undefined {
  const module = file.split('/').slice(0, 2).join('/')
  const contracts = tree.files.filter(each => each === `${module}/contract.ts` || each.startsWith(`${module}/contract/`))
    .map(each => tree.text(each)).join('\n')
  for (const name of exportsOf(file, tree.text(file))) {
    const found = new RegExp(`\\b${name}: [^\\n]*?\\.route\\(\\{[^}]*?path: '([^']+?)'`).exec(contracts)?.[1]
    if (found !== undefined) return new RegExp(`${found.replaceAll(/\{\w+\}/g, '\\$\\{[^}]+\\}')}(?=['"\`?])`)
  }
  return undefined
}
