import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCloseMonths } from '../access.ts'
import type { Closing } from '../contract.ts'
import { closingColumns, closingOf } from '../queries/list-closings.ts'

/** Lifts a closing: its figures count as they are now, until the month is closed anew. */
export async function reopenMonth(context: Context, input: { id: string; reason: string }): Promise<Closing> {
  mustCloseMonths(context.actor)
  const { tx, actor, now } = context
  const known = await tx.selectFrom('figures.closings').select(['reopenedAt'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (known === undefined) throw new Refusal('NOT_FOUND')
  if (known.reopenedAt !== null) throw new Refusal('MONTH_NOT_CLOSED')
  const row = await tx.updateTable('figures.closings').set({ reopenedAt: now, reopenedByName: actor.personName, reopeningReason: input.reason })
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).returning(closingColumns).executeTakeFirstOrThrow()
  await recordAudit(context, {
    verb: 'month.reopened', subjectKind: 'closing', subjectId: input.id, reason: input.reason, details: { month: row.month.slice(0, 7) } })
  return closingOf(row)
}
