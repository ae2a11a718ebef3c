import { sql } from 'kysely'
import { phoneTerms, plainNameTerms, termText } from '#platform/crypto/search-terms.ts'
import type { Context } from '#platform/http/context.ts'

/** What a volunteer is found by. */
export type Searched = { id: string; scopeCode: string; name: string; phone: string | null }

/** The terms of one volunteer. */
export const termsOfVolunteer = ({ name, phone }: Searched): string[] =>
  [...new Set([...plainNameTerms(name), ...(phone === null ? [] : phoneTerms(phone).map(termText))])]

/** Writes the terms of many volunteers in one statement. */
export async function insertSearchTerms({ tx, actor }: Context, volunteers: readonly Searched[]): Promise<void> {
  if (volunteers.length === 0) return
  const rows = volunteers.map((volunteer) => ({ id: volunteer.id, scope: volunteer.scopeCode, terms: termsOfVolunteer(volunteer) }))
  await sql`insert into volunteers.search_terms (city_id, term, scope_code, volunteer_id)
    select ${actor.cityId}::int, term, r.scope, r.id
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, scope bigint, terms text[]) cross join unnest(r.terms) as term`.execute(tx)
}

/** Takes the terms of volunteers away: they were renamed, moved, merged or withdrawn. */
export async function removeSearchTerms({ tx, actor }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('volunteers.searchTerms').where('cityId', '=', actor.cityId).where('volunteerId', 'in', [...ids]).execute()
}

/** Writes the terms of one volunteer anew. */
export async function replaceSearchTerms(context: Context, volunteer: Searched): Promise<void> {
  await removeSearchTerms(context, [volunteer.id])
  await insertSearchTerms(context, [volunteer])
}
