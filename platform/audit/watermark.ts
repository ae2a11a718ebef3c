import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/database/kysely.ts'

/** A place in an ordered log: restore count, transaction number, position; the two numbers as text because they exceed 2^53. */
export type LogPlace = { epoch: number; tx: string; position: string }

const beginning: LogPlace = { epoch: 0, tx: '0', position: '0' }

/** How far a reader has come; the beginning for one that has read nothing. */
export async function findWatermark(tx: Tx, cityId: number, reader: string): Promise<LogPlace> {
  const row = await tx.selectFrom('audit.watermarks').select(['epoch', 'tx', 'position'])
    .where('cityId', '=', cityId).where('reader', '=', reader).executeTakeFirst()
  return row ?? beginning
}

/** Notes that a reader has come to this place. */
export async function moveWatermark(tx: Tx, cityId: number, reader: string, place: LogPlace): Promise<void> {
  const { epoch, position } = place
  await tx.insertInto('audit.watermarks').values({ cityId, reader, epoch, tx: place.tx, position })
    .onConflict((conflict) => conflict.columns(['cityId', 'reader']).doUpdateSet({ epoch, tx: place.tx, position })).execute()
}

/**
 * Whether a row of an ordered log lies after the place and is settled: no transaction that is still running can write a row before it.
 * Transactions of an older epoch ended with their cluster. Both comparisons are bounds of one walk through an index on
 * (city_id, epoch, tx, position): order by them, after `takeTurn`.
 */
export function isSettledAfter(place: LogPlace, epoch: number): RawBuilder<boolean> {
  return sql<boolean>`(epoch, tx, position) > (${place.epoch}::int, ${place.tx}::bigint, ${place.position}::bigint)
    and (epoch, tx) < (${epoch}::int, pg_snapshot_xmin(pg_current_snapshot())::text::bigint)`
}

/**
 * Lets one reader of a log work at a time in a city, until the end of the transaction; false when another one does just now.
 * Read the watermark after this, in a statement of its own, so that it is the one the other reader left.
 *
 * The planner takes the policy's range of scope codes for a sliver of the table, although a reader's range is the whole city, and would
 * read the log by scope and sort it: 80 ms instead of 1 at 100,000 rows. With sorting turned off the index of the order is what is left.
 */
export async function takeTurn(tx: Tx, cityId: number, reader: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext(${`xinhuo.${reader}`}), ${cityId}::int) as taken, set_config('enable_sort', 'off', true)`.execute(tx)
  return rows[0]?.taken === true
}

/** Waits for the turn instead, for whoever needs the reader at rest until the end of the transaction. */
export async function waitForTurn(tx: Tx, cityId: number, reader: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`xinhuo.${reader}`}), ${cityId}::int)`.execute(tx)
}
