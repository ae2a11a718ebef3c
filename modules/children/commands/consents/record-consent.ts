import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCorrectChildren } from '../../access.ts'
import type { NewChild } from '../../contract.ts'
import { periodIssues } from '../../rules/registration.ts'
import { lockChild, lockOpenChild } from '../../queries/steps/load-child.ts'
import { isOfChild, listMergedIds } from '../../queries/steps/merged-records.ts'
import { saveTypes } from '../steps/save-types.ts'

/** Records a guardian's yes to one purpose. */
export async function recordConsent(
  context: Context,
  input: NewChild['consents'][number] & { id: string; guardianId?: string | undefined },
): Promise<{ id: string; consentId: string }> {
  mustCorrectChildren(context.actor)
  const { tx, actor } = context
  const issues = periodIssues(input, context.today)
  if (issues.length > 0) throw new InvalidInput(issues)
  const child = await lockOpenChild(context, input.id)
  const guardianId = await findGiver(context, child, input.guardianId)
  const consentId = newId()
  await tx
    .insertInto('children.consents')
    .values({
      cityId: actor.cityId,
      id: consentId,
      scopeCode: child.scopeCode,
      childId: child.id,
      kind: input.kind,
      form: input.form,
      covers: input.covers,
      fromOn: input.fromOn,
      untilOn: input.untilOn ?? null,
      guardianId,
      recordedBy: actor.accountId,
    })
    .execute()
  await saveTypes(context, child)
  await recordAudit(context, {
    verb: 'consent.recorded',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { consentId, kind: input.kind, form: input.form },
  })
  return { id: child.id, consentId }
}

/** A consent is taken back; it does not hold from today on. */
export async function withdrawConsent(
  context: Context,
  input: { id: string; consentId: string; reason?: string | undefined },
): Promise<{ id: string }> {
  mustCorrectChildren(context.actor)
  const { tx, actor, today } = context
  const child = await lockChild(context, input.id)
  const consent = await tx
    .selectFrom('children.consents')
    .select(['kind', 'withdrawnOn'])
    .where('cityId', '=', actor.cityId)
    .where('id', '=', input.consentId)
    .where(isOfChild(context, child.id))
    .executeTakeFirst()
  if (consent === undefined) throw new Refusal('NOT_FOUND')
  if (consent.withdrawnOn !== null) throw new Refusal('CONSENT_ALREADY_WITHDRAWN')
  await tx
    .updateTable('children.consents')
    .set({ withdrawnOn: today, withdrawalReason: input.reason ?? null })
    .where('cityId', '=', actor.cityId)
    .where('id', '=', input.consentId)
    .execute()
  if (child.status === 'registered') await saveTypes(context, child)
  // What depends on it may stand under any record of the child.
  for (const subjectId of [child.id, ...await listMergedIds(context, child.id)]) {
    await recordAudit(context, {
      verb: 'consent.withdrawn', subjectKind: 'child', subjectId, scopeCode: child.scopeCode, details: { consentId: input.consentId, kind: consent.kind } })
  }
  return { id: child.id }
}

/** Who gives it: a guardian of this child; a child of 16 and over may do so itself. */
async function findGiver(context: Context, child: { id: string; ageBand: string }, guardianId: string | undefined): Promise<string | null> {
  if (guardianId === undefined) {
    if (child.ageBand === '16-17' || child.ageBand === '18+') return null
    throw new InvalidInput([{ path: ['guardianId'], message: '未满16周岁，请选择作出同意的监护人' }])
  }
  const guardian = await context.tx
    .selectFrom('children.guardians')
    .select('id')
    .where('cityId', '=', context.actor.cityId)
    .where('id', '=', guardianId)
    .where(isOfChild(context, child.id))
    .executeTakeFirst()
  if (guardian === undefined) throw new InvalidInput([{ path: ['guardianId'], message: '请从这个孩子的监护人中选择' }])
  return guardian.id
}
