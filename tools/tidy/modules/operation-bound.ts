import { Visitor } from 'oxc-parser'
import { programOf } from '../syntax.ts'
import { modulesOf, type Check, type Tree } from '../tree.ts'

/** A contract that nobody keeps is a promise broken: module.ts names every operation of contract.ts. */
export const operationBound: Check = tree => modulesOf(tree).flatMap(name => {
  const bound = tree.text(`modules/${name}/module.ts`)
  return operationsOf(tree, name).filter(operation => !new RegExp(`\\b${operation}\\b`).test(bound))
    .map(operation => ({ file: `modules/${name}/module.ts`, message: `binds nothing to the operation ${operation} of contract.ts.` }))
})

/** The operations of a module's contract and of its parts: keys whose value is built with `.input(`, `.output(` or `.route(`. */
export function operationsOf(tree: Tree, module: string): string[] {
  const files = tree.files.filter(file => file === `modules/${module}/contract.ts` || file.startsWith(`modules/${module}/contract/`))
  return files.filter(file => !file.endsWith('.test.ts')).flatMap(file => operationsIn(tree, file))
}

function operationsIn(tree: Tree, file: string): string[] {
  const text = tree.text(file)
  const found: string[] = []
  new Visitor({
    Property: node => {
      const value = text.slice(node.value.start, node.value.end)
      const chained = node.value.type === 'CallExpression' && /^(base|oc|[a-z]\w*Operation)\b/.test(value) && /\.(route|input|output)\(/.test(value)
      if (chained && node.key.type === 'Identifier') found.push(node.key.name)
    },
  }).visit(programOf(tree, file))
  return found
}
