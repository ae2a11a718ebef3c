import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { LockedCase } from '../../queries/lock-case.ts'
import { nextVisitDueOn } from '../../rules/due-dates.ts'

/** Reckons the due date of a locked case anew from the visits that stand, after one of them was corrected or voided. */
export async function moveDueDate({ tx, actor }: Context, held: LockedCase): Promise<void> {
  const { rows } = await sql<{ lastMadeOn: string | null }>`select max(made_on) as last_made_on from care.visits
    where city_id = ${actor.cityId} and case_id = ${held.id} and outcome = 'made' and voided_at is null`.execute(tx)
  const lastMadeOn = rows[0]?.lastMadeOn ?? null
  const dueOn = held.status === 'open' ? nextVisitDueOn({ ...held, lastMadeOn, intervalDays: held.intervals[held.colour] }) : null
  await tx.updateTable('care.cases').set({ lastMadeOn, nextVisitDueOn: dueOn, updatedAt: sql<Date>`now()` })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
}
