import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { addMonths, firstOfMonth, type LocalDate } from '#platform/values/local-date.ts'
import { keyOf, openIdentity } from '../../queries/steps/identity.ts'
import { birthdayOf } from '../../rules/age.ts'

/**
 * The first day of the month after each child turns 18, for what must be kept until then; rounded so that it tells no birthday.
 * Runs inside jobs and commands of others; erased children are left out.
 */
export async function findAdultDays(context: Context, childIds: readonly string[]): Promise<Map<string, LocalDate>> {
  const { tx, actor, installation } = context
  if (childIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; sealed: Buffer; wrapped: Buffer }>`
    select identity.id, identity.sealed, key.wrapped
      from children.identities identity join children.person_keys key on key.city_id = ${actor.cityId} and key.id = identity.id
     where identity.city_id = ${actor.cityId} and identity.id = any (${[...childIds]}::uuid[])
       and identity.sealed is not null and key.wrapped is not null`.execute(tx)
  return new Map(rows.map(({ id, sealed, wrapped }) => {
    const place = { cityId: actor.cityId, childId: id }
    const { birthOn } = openIdentity(keyOf(installation.masterKeys, wrapped, place), place, sealed)
    return [id, firstOfMonth(addMonths(birthdayOf(birthOn, 18), 1))]
  }))
}
