import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustTransferChildren } from '../../access.ts'
import { lockOpenChild } from '../../queries/steps/load-child.ts'
import { labelOf } from '../../rules/measures.ts'
import { refuseClosedUnit } from './answer-transfer.ts'

type Offer = { childId: string; toUnitId: string; explanation: string }

/** The unit that holds a child offers it to another one, which answers. That one learns what a transfer always tells: who, from where and why. */
export async function offerTransfer(context: Context, { childId, toUnitId, explanation }: Offer): Promise<{ id: string }> {
  mustTransferChildren(context.actor)
  const { tx, actor, today, now } = context
  const child = await lockOpenChild(context, childId)
  await refuseClosedUnit(context, toUnitId)
  if (child.unitId === toUnitId) throw new Refusal('SAME_UNIT')
  if (await isMoving(context, child.id)) throw new Refusal('TRANSFER_PENDING')
  const row = {
    cityId: actor.cityId, id: newId(), scopeCode: child.scopeCode, transferId: newId(), party: 'holder', beganBy: 'holder', fromUnitId: child.unitId, toUnitId,
    childId: child.id, childLabel: labelOf(child), explanation, askedBy: actor.accountId, askedName: actor.personName, askedOn: today, createdAt: now,
    updatedAt: now,
  }
  await tx.insertInto('children.transfers').values(row).execute()
  await recordAudit(context, {
    verb: 'child-transfer.offered', subjectKind: 'child-transfer', subjectId: row.id, scopeCode: child.scopeCode, details: { transferId: row.transferId } })
  return { id: row.id }
}

/** Somebody asked for the child, or it was offered, and that is not over. */
async function isMoving({ tx, actor }: Context, childId: string): Promise<boolean> {
  const open = await tx.selectFrom('children.transfers').select('id').where('cityId', '=', actor.cityId).where('childId', '=', childId)
    .where('party', '=', 'holder').where('status', 'in', ['pending', 'accepted']).executeTakeFirst()
  return open !== undefined
}
