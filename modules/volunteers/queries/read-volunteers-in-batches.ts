import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Volunteer, VolunteerItem } from '../contract.ts'
import { matchingVolunteers, type Narrowing } from './matching-volunteers.ts'
import { itemColumns, itemOf, itemsOf } from './volunteer-items.ts'

/** A volunteer as an exported list shows one. */
export type ExportedVolunteer = VolunteerItem & Pick<Volunteer, 'birthOn' | 'isPartyMember' | 'education' | 'formerWork' | 'joinedBy'>

const batchSize = 1000

/** All volunteers that fit, in the order of units and ids, a thousand at a time: the memory does not grow with the list. */
export async function* readVolunteersInBatches(context: Context, narrowing: Narrowing): AsyncGenerator<ExportedVolunteer> {
  let after: { scopeCode: string; id: string } | undefined
  do {
    let page = matchingVolunteers(context, narrowing).select('v.id').orderBy('v.scopeCode').orderBy('v.id').limit(batchSize)
    if (after !== undefined) page = page.where(sql<boolean>`(v.scope_code, v.id) > (${after.scopeCode}::bigint, ${after.id}::uuid)`)
    const rows = await itemsOf(context).innerJoin(page.as('page'), 'page.id', 'v.id')
      .select([...itemColumns, 'v.isPartyMember', 'v.education', 'v.formerWork', 'v.joinedBy']).orderBy('v.scopeCode').orderBy('v.id').execute()
    for (const row of rows) yield exportedOf(context, row)
    after = rows.length < batchSize ? undefined : rows.at(-1)
  } while (after !== undefined)
}

type Row = Parameters<typeof itemOf>[1] & { isPartyMember: boolean | null; education: string | null; formerWork: string | null; joinedBy: string }

function exportedOf(context: Context, { isPartyMember, education, formerWork, joinedBy, ...row }: Row): ExportedVolunteer {
  return {
    ...itemOf(context, row), birthOn: row.birthOn, isPartyMember, education: education as Volunteer['education'], formerWork,
    joinedBy: joinedBy as Volunteer['joinedBy'],
  }
}
