import { lineAt } from '../syntax.ts'
import { isTest, sourcesOf, type Check } from '../tree.ts'

const IMPURE = /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\.(randomUUID|getRandomValues)\(/g

/** A rule gives the same answer tomorrow: the day, the moment and ids are handed in. */
export const pureRules: Check = tree =>
  sourcesOf(tree).filter(file => /^modules\/[^/]+\/rules\//.test(file) && !isTest(file)).flatMap(file => {
    const text = tree.text(file)
    return [...text.matchAll(IMPURE)].map(match => ({
      file, line: lineAt(text, match.index), message: `${match[0]} in a rule; take it as an argument.`,
    }))
  })
