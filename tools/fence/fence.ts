import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { readTree, sourcesOf, type Tree } from '../tidy/tree.ts'
import { importsOf } from './imports.ts'
import { judge, type Breach, type Rule } from './judge.ts'

/** Judges every import of a tree by the rules of .dependency-cruiser.cjs. `root` helps to find endings left out. */
export function fenceBreaches(tree: Tree, root: string): Breach[] {
  const imports = sourcesOf(tree).flatMap(file => importsOf(root, file, tree.text(file)))
  return judge(readRules(), imports)
}

function readRules(): Rule[] {
  const require = createRequire(import.meta.url)
  const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: Rule[] }
  return forbidden
}

function main() {
  const tree = readTree('.')
  const breaches = fenceBreaches(tree, '.')
  for (const { rule, from, to, comment } of breaches) console.log(`${rule}: ${from} → ${to}\n    ${comment}`)
  console.log(breaches.length === 0 ? `fence: ${sourcesOf(tree).length} files keep to it` : `fence: ${breaches.length} imports break it`)
  process.exitCode = breaches.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main()
