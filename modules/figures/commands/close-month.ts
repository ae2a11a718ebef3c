import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { waitForTurn } from '#platform/audit/watermark.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCloseMonths } from '../access.ts'
import type { Closing } from '../contract.ts'
import { closingColumns, closingOf } from '../queries/list-closings.ts'
import { isOver } from '../rules/closing.ts'

/** Closes a month of the whole city: what is recorded for it from now on is a dated correction. */
export async function closeMonth(context: Context, input: { month: string }): Promise<Closing> {
  mustCloseMonths(context.actor)
  const { tx, actor, today, installation } = context
  const month = `${input.month}-01`
  if (!isOver(month, today)) throw new Refusal('MONTH_NOT_OVER')
  // The fold must be at rest: everything it has added is then seen by the closing, and everything it adds later is held against it.
  await waitForTurn(tx, actor.cityId, 'figures')
  const known = await tx.selectFrom('figures.closings').select('id')
    .where('cityId', '=', actor.cityId).where('month', '=', month).where('reopenedAt', 'is', null).executeTakeFirst()
  if (known !== undefined) throw new Refusal('MONTH_ALREADY_CLOSED')
  const row = await tx.insertInto('figures.closings').values({
    cityId: actor.cityId, id: newId(), month, epoch: installation.epoch, closedAt: context.now, closedBy: actor.accountId, closedByName: actor.personName,
    snapshot: sql<string>`pg_current_snapshot()::text`,
  }).returning(closingColumns).executeTakeFirstOrThrow()
  await recordAudit(context, { verb: 'month.closed', subjectKind: 'closing', subjectId: row.id, details: { month: input.month } })
  return closingOf(row)
}
