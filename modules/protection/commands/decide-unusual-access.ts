import type { FileField } from '#modules/children/contract.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDecideUnusualAccess } from '../access.ts'
import { accessRuleNames } from '../rules/words.ts'
import type { AccessRule } from '../contract.ts'
import { insertIncident } from './steps/insert-incident.ts'

type Judgement = { id: string; version: number; justified: boolean; explanation: string }

/** The responsible person says whether the reading was right; what was not becomes an incident with its children. */
export async function decideUnusualAccess(context: Context, input: Judgement): Promise<{ id: string; version: number; incidentId: string | null }> {
  mustDecideUnusualAccess(context.actor)
  const { tx, actor, now } = context
  const found = await lockUnusualAccess(context, input.id)
  if (found.status !== 'open') throw new Refusal('UNUSUAL_ACCESS_DECIDED')
  if (found.accountId === actor.accountId) throw new Refusal('OWN_ACCESS')
  if (found.version !== input.version) throw new Refusal('STALE', { version: found.version, current: { status: found.status } })
  const incidentId = input.justified ? null : await insertIncident(context, {
    kind: 'misuse', title: `${accessRuleNames[found.rule as AccessRule]}，经核实不正当`, fields: found.fields as FileField[],
    // Of many cards only the first thousand children are kept by name: the rule counted them all.
    childrenCount: found.rule === 'many-cards' ? found.count : found.childIds.length, cause: input.explanation, foundAt: now,
    childIds: found.childIds, unitId: found.unitId, scopeCode: found.scopeCode,
  })
  await tx.updateTable('protection.unusualAccesses').set({
    status: input.justified ? 'justified' : 'unjustified', explanation: input.explanation, decidedBy: actor.accountId, decidedName: actor.personName,
    decidedAt: now, incidentId, version: found.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', found.id).execute()
  await recordAudit(context, {
    verb: 'unusual-access.decided', subjectKind: 'unusual-access', subjectId: found.id, scopeCode: found.scopeCode,
    details: { rule: found.rule, justified: input.justified, incidentId },
  })
  return { id: found.id, version: found.version + 1, incidentId }
}

async function lockUnusualAccess({ tx, actor }: Context, id: string) {
  const found = await tx.selectFrom('protection.unusualAccesses')
    .select(['id', 'scopeCode', 'unitId', 'rule', 'accountId', 'count', 'fields', 'childIds', 'status', 'version'])
    .where('cityId', '=', actor.cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (found === undefined) throw new Refusal('NOT_FOUND')
  return found
}
