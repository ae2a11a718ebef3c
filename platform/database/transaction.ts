import type { PoolClient } from 'pg'
import { closeGathering, openGathering, sendGathered, sentWrites } from './gathered.ts'
import { kyselyOf, type Tx } from './kysely.ts'
import type { Pool } from './pool.ts'

/** The statement that sets the scope, always the first of a transaction. It may be named: its plan does not depend on a scope. */
export type Begin = { name?: string; text: string; values: unknown[] }

type Work<Scope, T> = (tx: Tx, scope: Scope[]) => Promise<T>

/** `guess`: what the scope statement most probably answers, which is what it answered last; see `workAhead`. */
type Options<Scope> = { isRead?: boolean; guess?: Scope[] | undefined }

/** What was found no longer holds, as only a constraint knew: the same transaction is to be tried once more, as where the database asks for it. */
export class TryAgain extends Error {
  /** SQLSTATE of a serialization failure. */
  static readonly code = '40001'
  readonly code = TryAgain.code
}

/** Errors after which the same transaction may simply be tried again: serialization, deadlock, connection failure. */
const retryable = new Set([TryAgain.code, '40P01', '08006'])

/**
 * Runs `work` in one transaction. `begin` and the scope statement travel together; what the scope statement
 * returns is handed to `work`. Any error rolls back. Retries at most twice where the database asks for it, and anew after a wrong guess.
 */
export async function runInTransaction<Scope extends object, T>(
  pool: Pool, begin: Begin, work: Work<Scope, T>, { isRead = false, guess }: Options<Scope> = {},
): Promise<T> {
  for (let attempt = guess === undefined ? 1 : 0; ; attempt++) {
    try {
      return await attemptTransaction(pool, begin, work, { isRead, guess: attempt === 0 ? guess : undefined })
    } catch (error) {
      const mayRetry = error instanceof WrongGuess || (attempt < 3 && retryable.has(codeOf(error)))
      if (!mayRetry) throw error
    }
  }
}

/** The scope turned out to be another one than the work was begun with: nothing of it counts. */
class WrongGuess extends Error {}

/**
 * Lets the work begin while the scope is still on its way, so that its first question travels with it instead of after it. The database works under the
 * scope it resolved itself, whatever was guessed; where the two differ all that was done and found is thrown away before anybody sees it.
 */
async function workAhead<Scope extends object, T>(scope: Promise<Scope[]>, guess: Scope[], work: () => Promise<T>): Promise<T> {
  const [told, done] = await Promise.allSettled([scope, work()])
  if (told.status === 'rejected') throw told.reason
  if (!isSame(told.value, guess)) throw new WrongGuess('the scope changed since it was last resolved')
  if (done.status === 'rejected') throw done.reason
  return done.value
}

/** Rows of plain values, compared field by field. */
function isSame<Row extends object>(rows: readonly Row[], others: readonly Row[]): boolean {
  return rows.length === others.length && rows.every((row, index) => {
    const other = others[index]
    return Object.entries(row).every(([name, value]) => value === other?.[name as keyof Row])
  })
}

async function attemptTransaction<Scope extends object, T>(
  pool: Pool, begin: Begin, work: Work<Scope, T>, { isRead, guess }: { isRead: boolean; guess: Scope[] | undefined },
): Promise<T> {
  const client = await pool.connect()
  const tx = kyselyOf(client)
  openGathering(client)
  try {
    const scope = open<Scope>(client, begin)
    openings.set(tx, { client, begin, scope, isKept: false })
    const result = guess === undefined ? await work(tx, await scope) : await workAhead(scope, guess, () => work(tx, guess))
    sendGathered(client)
    // A read that wrote nothing, not even an audit row, has nothing to lose at commit: its answer need not wait for it.
    if (isRead && !hasWritten(tx, client)) void client.query('commit').then(() => client.release(), (error: Error) => client.release(error))
    else {
      await commit(client)
      client.release()
    }
    return result
  } catch (error) {
    // What was sent ahead failed first, where it failed: later statements only say that the transaction is lost.
    const [first] = (await Promise.allSettled(sentWrites(client))).filter((outcome) => outcome.status === 'rejected')
    client.release(await rollBack(client))
    const cause: unknown = first === undefined || error instanceof WrongGuess ? error : first.reason
    // What was kept stands, and the first of the answer may have left: the work is not done once more.
    if (openings.get(tx)?.isKept === true && retryable.has(codeOf(cause))) throw new Error('the work failed after a part of it was kept', { cause })
    throw cause
  } finally {
    written.delete(tx)
    openings.delete(tx)
    closeGathering(client)
  }
}

/** How a transaction was opened, what its scope turned out to be, and whether a part of its work was committed on the way. */
type Opening = { client: PoolClient; begin: Begin; scope: Promise<object[]>; isKept: boolean }

const openings = new WeakMap<Tx, Opening>()

function open<Scope extends object>(client: PoolClient, begin: Begin): Promise<Scope[]> {
  return Promise.all([client.query('begin'), client.query<Scope>(begin)]).then(([, { rows }]) => rows)
}

async function commit(client: PoolClient): Promise<void> {
  const committed = client.query('commit')
  await Promise.all([...sentWrites(client), committed])
  if ((await committed).command !== 'COMMIT') throw new Error('the transaction was undone: a statement before its commit had failed')
}

/**
 * Commits what the transaction has written so far and goes on in a new one under the same scope: for work whose answer leaves while it is still going on.
 * What was written is safe before the first of it leaves. Fails where the scope has changed meanwhile; where nothing was written nothing is done.
 */
export async function keepWritten(tx: Tx): Promise<void> {
  const opening = openings.get(tx)
  if (opening === undefined) throw new Error('this transaction was not opened by runInTransaction')
  const { client, begin, scope } = opening
  sendGathered(client)
  if (!hasWritten(tx, client)) return
  await commit(client)
  opening.isKept = true
  written.delete(tx)
  openGathering(client)
  if (!isSame(await open(client, begin), await scope)) throw new Error('the scope changed while the answer was prepared')
}

const written = new WeakSet<Tx>()

const hasWritten = (tx: Tx, client: PoolClient): boolean => written.has(tx) || sentWrites(client).length > 0

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
