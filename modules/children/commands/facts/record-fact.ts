import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCorrectChildren } from '../../access.ts'
import type { NewChild } from '../../contract.ts'
import { factIssues } from '../../rules/registration.ts'
import { lockOpenChild } from '../../queries/steps/load-child.ts'
import { saveTypes } from '../steps/save-types.ts'

/** Records a dated fact; the types follow at once. */
export async function recordFact(
  context: Context,
  input: NewChild['facts'][number] & { id: string },
): Promise<{ id: string; factId: string }> {
  mustCorrectChildren(context.actor)
  const { tx, actor } = context
  const { id, ...fact } = input
  const issues = factIssues(fact, context.today)
  if (issues.length > 0) throw new InvalidInput(issues)
  const child = await lockOpenChild(context, id)
  await refuseRepeated(context, input)
  const factId = newId()
  await tx
    .insertInto('children.facts')
    .values({
      ...fact,
      cityId: actor.cityId,
      id: factId,
      scopeCode: child.scopeCode,
      childId: id,
      untilOn: fact.untilOn ?? null,
      recordedBy: actor.accountId,
    })
    .execute()
  const derived = await saveTypes(context, child)
  await recordAudit(context, {
    verb: 'child-fact.recorded',
    subjectKind: 'child',
    subjectId: id,
    scopeCode: child.scopeCode,
    details: { factId, subject: fact.subject, kind: fact.kind, begun: derived.begun, ended: derived.ended },
  })
  return { id, factId }
}

async function refuseRepeated(context: Context, fact: { id: string; subject: string; kind: string; value: string }): Promise<void> {
  const same = await context.tx
    .selectFrom('children.facts')
    .select('id')
    .where('cityId', '=', context.actor.cityId)
    .where('childId', '=', fact.id)
    .where('subject', '=', fact.subject)
    .where('kind', '=', fact.kind)
    .where('value', '=', fact.value)
    .where('untilOn', 'is', null)
    .where('voidedAt', 'is', null)
    .executeTakeFirst()
  if (same !== undefined) throw new Refusal('FACT_ALREADY_HOLDS')
}
