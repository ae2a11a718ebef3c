import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustConfirmGifts } from '../../access.ts'
import type { BillDifference } from '../../contract.ts'
import { getDifference } from '../../queries/bills/bill-rows.ts'

/** Somebody looked into a difference and says what was found; it leaves the queue. */
export async function settleBillDifference(context: Context, { id, note }: { id: string; note: string }): Promise<BillDifference> {
  mustConfirmGifts(context.actor)
  const { tx, actor, now } = context
  const held = await tx.selectFrom('charity.billDifferences').select(['status', 'scopeCode', 'billId']).where('cityId', '=', actor.cityId).where('id', '=', id)
    .forUpdate().executeTakeFirst()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.status !== 'open') throw new Refusal('DIFFERENCE_CLOSED')
  await tx.updateTable('charity.billDifferences').set({ status: 'settled', note, settledName: actor.personName, settledAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await recordAudit(context, { verb: 'bill-difference.settled', subjectKind: 'channel-bill', subjectId: held.billId, scopeCode: held.scopeCode })
  return getDifference(context, id)
}
