import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDecideAccess } from '../access.ts'

type Decision = { id: string; approved: boolean; note?: string | undefined; days?: number | undefined }

/**
 * The responsible person of the same unit or one above says yes or no; never to a request of his own. A no tells why. An emergency refused afterwards ends
 * at once.
 */
export async function decideAccess(context: Context, input: Decision): Promise<{ id: string; version: number }> {
  mustDecideAccess(context.actor)
  const request = await lockRequest(context, input.id)
  if (request.accountId === context.actor.accountId) throw new Refusal('OWN_REQUEST')
  if (request.status !== 'pending') throw new Refusal('REQUEST_DECIDED')
  if (!input.approved && input.note === undefined) throw new Refusal('ANSWER_NEEDED')
  const days = Math.min(input.days ?? request.days, request.days)
  await writeDecision(context, request, input)
  await openOrEnd(context, request, { approved: input.approved, days })
  await recordAudit(context, {
    verb: 'access.decided',
    subjectKind: 'child',
    subjectId: request.childId,
    scopeCode: request.scopeCode,
    details: { requestId: request.id, approved: input.approved, days, isEmergency: request.isEmergency },
  })
  return { id: request.id, version: request.version + 1 }
}

type Request = Awaited<ReturnType<typeof lockRequest>>

async function lockRequest({ tx, actor }: Context, id: string) {
  const request = await tx
    .selectFrom('children.accessRequests')
    .selectAll()
    .where('cityId', '=', actor.cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (request === undefined) throw new Refusal('NOT_FOUND')
  return request
}

async function writeDecision({ tx, actor, now }: Context, request: Request, input: Decision): Promise<void> {
  await tx
    .updateTable('children.accessRequests')
    .set({
      status: input.approved ? 'approved' : 'rejected',
      decidedBy: actor.accountId,
      decidedName: actor.personName,
      decidedAt: now,
      decisionNote: input.note ?? null,
      version: request.version + 1,
      updatedAt: now,
    })
    .where('cityId', '=', actor.cityId)
    .where('id', '=', request.id)
    .execute()
}

/** A yes opens the fields; a no ends what an emergency has opened. */
async function openOrEnd({ tx, actor, now }: Context, request: Request, { approved, days }: { approved: boolean; days: number }): Promise<void> {
  if (request.isEmergency && !approved) {
    await tx
      .updateTable('children.accessGrants')
      .set({ endedAt: now })
      .where('cityId', '=', actor.cityId)
      .where('groundId', '=', request.id)
      .where('endedAt', 'is', null)
      .execute()
  }
  if (!request.isEmergency && approved) {
    await tx
      .insertInto('children.accessGrants')
      .values({
        cityId: actor.cityId,
        id: newId(),
        scopeCode: request.scopeCode,
        childId: request.childId,
        accountId: request.accountId,
        purpose: request.purpose,
        fields: request.fields,
        ground: 'request',
        groundId: request.id,
        fromAt: now,
        untilAt: new Date(now.getTime() + days * 86_400_000),
        approvedBy: actor.accountId,
      })
      .execute()
  }
}
