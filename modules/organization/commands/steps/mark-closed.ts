import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { endFacts } from '#modules/figures/index.ts'
import type { LockedUnit } from '../../queries/lock-unit.ts'
import { endLeadership } from './end-leadership.ts'

/** Closes the row, ends posts and terms, and takes the unit out of 应建 and 已建 from the day on. */
export async function markClosed(context: Context, unit: LockedUnit, closing: { on: LocalDate; successorId: string | null }): Promise<void> {
  const { on, successorId } = closing
  await context.tx.updateTable('organization.units').set((is) => ({ closedOn: on, successorId, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', context.actor.cityId).where('id', '=', unit.id).execute()
  await endLeadership(context, unit, on)
  await endFacts(context, { recordId: unit.id, on })
}
