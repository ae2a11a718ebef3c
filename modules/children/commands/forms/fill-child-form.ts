import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { sealFields } from '#platform/crypto/envelope.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCorrectChildren } from '../../access.ts'
import type { FormAnswers, FormKind } from '../../contract.ts'
import { listLivingAccess, mustCoverFields } from '../../queries/steps/living-access.ts'
import { findFormIssues } from '../../rules/forms/form-lines.ts'
import { keyOf } from '../../queries/steps/identity.ts'
import { loadSealed, lockOpenChild } from '../../queries/steps/load-child.ts'
import { formAad } from '../steps/answered-forms.ts'
import { formFields } from './open-child-form.ts'

type Filled = { id: string; kind: FormKind; version: number; answers: FormAnswers }

/** Keeps the answers of a form sealed; whoever may not read the file cannot write over what stands there. */
export async function fillChildForm(context: Context, input: Filled): Promise<{ id: string; kind: FormKind; version: number }> {
  mustCorrectChildren(context.actor)
  const { tx, actor, today, installation } = context
  const issues = findFormIssues(input.answers, today)
  if (issues.length > 0) throw new InvalidInput(issues)
  const child = await lockOpenChild(context, input.id)
  mustCoverFields(await listLivingAccess(context, child.id), formFields)
  const before = await tx.selectFrom('children.forms').select('version').where('cityId', '=', actor.cityId)
    .where('childId', '=', child.id).where('kind', '=', input.kind).executeTakeFirst()
  if ((before?.version ?? 0) !== input.version) throw new Refusal('STALE', { version: before?.version ?? 0, current: {} })
  const key = await loadSealed(context, child.id)
  if (key === undefined || key.wrapped === null) throw new Refusal('NOT_FOUND')
  const place = { cityId: actor.cityId, childId: child.id }
  const sealed = sealFields(keyOf(installation.masterKeys, key.wrapped, place), input.answers, formAad(actor.cityId, input))
  const filled = { sealed, filledBy: actor.accountId, filledName: actor.personName, filledOn: today, version: input.version + 1 }
  await tx.insertInto('children.forms').values({ ...place, kind: input.kind, scopeCode: child.scopeCode, ...filled })
    .onConflict((conflict) => conflict.columns(['cityId', 'childId', 'kind']).doUpdateSet(filled)).execute()
  await recordAudit(context, {
    verb: 'child-form.filled', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode,
    details: { kind: input.kind, fields: Object.keys(input.answers) },
  })
  return { id: child.id, kind: input.kind, version: input.version + 1 }
}
