import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { OfficePerson } from './find-office-people.ts'

/** For jobs: whoever in the city holds a permission today, wherever. */
export async function findHolders({ tx, actor, today }: Context, permission: string): Promise<OfficePerson[]> {
  const { rows } = await sql<OfficePerson>`
    select distinct held.account_id, held.scope_code::text as scope_code from accounts.published_rights held
     where held.city_id = ${actor.cityId} and held.permission = ${permission} and held.from_on <= ${today}::date
       and (held.until_on is null or held.until_on >= ${today}::date)`.execute(tx)
  return rows
}
