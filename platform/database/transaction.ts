import type { PoolClient } from 'pg'
import { kyselyOf, type Tx } from './kysely.ts'
import type { Pool } from './pool.ts'

/** The statement that sets the scope, always the first of a transaction. */
export type Begin = { text: string; values: unknown[] }

/** Errors after which the same transaction may simply be tried again: serialization, deadlock, connection failure. */
const retryable = new Set(['40001', '40P01', '08006'])

/**
 * Runs `work` in one transaction. `begin` and the scope statement travel together; what the scope statement
 * returns is handed to `work`. Any error rolls back. Retries at most twice where the database asks for it.
 */
export async function runInTransaction<Scope, T>(pool: Pool, begin: Begin, work: (tx: Tx, scope: Scope[]) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(pool, begin, work)
    } catch (error) {
      if (attempt >= 3 || !retryable.has(codeOf(error))) throw error
    }
  }
}

async function attemptTransaction<Scope, T>(pool: Pool, begin: Begin, work: (tx: Tx, scope: Scope[]) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const [, scope] = await Promise.all([client.query('begin'), client.query<Scope & object>(begin.text, begin.values)])
    const result = await work(kyselyOf(client), scope.rows)
    await client.query('commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    client.release(broken)
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error as Error
  }
}

/** SQLSTATE of a database error, or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Name of the violated constraint of a database error, or an empty text. */
export function constraintOf(error: unknown): string {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : ''
}
