import { migrationsOf, statementsOf, tablesOf } from '../sql.ts'
import type { Check, Tree } from '../tree.ts'

/** One sentence in the migration serves two readers: whoever opens the database and, through the row types, whoever writes code. */
export const comments: Check = tree => {
  const commented = commentsIn(tree)
  return tablesOf(tree).flatMap(({ name, file, columns }) => {
    const needed = [name, ...[...columns].map(column => `${name}.${column}`)]
    return needed.filter(each => !commented.has(each)).map(each => ({ file, message: `${each} has no COMMENT.` }))
  })
}

function commentsIn(tree: Tree): Set<string> {
  const found = new Set<string>()
  for (const file of migrationsOf(tree)) for (const { text } of statementsOf(tree, file)) {
    const name = /^comment on (?:table|column) ([\w.]+) is '[^']/i.exec(text)?.[1]
    if (name) found.add(name)
    const [, table, before, after] = /^alter table ([\w.]+) rename column (\w+) to (\w+)/i.exec(text) ?? []
    if (found.has(`${table}.${before}`)) found.add(`${table}.${after}`)
  }
  return found
}
