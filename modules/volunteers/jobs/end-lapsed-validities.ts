import { endFacts } from '#modules/figures/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * Ends, each night, the facts of clearances and insurances that no longer count, on their own day: a night that was missed changes
 * no figure. Ends are not written ahead, because somebody may leave before.
 */
export const endLapsedValidities: JobDefinition = { name: 'end-lapsed-validities', schedule: '5 0 * * *', run: endLapsed }

async function endLapsed(context: Context): Promise<void> {
  for (const table of ['volunteers.clearances', 'volunteers.insurances'] as const) {
    const rows = await context.tx.selectFrom(table).select(['id', 'endsOn']).where('cityId', '=', context.actor.cityId)
      .where('hasEnded', '=', false).where('endsOn', '<=', context.today).orderBy('endsOn').execute()
    for (const [on, ids] of byDay(rows)) {
      await endFacts(context, { recordId: ids, on })
      await context.tx.updateTable(table).set({ hasEnded: true }).where('cityId', '=', context.actor.cityId).where('id', 'in', ids).execute()
    }
  }
}

function byDay(rows: readonly { id: string; endsOn: string | null }[]): Map<string, string[]> {
  const days = new Map<string, string[]>()
  for (const { id, endsOn } of rows) if (endsOn !== null) days.set(endsOn, [...(days.get(endsOn) ?? []), id])
  return days
}
