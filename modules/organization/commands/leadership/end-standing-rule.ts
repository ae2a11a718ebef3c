import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManagePosts } from '../../access.ts'
import { getStandingRule } from '../../queries/list-standing-rules.ts'

/** A written rule is repealed; it stays in the list with its last day. */
export async function endStandingRule(context: Context, input: { id: string; version: number; on: LocalDate }): ReturnType<typeof getStandingRule> {
  const { tx, actor } = context
  mustManagePosts(actor)
  const rule = await tx.selectFrom('organization.standingRules').select(['id', 'scopeCode', 'issuedOn', 'endedOn', 'version', 'title'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (rule === undefined) throw new Refusal('NOT_FOUND')
  if (rule.endedOn !== null) throw new Refusal('RULE_ENDED')
  if (rule.version !== input.version) throw new Refusal('STALE', { version: rule.version, current: { title: rule.title, endedOn: rule.endedOn } })
  if (input.on > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  if (input.on < rule.issuedOn) throw new Refusal('ENDS_BEFORE_START')
  await tx.updateTable('organization.standingRules').set((is) => ({ endedOn: input.on, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', actor.cityId).where('id', '=', rule.id).execute()
  await recordAudit(context, { verb: 'standing-rule.ended', subjectKind: 'standing-rule', subjectId: rule.id, scopeCode: rule.scopeCode,
    details: { on: input.on } })
  return getStandingRule(context, rule.id)
}
