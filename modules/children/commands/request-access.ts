import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRequestAccess } from '../access.ts'
import type { AccessPurpose, FileField } from '../contract.ts'
import { lockOpenChild, type LockedChild } from '../queries/steps/load-child.ts'

/** For how long an emergency opens a file: long enough to act, short enough to be looked at the next day. */
export const emergencyHours = 24

type Asked = { id: string; purpose: AccessPurpose; explanation: string; fields: FileField[]; days: number }

/** Asks the person answerable for minors' data for named fields, for a purpose and a time. */
export async function requestAccess(context: Context, input: Asked): Promise<{ requestId: string }> {
  mustRequestAccess(context.actor)
  const { tx, actor } = context
  const child = await lockOpenChild(context, input.id)
  const pending = await tx
    .selectFrom('children.accessRequests')
    .select('id')
    .where('cityId', '=', actor.cityId)
    .where('accountId', '=', actor.accountId)
    .where('childId', '=', child.id)
    .where('status', '=', 'pending')
    .where('isEmergency', '=', false)
    .executeTakeFirst()
  if (pending !== undefined) throw new Refusal('REQUEST_PENDING')
  const requestId = await insertRequest(context, child, { ...input, isEmergency: false })
  await recordAudit(context, {
    verb: 'access.requested',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    reason: input.explanation,
    details: { requestId, purpose: input.purpose, fields: input.fields, days: input.days },
  })
  return { requestId }
}

/** Opens named fields at once because waiting would harm; the responsible person is told at once and looks at it afterwards. */
export async function openInEmergency(
  context: Context,
  input: { id: string; explanation: string; fields: FileField[] },
): Promise<{ requestId: string; untilAt: Date }> {
  mustRequestAccess(context.actor)
  const { tx, actor, now } = context
  const child = await lockOpenChild(context, input.id)
  const requestId = await insertRequest(context, child, { ...input, purpose: 'emergency', days: 1, isEmergency: true })
  const untilAt = new Date(now.getTime() + emergencyHours * 3_600_000)
  await tx
    .insertInto('children.accessGrants')
    .values({
      cityId: actor.cityId,
      id: newId(),
      scopeCode: child.scopeCode,
      childId: child.id,
      accountId: actor.accountId,
      purpose: 'emergency',
      fields: input.fields,
      ground: 'emergency',
      groundId: requestId,
      fromAt: now,
      untilAt,
    })
    .execute()
  await recordAudit(context, {
    verb: 'emergency-access.opened',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    reason: input.explanation,
    details: { requestId, fields: input.fields, untilAt },
  })
  return { requestId, untilAt }
}

async function insertRequest(context: Context, child: LockedChild, asked: Asked & { isEmergency: boolean }): Promise<string> {
  const { tx, actor, now } = context
  const requestId = newId()
  await tx
    .insertInto('children.accessRequests')
    .values({
      cityId: actor.cityId,
      id: requestId,
      scopeCode: child.scopeCode,
      childId: child.id,
      accountId: actor.accountId,
      personName: actor.personName,
      unitId: actor.unit.id,
      purpose: asked.purpose,
      explanation: asked.explanation,
      fields: asked.fields,
      days: asked.days,
      isEmergency: asked.isEmergency,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return requestId
}
