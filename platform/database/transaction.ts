import type { PoolClient } from 'pg'
import { closeGathering, openGathering, sendGathered, sentWrites } from './gathered.ts'
import { kyselyOf, type Tx } from './kysely.ts'
import type { Pool } from './pool.ts'

/** The statement that sets the scope, always the first of a transaction. It may be named: its plan does not depend on a scope. */
export type Begin = { name?: string; text: string; values: unknown[] }

type Work<Scope, T> = (tx: Tx, scope: Scope[]) => Promise<T>

/** Errors after which the same transaction may simply be tried again: serialization, deadlock, connection failure. */
const retryable = new Set(['40001', '40P01', '08006'])

/**
 * Runs `work` in one transaction. `begin` and the scope statement travel together; what the scope statement
 * returns is handed to `work`. Any error rolls back. Retries at most twice where the database asks for it.
 */
export async function runInTransaction<Scope, T>(pool: Pool, begin: Begin, work: Work<Scope, T>, options: { isRead?: boolean } = {}): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptTransaction(pool, begin, work, options.isRead ?? false)
    } catch (error) {
      if (attempt >= 3 || !retryable.has(codeOf(error))) throw error
    }
  }
}

async function attemptTransaction<Scope, T>(pool: Pool, begin: Begin, work: Work<Scope, T>, isRead: boolean): Promise<T> {
  const client = await pool.connect()
  const tx = kyselyOf(client)
  openGathering(client)
  try {
    const [, scope] = await Promise.all([client.query('begin'), client.query<Scope & object>(begin)])
    const result = await work(tx, scope.rows)
    sendGathered(client)
    const committed = client.query('commit')
    // A read that wrote nothing, not even an audit row, has nothing to lose at commit: its answer need not wait for it.
    if (isRead && !written.has(tx) && sentWrites(client).length === 0) void committed.then(() => client.release(), (error: Error) => client.release(error))
    else {
      await Promise.all([...sentWrites(client), committed])
      if ((await committed).command !== 'COMMIT') throw new Error('the transaction was undone: a statement before its commit had failed')
      client.release()
    }
    return result
  } catch (error) {
    // What was sent ahead failed first, where it failed: later statements only say that the transaction is lost.
    const [first] = (await Promise.allSettled(sentWrites(client))).filter((outcome) => outcome.status === 'rejected')
    client.release(await rollBack(client))
    throw first === undefined ? error : first.reason
  } finally {
    written.delete(tx)
    closeGathering(client)
  }
}

const written = new WeakSet<Tx>()

/** Notes that the transaction holds something that must be safe before the answer is given. Every audit row does. */
export function noteWrite(tx: Tx): void {
  written.add(tx)
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
