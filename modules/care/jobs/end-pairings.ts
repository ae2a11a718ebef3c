import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { endAccess } from '#modules/children/index.ts'
import { endFacts } from '#modules/figures/index.ts'
import { passOnPlanned } from '../commands/steps/pass-on-planned.ts'
import { lockCasesAsSystem } from '../queries/lock-case.ts'
import { pairingCountsUntil } from '../rules/countable.ts'

/** Pairings are looked at for this long after their last day, should the program have stood still. */
const lookBackDays = 60

/** Each night: pairings whose last day has passed stop counting from the day after it, what they opened is closed, and what was still planned is passed on. */
export const endPairings: JobDefinition = {
  name: 'end-pairings',
  schedule: '5 0 * * *',
  run: async (context) => {
    const { tx, actor, today } = context
    const over = await tx.selectFrom('care.pairings').select(['id', 'untilOn']).where('cityId', '=', actor.cityId)
      .where('untilOn', '<', today).where('untilOn', '>=', addDays(today, -lookBackDays)).execute()
    const byDay = Map.groupBy(over, ({ untilOn }) => untilOn ?? today)
    for (const [untilOn, pairings] of byDay) {
      await endFacts(context, { recordId: pairings.map(({ id }) => id), on: pairingCountsUntil(untilOn) })
      for (const { id } of pairings) await endAccess(context, { ground: { kind: 'pairing', id } })
    }
    await passOnForgotten(context)
  },
}

/** Visits ahead of volunteers not paired on that day; where pairings ended before visits were passed on, some are left. */
async function passOnForgotten(context: Context): Promise<void> {
  const { tx, actor, today } = context
  const { rows } = await sql<{ caseId: string; goneId: string }>`
    select distinct n.case_id, goer.id as gone_id from care.planned_visits n cross join lateral (values (n.volunteer_id), (n.second_volunteer_id)) as goer (id)
     where n.city_id = ${actor.cityId} and n.status = 'planned' and n.planned_on >= ${today}::date and goer.id is not null
       and not exists (select 1 from care.pairings p where p.city_id = n.city_id and p.case_id = n.case_id and p.volunteer_id = goer.id
         and p.from_on <= n.planned_on and (p.until_on is null or p.until_on >= n.planned_on))`.execute(tx)
  await lockCasesAsSystem(context, [...new Set(rows.map(({ caseId }) => caseId))])
  for (const { caseId, goneId } of rows) await passOnPlanned(context, { caseId, goneId, successorId: null })
}
