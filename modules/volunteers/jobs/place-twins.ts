import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** Units and their volunteers went elsewhere: each open pair of the duplicates queue stands again with the unit above both. */
export const placeTwins: JobDefinition = {
  name: 'place-twins',
  listensTo: ['relocation.finished'],
  run: async ({ tx, actor }) => {
    await sql`
      update volunteers.duplicates pair set scope_code = access.common_scope(one.scope_code, other.scope_code)
        from volunteers.volunteers one, volunteers.volunteers other
       where pair.city_id = ${actor.cityId} and pair.status = 'open'
         and one.city_id = ${actor.cityId} and one.id = pair.first_id and other.city_id = ${actor.cityId} and other.id = pair.second_id
         and pair.scope_code <> access.common_scope(one.scope_code, other.scope_code)`.execute(tx)
  },
}
