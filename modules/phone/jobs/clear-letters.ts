import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findLimits } from '../queries/steps/keeping.ts'

/** Each night: what was set aside or refused long enough ago loses its words; the decision and its reason stay. */
export const clearLetters: JobDefinition = {
  name: 'clear-letters',
  schedule: '55 3 * * *',
  run: async (context) => {
    const { keptContentDays } = await findLimits(context)
    await sql`update phone.letters set sealed = null, wrapped_key = null
      where city_id = ${context.actor.cityId} and sealed is not null and status in ('set-aside', 'refused')
        and coalesce(decided_at, received_at) < ${context.now}::timestamptz - make_interval(days => ${keptContentDays})`.execute(context.tx)
    const before = new Date(context.now.getTime() - keptContentDays * 24 * 60 * 60 * 1000)
    await sql`select access.clear_file_parts(${before})`.execute(context.tx)
  },
}
