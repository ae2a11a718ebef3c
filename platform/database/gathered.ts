import type { PoolClient } from 'pg'
import type { Statement } from './statement.ts'

// Writes whose rows nobody needs are gathered while a transaction runs and leave the program as one statement: each statement more costs
// the database and the program about as much as the row it writes. They leave before anything else is asked, so that whoever reads
// afterwards finds them, and at the latest with the commit.

type Write = { query: Statement; explain: (error: unknown) => unknown }
type Gathering = { waiting: Write[]; sent: Promise<unknown>[] }

/** More than these leave one by one: a statement of many parts would be planned for a single time. */
const mostAtOnce = 12

const gatherings = new WeakMap<PoolClient, Gathering>()

/** Begins the gathering of a transaction. */
export function openGathering(client: PoolClient): void {
  gatherings.set(client, { waiting: [], sent: [] })
}

/** Ends it; what was not sent is forgotten. */
export function closeGathering(client: PoolClient): void {
  gatherings.delete(client)
}

/** Adds a write. It must be one INSERT, UPDATE or DELETE without WITH, and meet no row of another write gathered beside it. */
export function gather(client: PoolClient, write: Write): void {
  const gathering = gatherings.get(client)
  if (gathering === undefined) throw new Error('this transaction was not opened by runInTransaction')
  gathering.waiting.push(write)
  if (gathering.waiting.length > mostAtOnce) sendGathered(client)
}

/** Sends what waits, without waiting for it: its failure is learned by `sentWrites`. */
export function sendGathered(client: PoolClient): void {
  const gathering = gatherings.get(client)
  if (gathering === undefined || gathering.waiting.length === 0) return
  const waiting = gathering.waiting.splice(0)
  const groups = waiting.length > mostAtOnce ? waiting.map((write) => [write]) : [waiting]
  for (const writes of groups) {
    const sent = client.query(prepare(combine(writes.map(({ query }) => query))))
      .catch((error: unknown) => { throw writes.reduce((told, { explain }) => explain(told), error) })
    // Awaited with the commit: until then a rejection is nobody's.
    sent.catch(() => {})
    gathering.sent.push(sent)
  }
}

/** What has been sent so far in this transaction. */
export function sentWrites(client: PoolClient): readonly Promise<unknown>[] {
  return gatherings.get(client)?.sent ?? []
}

/** Several writes as one statement: all but the last stand before it as parts of WITH, their parameters numbered on. */
export function combine(writes: readonly Statement[]): Statement {
  const [only] = writes
  if (only !== undefined && writes.length === 1) return only
  const parameters = writes.flatMap((write) => write.parameters)
  const key = writes.map(({ sql }) => numberOf(sql)).join(' ')
  let sql = combined.get(key)
  if (sql === undefined) {
    sql = combineTexts(writes)
    combined.set(key, sql)
  }
  return { sql, parameters }
}

const combined = new Map<string, string>()

function combineTexts(writes: readonly Statement[]): string {
  let count = 0
  const parts = writes.map(({ sql, parameters }) => {
    const from = count
    count += parameters.length
    return sql.replace(/\$(\d+)/g, (_all, number: string) => `$${Number(number) + from}`)
  })
  return `with ${parts.slice(0, -1).map((part, index) => `w${index} as (${part})`).join(', ')} ${parts.at(-1) ?? ''}`
}

const numbers = new Map<string, number>()

/** A number for each text that was ever prepared. */
function numberOf(sql: string): number {
  let number = numbers.get(sql)
  if (number === undefined) {
    number = numbers.size
    numbers.set(sql, number)
  }
  return number
}

/** A statement under a name of its own: the database parses and plans it once for a connection. */
export function prepare({ sql, parameters }: Statement): { name: string; text: string; values: unknown[] } {
  return { name: `xinhuo_${numberOf(sql)}`, text: sql, values: parameters as unknown[] }
}
