import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { PoolClient } from 'pg'
import { sendGathered } from './gathered.ts'
import type { DB } from './rows.ts'

/** An open transaction: everything a command or query does goes through it. */
export type Tx = Kysely<DB>

const ofClient = new WeakMap<PoolClient, Tx>()
const ofTransaction = new WeakMap<Tx, PoolClient>()

/** Kysely bound to one connection; the transaction around it is begun and ended by `runInTransaction`. */
export function kyselyOf(client: PoolClient): Tx {
  const known = ofClient.get(client)
  if (known) return known
  const query = (...parts: Parameters<typeof client.query>): unknown => {
    sendGathered(client)
    return client.query(...parts)
  }
  const borrowed = { query, release: () => {} } as unknown as PoolClient
  const made = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => {}, options: {} } as never }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  ofClient.set(client, made)
  ofTransaction.set(made, client)
  return made
}

/** The connection a transaction runs on, for a question to be asked on it: what was gathered is sent first. */
export function clientOf(tx: Tx, { sendFirst } = { sendFirst: true }): PoolClient {
  const client = ofTransaction.get(tx)
  if (client === undefined) throw new Error('this transaction was not opened by runInTransaction')
  if (sendFirst) sendGathered(client)
  return client
}
