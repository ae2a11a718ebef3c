import { Refusal } from '#platform/contract/refusal.ts'
import { sendPrepared } from '#platform/database/prepared.ts'
import { statement } from '#platform/database/statement.ts'
import { constraintOf } from '#platform/database/transaction.ts'
import type { Context } from './context.ts'

/** Thrown to roll back the second run of a request that was already answered. */
export class Replayed extends Error {}

/** Keeps the answer in the transaction of the work itself; a key already used rolls the work back, which is learned at its commit. */
export async function keepAnswer(context: Context, kept: { key: string; hash: Buffer; answer: unknown }): Promise<void> {
  const { tx, actor } = context
  sendPrepared(tx, statement`
    insert into platform.idempotency_keys (city_id, account_id, key, request_hash, answer)
    values (${actor.cityId}, ${actor.accountId}, ${kept.key}, ${kept.hash}, ${JSON.stringify(written(kept.answer ?? null))})`,
  (error) => (constraintOf(error) === 'idempotency_keys_pkey' ? new Replayed() : error))
}

/** The first answer given under a key; refuses the same key with another body. */
export async function findAnswer(context: Context, asked: { key: string; hash: Buffer }): Promise<{ answer: unknown } | undefined> {
  const { tx, actor } = context
  const row = await tx.selectFrom('platform.idempotencyKeys').select(['requestHash', 'answer'])
    .where('cityId', '=', actor.cityId).where('accountId', '=', actor.accountId).where('key', '=', asked.key).executeTakeFirst()
  if (row === undefined) return undefined
  if (!row.requestHash.equals(asked.hash)) throw new Refusal('IDEMPOTENCY_MISMATCH')
  return { answer: read(row.answer) }
}

const instant = '$instant'

/** An answer as JSON can hold it: instants are marked, so that they come back as instants and not as text. */
function written(value: unknown): unknown {
  if (value instanceof Date) return { [instant]: value.toISOString() }
  if (Array.isArray(value)) return value.map(written)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, written(part)]))
}

function read(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(read)
  if (typeof value !== 'object' || value === null) return value
  if (instant in value && typeof value[instant] === 'string') return new Date(value[instant])
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, read(part)]))
}
