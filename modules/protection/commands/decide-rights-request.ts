import { grantAccess } from '#modules/children/index.ts'
import { fileFields } from '#modules/children/contract.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDecideRights } from '../access.ts'
import type { refusalReasons } from '../contract.ts'
import { findChildSeal } from '../queries/child-seal.ts'
import { findGoingOn } from '../queries/find-going-on.ts'
import { copyDays, findDecisionProblem } from '../rules/rights.ts'
import { lockRightsRequest } from './steps/lock-rights-request.ts'

type Decision = { id: string; version: number; granted: boolean; reply: string; refusalReason?: (typeof refusalReasons)[number] | undefined }

/** The responsible person says yes or no, with the words of the written answer; a yes to seeing or copying opens the file for a week, for that alone. */
export async function decideRightsRequest(context: Context, input: Decision): Promise<{ id: string; version: number }> {
  mustDecideRights(context.actor)
  const { tx, actor, now, today } = context
  const problem = findDecisionProblem(input)
  if (problem !== undefined) throw new InvalidInput([{ path: ['refusalReason'], message: problem }])
  const request = await lockRightsRequest(context, input)
  if (request.status !== 'open') throw new Refusal('RIGHTS_REQUEST_DECIDED')
  request.mustBeCurrent()
  if (request.recordedBy === actor.accountId) throw new Refusal('OWN_REQUEST')
  const seal = await findChildSeal(context, request.childId)
  if (seal === null) throw new Refusal('CHILD_ERASED')
  await tx.updateTable('protection.rightsRequests').set({
    status: 'decided', result: input.granted ? 'granted' : 'refused', refusalReason: input.refusalReason ?? null,
    sealedReply: seal.seal('rights-reply', request.id, { reply: input.reply }), decidedBy: actor.accountId, decidedName: actor.personName, decidedOn: today,
    version: request.version + 1, updatedAt: now,
  }).where('cityId', '=', actor.cityId).where('id', '=', request.id).execute()
  if (input.granted && (request.kind === 'see' || request.kind === 'copy')) {
    await grantAccess(context, {
      childId: await findGoingOn(context, request.childId), accountIds: [actor.accountId],
      purpose: 'rights', fields: fileFields, ground: { kind: 'request', id: request.id },
      until: new Date(now.getTime() + copyDays * 86_400_000),
    })
  }
  await recordAudit(context, {
    verb: 'rights-request.decided', subjectKind: 'rights-request', subjectId: request.id, scopeCode: request.scopeCode,
    details: { childId: request.childId, kind: request.kind, granted: input.granted, refusalReason: input.refusalReason ?? null },
  })
  return { id: request.id, version: request.version + 1 }
}
