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
 * judge by what it saw before that work was done. A unit out of the actor's range is not found, whether or not it is busy.
 */
export async function takeForClosing(context: Context, id: string): Promise<void> {
  const taken = await tryToTake(context, id)
  if (taken === undefined) throw new Refusal('NOT_FOUND')
  if (!taken) throw new Refusal('UNIT_BUSY')
}

/** The same for who goes on without this unit when somebody is at work there; undefined where there is no such unit in the actor's range. */
export async function tryToTake({ tx, actor }: Context, id: string): Promise<boolean | undefined> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${keyOf(id)}, ${actor.cityId})) as taken
      from organization.units u where u.city_id = ${actor.cityId} and u.id = ${id}
       and u.scope_lo between ${actor.scopeLo}::bigint and ${actor.scopeHi}::bigint`.execute(tx)
  return rows[0]?.taken
}

const keyOf = (id: string): string => `xinhuo.unit.${id}`

const keysOf = (ids: readonly string[]): string[] => [...new Set(ids)].toSorted().map(keyOf)
