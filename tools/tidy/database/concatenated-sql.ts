import { callsOf, lineAt } from '../syntax.ts'
import { isTest, sourcesOf, type Check } from '../tree.ts'

/** These write statements about databases and roles, where PostgreSQL takes no parameters; they quote identifiers themselves. */
const ABOUT_DATABASES = /^platform\/(database|backup|testing)\//
const SENDERS = /^(query|raw|unsafe)$/

/** What a user typed reaches SQL as a parameter only: kysely's sql`…${value}` binds it, a joined text does not. */
export const concatenatedSql: Check = tree =>
  sourcesOf(tree).filter(file => /^(modules|platform|apps)\//.test(file) && !isTest(file) && !ABOUT_DATABASES.test(file)).flatMap(file =>
    callsOf(tree, file).filter(({ name, on, text }) => SENDERS.test(name) && (name !== 'raw' || on.endsWith('sql')) && isJoined(name, text))
      .map(({ name, start }) => ({
        file, line: lineAt(tree.text(file), start), message: `${name}() gets a text put together by code; bind values as parameters.`,
      })))

function isJoined(name: string, call: string): boolean {
  const argument = call.slice(call.search(new RegExp(`\\b${name}\\s*(<[^>]*>)?\\s*\\(`))).replace(/^[^(]*\(\s*/, '')
  if (/^`[^`]*\$\{/.test(argument) || /^(`[^`]*`|'[^']*'|"[^"]*")\s*\+/.test(argument)) return true
  return name === 'raw' && !/^['"`]/.test(argument)
}
