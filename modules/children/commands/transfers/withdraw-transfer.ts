import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustTransferChildren } from '../../access.ts'

/** Who asked for a child, or offered it, takes that back while it waits; the other party's task ends with it. */
export async function withdrawTransfer(context: Context, input: { id: string; version: number }): Promise<{ id: string; version: number }> {
  mustTransferChildren(context.actor)
  const { tx, actor, today, now } = context
  const transfer = await tx.selectFrom('children.transfers').selectAll().where('cityId', '=', actor.cityId).where('id', '=', input.id)
    .whereRef('party', '=', 'beganBy').forUpdate().executeTakeFirst()
  if (transfer === undefined) throw new Refusal('NOT_FOUND')
  if (transfer.status !== 'pending') throw new Refusal('TRANSFER_ANSWERED')
  if (transfer.version !== input.version) throw new Refusal('STALE', { version: transfer.version, current: { status: transfer.status } })
  const version = transfer.version + 1
  await tx.updateTable('children.transfers').set({ status: 'withdrawn', answeredOn: today, version, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', transfer.id).execute()
  await recordAudit(context, {
    verb: 'child-transfer.withdrawn', subjectKind: 'child-transfer', subjectId: transfer.id, scopeCode: transfer.scopeCode,
    details: { transferId: transfer.transferId } })
  return { id: transfer.id, version }
}
