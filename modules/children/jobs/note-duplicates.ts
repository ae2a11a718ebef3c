import { sql } from 'kysely'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * A child was registered or put right: whoever in the city shares name or pinyin with the birth date stands beside it in the queue of the unit above both.
 * A guardian's telephone alone is what brothers and sisters share: it counts only where surname, sex and age band are the same too and no household is.
 */
export const noteDuplicates: JobDefinition = {
  name: 'note-duplicates',
  listensTo: ['child.registered', 'child.corrected'],
  run: async (context, event) => {
    if (event !== null && event.subjectId !== null) await notePairs(context, event.subjectId)
  },
}

type Pair = { otherId: string; reasons: string[]; scopeCode: string }

async function notePairs(context: Context, childId: string): Promise<void> {
  const { tx, actor, now } = context
  const { rows } = await sql<Pair>`
    select other.id as other_id, array_agg(distinct theirs.kind) as reasons, access.common_scope(own.scope_code, other.scope_code)::text as scope_code
      from children.children own
      join children.person_index mine on mine.city_id = ${actor.cityId} and mine.child_id = own.id and mine.kind <> 'number'
      join children.person_index theirs on theirs.city_id = ${actor.cityId} and theirs.hash = mine.hash and theirs.child_id <> own.id
      join children.children other on other.city_id = ${actor.cityId} and other.id = theirs.child_id and other.status in ('registered', 'closed')
     where own.city_id = ${actor.cityId} and own.id = ${childId} and own.status = 'registered'
       and (theirs.kind <> 'guardian-phone' or (other.masked_name = own.masked_name and other.sex = own.sex and other.age_band = own.age_band
         and other.household_id <> own.household_id))
     group by other.id, own.scope_code, other.scope_code`.execute(tx)
  for (const { otherId, reasons, scopeCode } of rows) {
    const [firstId, secondId] = childId < otherId ? [childId, otherId] : [otherId, childId]
    await tx.insertInto('children.duplicates').values({ cityId: actor.cityId, id: newId(), scopeCode, firstId, secondId, reasons, foundAt: now })
      .onConflict((conflict) => conflict.columns(['cityId', 'firstId', 'secondId']).doUpdateSet({ reasons, scopeCode })).execute()
  }
}

/** Children went elsewhere, by themselves or with their unit: each open pair stands again with the unit above both. */
export const placeDuplicates: JobDefinition = {
  name: 'place-child-duplicates',
  listensTo: ['child.transferred', 'relocation.finished'],
  run: async ({ tx, actor }) => {
    await sql`
      update children.duplicates pair set scope_code = access.common_scope(one.scope_code, other.scope_code)
        from children.children one, children.children other
       where pair.city_id = ${actor.cityId} and pair.status = 'open'
         and one.city_id = ${actor.cityId} and one.id = pair.first_id and other.city_id = ${actor.cityId} and other.id = pair.second_id
         and pair.scope_code <> access.common_scope(one.scope_code, other.scope_code)`.execute(tx)
  },
}
