import { exportsOf } from '../syntax.ts'
import { modulesOf, type Check } from '../tree.ts'

const LIMIT = 10

/** The front door of a module stays narrow: what others may ask of it, named one by one. */
export const indexExports: Check = tree => modulesOf(tree).flatMap(name => {
  const file = `modules/${name}/index.ts`
  if (!tree.has(file)) return []
  const names = exportsOf(file, tree.text(file))
  if (names.includes('*')) return [{ file, message: 'names its exports one by one, no export *.' }]
  return names.length <= LIMIT ? [] : [{ file, message: `${names.length} exports; at most ${LIMIT}.` }]
})
