import { mentionsOf, schemasOf } from '../sql.ts'
import { lineAt } from '../syntax.ts'
import { isTest, modulesOf, sourcesOf, type Check } from '../tree.ts'

const GROUND = new Set(['platform', 'access', 'audit'])
/** Loads invented people before anybody signs in, as the owner: docs/decisions/0011. */
const LOADER = 'modules/demo/load/'

/** A module reads its own tables, the ground's, and what other modules publish (`published_…` views); nothing else. */
export const ownSchema: Check = tree => {
  const schemas = new Set([...schemasOf(tree), ...modulesOf(tree).map(schemaOf)])
  return sourcesOf(tree).filter(file => /^(modules|platform)\//.test(file) && !file.startsWith(LOADER) && !isTest(file)).flatMap(file => {
    const own = schemaOf(/^modules\/([^/]+)/.exec(file)?.[1] ?? 'platform')
    const foreign = mentionsOf(tree, file).filter(({ table }) => {
      const [schema = '', name = ''] = table.split('.')
      return schemas.has(schema) && schema !== own && !GROUND.has(schema) && !name.startsWith('published_')
    })
    return foreign.map(({ table, start }) => ({
      file, line: lineAt(tree.text(file), start), message: `reads or writes ${table}, another module's; use its published_ view or its index.ts.`,
    }))
  })
}

const schemaOf = (module: string) => module.replaceAll('-', '_')
