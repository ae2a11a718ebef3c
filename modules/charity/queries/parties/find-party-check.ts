import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { PartyCheck } from '../../contract.ts'

/** What was found the last time a gift or an agreement was compared with the related parties; null where it never was. */
export async function findPartyCheck({ tx, actor }: Context, subjectId: string): Promise<PartyCheck | null> {
  const { rows: [check] } = await sql<PartyCheck>`select k.checked_on, k.matches from charity.party_checks k
    where k.city_id = ${actor.cityId} and k.subject_id = ${subjectId} order by k.id desc limit 1`.execute(tx)
  return check ?? null
}
