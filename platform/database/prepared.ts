import type { CompiledQuery } from 'kysely'
import { gather, prepare } from './gathered.ts'
import { clientOf, type Tx } from './kysely.ts'
import type { Statement } from './statement.ts'

// For statements that run with nearly every request and find their rows by key: the database parses and plans each of them once for a
// connection, which is half of what they cost. Not for lists: their best plan depends on the range that is asked for.

/** Runs a statement under a name of its own. Its text must not vary with its values. Rows come as Kysely gives them. */
export async function runPrepared<T>(tx: Tx, query: Statement<T> | CompiledQuery<T>): Promise<T[]> {
  const { rows } = await clientOf(tx).query<Record<string, unknown>>(prepare(query))
  return rows.map(inCamelCase) as T[]
}

/**
 * Writes something whose rows nobody needs: one INSERT, UPDATE or DELETE without WITH. It leaves together with the other writes of the
 * transaction, before the next question is asked or with the commit, and whether it succeeded is learned together with the commit, so
 * that it costs no wait of its own. A failure undoes the transaction like any other; `explain` may give it another name.
 */
export function sendPrepared(tx: Tx, query: Statement, explain: (error: unknown) => unknown = (error) => error): void {
  gather(clientOf(tx, { sendFirst: false }), { query, explain })
}

const keys = new Map<string, string>()

/** The keys of a row as TypeScript names them; what lies deeper stays as it is. */
export function inCamelCase(row: Record<string, unknown>): Record<string, unknown> {
  const renamed: Record<string, unknown> = {}
  for (const column in row) renamed[keyOf(column)] = row[column]
  return renamed
}

function keyOf(column: string): string {
  let key = keys.get(column)
  if (key === undefined) {
    key = column.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())
    keys.set(column, key)
  }
  return key
}
