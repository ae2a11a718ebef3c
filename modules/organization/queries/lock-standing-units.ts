import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/**
 * Whoever registers somebody or gives a right at units holds them until the end of the transaction, so that none is closed in the same instant.
 * Only what is read afterwards says whether a unit still stands: before, a closing may have been under way.
 */
export async function holdUnits({ tx, actor }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(key, ${actor.cityId})) from unnest(${keysOf(ids)}::text[]) as key`.execute(tx)
}

/** Holds units for many rows at once and says which of them still stand. */
export async function holdStanding(context: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  await holdUnits(context, ids)
  const rows = await context.tx.selectFrom('organization.units').select('id').where('cityId', '=', context.actor.cityId)
    .where('id', 'in', [...new Set(ids)]).where('closedOn', 'is', null).execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Whoever closes a unit takes it from everybody else, before any other lock. Somebody at work there is not waited for: closing then would
 * judge by what it saw before that work was done.
 */
export async function takeForClosing(context: Context, id: string): Promise<void> {
  if (!await tryToTake(context, id)) throw new Refusal('UNIT_BUSY')
}

/** The same for who goes on without this unit when somebody is at work there. */
export async function tryToTake({ tx, actor }: Context, id: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(key, ${actor.cityId})) as taken from unnest(${keysOf([id])}::text[]) as key`.execute(tx)
  return rows[0]?.taken === true
}

const keysOf = (ids: readonly string[]): string[] => [...new Set(ids)].toSorted().map((id) => `xinhuo.unit.${id}`)
