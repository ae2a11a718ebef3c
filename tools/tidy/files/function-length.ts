import { functionsOf, lineAt } from '../syntax.ts'
import { isTest, sourcesOf, type Check } from '../tree.ts'

const LIMIT = 60
const TEST_LIMIT = 600

/** A long function hides its steps; name them. */
export const functionLength: Check = tree =>
  sourcesOf(tree).flatMap(file => functionsOf(tree, file).flatMap(({ name, text, start }) => {
    const lines = text.split('\n').length
    const limit = isTest(file) ? TEST_LIMIT : LIMIT
    if (lines <= limit) return []
    return [{ file, line: lineAt(tree.text(file), start), message: `${name} has ${lines} lines; at most ${limit}.` }]
  }))
