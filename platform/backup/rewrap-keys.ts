import type pg from 'pg'
import { SealBroken } from '#platform/crypto/envelope.ts'
import type { MasterKeys } from '#platform/crypto/master-key.ts'
import { masterKeyIdOf, rewrapKey } from '#platform/crypto/person-key.ts'
import { asOwner } from './connection.ts'

/** Rows wrapped anew, and rows whose key no master key opens. */
export type Rewrapped = { rewrapped: number; unreadable: number }

type WrappedColumn = { table: string; column: string }
type WrappedRow = { city_id: number; id: string; wrapped: Buffer }

/** Rows of one transaction. */
const batch = 500

/**
 * Wraps every stored data key under the current master key, in batches; what an interrupted run left is taken up by the next.
 * Any table of ours with a column `wrapped` or `wrapped_key` takes part: it holds the data key of the row's own id.
 */
export async function rewrapStoredKeys(ownerUrl: string, masterKeys: MasterKeys, onProgress: (rewrapped: number) => void = () => {}): Promise<Rewrapped> {
  return asOwner(ownerUrl, async (client) => {
    const done: Rewrapped = { rewrapped: 0, unreadable: 0 }
    for (const place of await wrappedColumns(client)) {
      for (let after: WrappedRow | undefined; ;) {
        const rows = await nextRows(client, place, after)
        const outcome = await rewrapRows(client, place, { rows, masterKeys })
        done.rewrapped += outcome.rewrapped
        done.unreadable += outcome.unreadable
        if (outcome.rewrapped > 0) onProgress(done.rewrapped)
        after = rows.at(-1)
        if (rows.length < batch) break
      }
    }
    return done
  })
}

/** How many stored keys another master key than the current one wraps: a rotation that was begun and not ended. */
export async function countForeignKeys(ownerUrl: string, masterKeys: MasterKeys): Promise<number> {
  return asOwner(ownerUrl, async (client) => {
    let count = 0
    for (const { table, column } of await wrappedColumns(client)) {
      const answer = await client.query<{ count: number }>(
        `select count(*)::int as count from ${table} where ${column} is not null and substr(${column}, 2, 8) <> $1`,
        [Buffer.from(masterKeys.currentId, 'hex')])
      count += answer.rows[0]?.count ?? 0
    }
    return count
  })
}

/** Whether a server of this database runs: it holds its keys in memory and could not open what is wrapped by a new one. */
export async function isServerRunning(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where datname = current_database() and application_name in ('xinhuo', 'xinhuo-jobs') limit 1`)
    return rowCount !== 0
  })
}

async function wrappedColumns(client: pg.Client): Promise<WrappedColumn[]> {
  const { rows } = await client.query<WrappedColumn>(`
    select k.table_name as table, quote_ident(a.attname) as column from platform.table_kinds k
      join pg_attribute a on a.attrelid = k.table_name::regclass and a.attname in ('wrapped', 'wrapped_key') and a.atttypid = 'bytea'::regtype
     where not a.attisdropped order by 1, 2`)
  return rows
}

async function nextRows(client: pg.Client, { table, column }: WrappedColumn, after: WrappedRow | undefined): Promise<WrappedRow[]> {
  const { rows } = await client.query<WrappedRow>(`
    select city_id, id, ${column} as wrapped from ${table}
     where ${column} is not null and (city_id, id) > ($1::int, $2::uuid) order by city_id, id limit ${batch}`,
  [after?.city_id ?? -1, after?.id ?? '00000000-0000-0000-0000-000000000000'])
  return rows
}

/** A key that was erased or changed since it was read stays as it is. */
async function rewrapRows(
  client: pg.Client, { table, column }: WrappedColumn, { rows, masterKeys }: { rows: WrappedRow[]; masterKeys: MasterKeys },
): Promise<Rewrapped> {
  const outcome: Rewrapped = { rewrapped: 0, unreadable: 0 }
  await client.query('begin')
  for (const row of rows) {
    const wrapped = tryToRewrap(masterKeys, row)
    if (wrapped === 'unreadable') outcome.unreadable += 1
    if (!(wrapped instanceof Buffer)) continue
    const changed = await client.query(`update ${table} set ${column} = $3 where city_id = $1 and id = $2 and ${column} = $4`,
      [row.city_id, row.id, wrapped, row.wrapped])
    outcome.rewrapped += changed.rowCount ?? 0
  }
  await client.query('commit')
  return outcome
}

function tryToRewrap(masterKeys: MasterKeys, { city_id, id, wrapped }: WrappedRow): Buffer | undefined | 'unreadable' {
  if (masterKeyIdOf(wrapped) === masterKeys.currentId) return undefined
  try {
    return rewrapKey(masterKeys, wrapped, { cityId: String(city_id), personId: id })
  } catch (error) {
    if (error instanceof SealBroken) return 'unreadable'
    throw error
  }
}
