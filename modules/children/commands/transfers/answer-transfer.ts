import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustTransferChildren } from '../../access.ts'
import { lockOpenChild } from '../../queries/steps/load-child.ts'

type Answer = { id: string; version: number; accepted: boolean; answer?: string | undefined }

/** The party that did not begin says yes or no, a no with its reason; the job carries a yes out. */
export async function answerTransfer(context: Context, input: Answer): Promise<{ id: string; version: number }> {
  mustTransferChildren(context.actor)
  const { tx, actor, today, now } = context
  const transfer = await tx.selectFrom('children.transfers').selectAll().where('cityId', '=', actor.cityId).where('id', '=', input.id)
    .whereRef('party', '<>', 'beganBy').forUpdate().executeTakeFirst()
  if (transfer === undefined) throw new Refusal('NOT_FOUND')
  if (transfer.status !== 'pending') throw new Refusal('TRANSFER_ANSWERED')
  if (transfer.version !== input.version) throw new Refusal('STALE', { version: transfer.version, current: { status: transfer.status } })
  if (!input.accepted && input.answer === undefined) throw new InvalidInput([{ path: ['answer'], message: '请写明不同意的原因' }])
  if (input.accepted) await refuseClosedUnit(context, transfer.toUnitId)
  // Who is to take a child does not see it yet; whether its file is open still, the job judges.
  if (input.accepted && transfer.party === 'holder') await lockOpenChild(context, transfer.childId)
  await tx.updateTable('children.transfers')
    .set({
      status: input.accepted ? 'accepted' : 'rejected', answer: input.answer ?? null, answeredBy: actor.accountId, answeredName: actor.personName,
      answeredOn: today, version: transfer.version + 1, updatedAt: now,
    })
    .where('cityId', '=', actor.cityId).where('id', '=', transfer.id).execute()
  await recordAudit(context, {
    verb: 'child-transfer.answered', subjectKind: 'child-transfer', subjectId: transfer.id, scopeCode: transfer.scopeCode,
    details: { transferId: transfer.transferId, accepted: input.accepted },
  })
  return { id: transfer.id, version: transfer.version + 1 }
}

/** A unit that was closed takes no child. */
export async function refuseClosedUnit({ tx, actor }: Context, unitId: string): Promise<void> {
  const unit = await tx.selectFrom('organization.publishedUnits').select('closedOn').where('cityId', '=', actor.cityId).where('id', '=',
    unitId).executeTakeFirst()
  if (unit === undefined || unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
}
