import { mentionsOf, tablesOf, type Mention } from '../sql.ts'
import { functionsOf, lineAt } from '../syntax.ts'
import { isTest, sourcesOf, type Check, type Tree } from '../tree.ts'

/** Every query of a city's table names city_id: that is the first column of its keys, and what shards it. */
export const cityId: Check = tree => {
  const cityTables = new Set(tablesOf(tree).filter(({ columns }) => columns.has('city_id')).map(({ name }) => name))
  return sourcesOf(tree).filter(file => /^(modules|platform)\//.test(file) && !isTest(file)).flatMap(file =>
    mentionsOf(tree, file)
      .filter(mention => cityTables.has(mention.table) || mention.table.includes('.published_'))
      .filter(mention => !/city_?id/i.test(surroundingsOf(tree, file, mention)))
      .map(({ table, start }) => ({ file, line: lineAt(tree.text(file), start), message: `names ${table} but not city_id.` })))
}

/** An sql text speaks for itself; a builder's chain is read with the outermost function it stands in. */
function surroundingsOf(tree: Tree, file: string, mention: Mention): string {
  if (/\b(from|join|update|into)\s/i.test(mention.text)) return mention.text
  const around = functionsOf(tree, file).filter(({ start, end }) => start <= mention.start && mention.start < end)
  return around.sort((a, b) => a.start - b.start)[0]?.text ?? tree.text(file)
}
