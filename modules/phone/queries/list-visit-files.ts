import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayReadFilesOfOthers, mustReadVisitFiles } from '../access.ts'
import type { VisitFile } from '../contract.ts'

/** Files of a visit that came from a phone: all of them for those who read notes, else the caller's own. */
export async function listVisitFiles({ tx, actor }: Context, input: { visitId: string }): Promise<{ items: VisitFile[] }> {
  mustReadVisitFiles(actor)
  const isOwn = sql`exists (select 1 from care.published_pairings own where own.city_id = ${actor.cityId} and own.case_id = v.case_id
    and own.volunteer_id = ${actor.volunteerId}::uuid and v.made_on >= own.from_on and (own.until_on is null or v.made_on <= own.until_on))`
  const visit = await sql`select 1 from care.published_visits v
    where v.city_id = ${actor.cityId} and v.id = ${input.visitId} and (${mayReadFilesOfOthers(actor)} or ${isOwn})`.execute(tx)
  if (visit.rows.length === 0) throw new Refusal('NOT_FOUND')
  const { rows } = await sql<VisitFile>`
    select f.id, f.media_type, f.size_bytes, f.person_name, f.added_at from phone.visit_files f
     where f.city_id = ${actor.cityId} and f.visit_id = ${input.visitId} and f.wrapped_key is not null
       and (${mayReadFilesOfOthers(actor)} or f.account_id = ${actor.accountId})
     order by f.added_at, f.id limit 50`.execute(tx)
  return { items: rows }
}
