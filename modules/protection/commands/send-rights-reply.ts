import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDecideRights } from '../access.ts'
import type { sendingWays } from '../contract.ts'
import { lockRightsRequest } from './steps/lock-rights-request.ts'

type Sending = { id: string; version: number; sentOn: string; sentHow: (typeof sendingWays)[number] }

/** The written answer was handed over: from then on the deadline is kept or missed for good. */
export async function sendRightsReply(context: Context, input: Sending): Promise<{ id: string; version: number }> {
  mustDecideRights(context.actor)
  const { tx, actor, now, today } = context
  const request = await lockRightsRequest(context, input)
  if (request.status === 'open') throw new Refusal('RIGHTS_REQUEST_OPEN')
  if (request.status === 'sent') throw new Refusal('RIGHTS_REPLY_SENT')
  request.mustBeCurrent()
  if (input.sentOn > today) throw new InvalidInput([{ path: ['sentOn'], message: '送达日期不能晚于今天' }])
  if (input.sentOn < (request.decidedOn ?? request.receivedOn)) throw new InvalidInput([{ path: ['sentOn'], message: '送达日期不能早于决定日期' }])
  await tx.updateTable('protection.rightsRequests').set({
    status: 'sent', sentOn: input.sentOn, sentHow: input.sentHow, sentName: actor.personName, version: request.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', request.id).execute()
  await recordAudit(context, {
    verb: 'rights-reply.sent', subjectKind: 'rights-request', subjectId: request.id, scopeCode: request.scopeCode,
    details: { childId: request.childId, sentOn: input.sentOn, sentHow: input.sentHow },
  })
  return { id: request.id, version: request.version + 1 }
}
