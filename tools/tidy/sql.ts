import { callsOf, templatesOf } from './syntax.ts'
import type { Tree } from './tree.ts'

/** One statement of a migration, without its comments. */
type Statement = { file: string; text: string }

/** A table as the migrations leave it. */
export type Table = { name: string; file: string; columns: Set<string> }

/** A table named in a source file: by a builder call or inside an sql text. */
export type Mention = { table: string; text: string; start: number }

const PIECES = /--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[^]*?\1|;|[^]/g

/** The migrations in the order in which they run. */
export const migrationsOf = (tree: Tree) => tree.files.filter(file => /^database\/migrations\/[^/]+\.sql$/.test(file))

/** Cuts a migration at its semicolons; function bodies and quoted texts stay whole. */
export function statementsOf(tree: Tree, file: string): Statement[] {
  const statements: string[] = ['']
  for (const [piece] of tree.text(file).matchAll(PIECES)) {
    if (piece === ';') statements.push('')
    else if (!piece.startsWith('--') && !piece.startsWith('/*')) statements[statements.length - 1] += piece
  }
  return statements.map(text => ({ file, text: text.trim() })).filter(({ text }) => text !== '')
}

/** All tables after the last migration, with their columns. */
export function tablesOf(tree: Tree): Table[] {
  const tables = new Map<string, Table>()
  for (const file of migrationsOf(tree))
    for (const { text } of statementsOf(tree, file)) apply(tables, file, text)
  return [...tables.values()]
}

/** The schemas that the migrations create. */
export const schemasOf = (tree: Tree) => migrationsOf(tree).flatMap(file =>
  statementsOf(tree, file).flatMap(({ text }) => /^create schema (?:if not exists )?(\w+)/i.exec(text)?.[1] ?? []))

function apply(tables: Map<string, Table>, file: string, text: string) {
  const created = /^create (?:unlogged )?table (?:if not exists )?([\w.]+)\s*\(([^]*)\)/i.exec(text)
  if (created?.[1]) return void tables.set(created[1], { name: created[1], file, columns: new Set(columnsIn(created[2] ?? '')) })
  const dropped = /^drop table (?:if exists )?([\w.]+)/i.exec(text)?.[1]
  if (dropped) return void tables.delete(dropped)
  const table = tables.get(/^alter table (?:only )?([\w.]+)/i.exec(text)?.[1] ?? '')
  if (!table) return
  for (const [, name] of text.matchAll(/\badd column (?:if not exists )?(\w+)/gi)) if (name) table.columns.add(name)
  for (const [, name] of text.matchAll(/\bdrop column (?:if exists )?(\w+)/gi)) if (name) table.columns.delete(name)
  const [, before, after] = /\brename column (\w+) to (\w+)/i.exec(text) ?? []
  if (before && after && table.columns.delete(before)) table.columns.add(after)
}

function columnsIn(body: string): string[] {
  let depth = 0
  const parts = ['']
  for (const [piece] of body.matchAll(/'(?:[^']|'')*'|[^]/g)) {
    depth += piece === '(' ? 1 : piece === ')' ? -1 : 0
    if (piece === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += piece
  }
  return parts.flatMap(part => /^\s*(?!constraint\b|primary\b|unique\b|foreign\b|check\b|exclude\b|like\b)(\w+)/i.exec(part)?.[1] ?? [])
}

const BUILDERS = /^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|(inner|left|right|full|cross)Join|(inner|left)JoinLateral|from|using)$/
const IN_TEXT = /\b(?:from|join|update|into|only|using)\s+(?:only\s+)?"?([a-z_]+)"?\."?([a-z_]+)\b"?(?!\s*\()/gi

/** Every `schema.table` that a source file reads or writes. */
export function mentionsOf(tree: Tree, file: string): Mention[] {
  const built = callsOf(tree, file).filter(({ name }) => BUILDERS.test(name)).flatMap(({ strings, start, text }) =>
    strings.slice(0, 1).flatMap(each => {
      const table = /^([a-z_]+\.[a-z_]+)(\s+as\s+\w+)?$/.exec(each)?.[1]
      return table ? [{ table, text, start }] : []
    }))
  const sent = callsOf(tree, file).filter(({ name }) => name === 'query').flatMap(({ strings, start }) => strings.map(text => ({ text, start })))
  const written = [...sent, ...textsBetweenBackticks(tree, file)]
    .flatMap(({ text, start }) => [...text.matchAll(IN_TEXT)].map(match => ({ table: `${match[1]}.${match[2]}`, text, start })))
  return [...built, ...written]
}

const textsBetweenBackticks = (tree: Tree, file: string) =>
  templatesOf(tree, file).filter(({ tag, text }) => tag.endsWith('sql') || /\b(select|insert into|update|delete from)\b/i.test(text))
