import { sendNotice } from '#modules/notices/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { lockBoth, type HeldReferral } from '../queries/lock-referral.ts'
import { sealText } from '../queries/referral-key.ts'

/**
 * A unit closed: what was sent to it and waits for an answer is rejected with that reason, and the sender learns it as of any answer. After a merger
 * what still goes on is led by the successor, on either side.
 */
export const followClosedUnit: JobDefinition = {
  name: 'follow-closed-unit-referrals',
  listensTo: ['unit.closed', 'unit.merged'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const into = event.details['into'] as { unitId: string } | undefined
    if (into !== undefined) return passOn(context, event.subjectId, into.unitId)
    const { tx, actor } = context
    const waiting = await tx.selectFrom('referrals.referrals').select('referralId').where('cityId', '=', actor.cityId).where('party', '=', 'sender')
      .where('toUnitId', '=', event.subjectId).where('status', '=', 'sent').orderBy('id').execute()
    for (const { referralId } of waiting) await rejectClosed(context, referralId, event)
  },
}

const closedReason = '接收单位已经撤销，请另选单位转介。'

/** The receiver's row answers for the unit that is gone and the sender's follows; one that was not delivered yet ends at the sender. */
async function rejectClosed(context: Context, referralId: string, event: JobEvent): Promise<void> {
  const { sender, receiver } = await lockBoth(context, referralId)
  if (sender?.status !== 'sent') return
  if (receiver === undefined) {
    await reject(context, sender)
    await sendNotice(context, sender.authorId === null ? [] : [{ accountId: sender.authorId, scopeCode: sender.scopeCode }], {
      title: `转介${sender.childLabel}：接收单位已经撤销`, body: closedReason, link: `/referrals/${sender.id}`,
      source: { verb: event.verb, key: `${event.entryId}:${sender.id}`, kind: 'referral', id: sender.id },
    })
  } else if (receiver.status === 'sent') await reject(context, receiver)
}

async function reject(context: Context, row: HeldReferral): Promise<void> {
  const { tx, actor, now, today } = context
  await tx.updateTable('referrals.referrals').set({
    status: 'rejected', answeredOn: today, endedOn: today, sealedAnswer: sealText(context, row, 'answer', closedReason), updatedAt: now,
    version: row.version + 1, ...(row.party === 'receiver' ? { sealedEnclosure: null } : {}),
  }).where('cityId', '=', actor.cityId).where('id', '=', row.id).execute()
  await recordAudit(context, {
    verb: 'referral.answered', subjectKind: 'referral', subjectId: row.id, scopeCode: row.scopeCode, reason: closedReason,
    details: { referralId: row.referralId, accepted: false },
  })
}

async function passOn({ tx, actor, now }: Context, unitId: string, successorId: string): Promise<void> {
  for (const column of ['toUnitId', 'fromUnitId'] as const) {
    await tx.updateTable('referrals.referrals').set((is) => ({ [column]: successorId, version: is('version', '+', 1), updatedAt: now }))
      .where('cityId', '=', actor.cityId).where(column, '=', unitId).where('status', 'in', ['draft', 'sent', 'accepted']).execute()
  }
}
