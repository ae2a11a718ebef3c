import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { endAccess } from '#modules/children/index.ts'
import { endFacts } from '#modules/figures/index.ts'
import { pairingCountsUntil } from '../rules/countable.ts'

/** Pairings are looked at for this long after their last day, should the program have stood still. */
const lookBackDays = 60

/** Each night: pairings whose last day has passed stop counting from the day after it, and what they opened is closed. */
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
  },
}
