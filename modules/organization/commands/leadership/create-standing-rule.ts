import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManagePosts } from '../../access.ts'
import { getStandingRule } from '../../queries/list-standing-rules.ts'
import { lockUnit } from '../../queries/lock-unit.ts'

/** Notes a written rule of a committee with the day it was issued. */
export async function createStandingRule(context: Context,
  input: { unitId: string; title: string; issuedOn: LocalDate }): ReturnType<typeof getStandingRule> {
  const { tx, actor, now } = context
  mustManagePosts(actor)
  const unit = await lockUnit(context, input.unitId)
  if (input.issuedOn > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  const id = newId()
  await tx.insertInto('organization.standingRules').values({
    cityId: actor.cityId, id, scopeCode: unit.scopeLo, unitId: unit.id, title: input.title, issuedOn: input.issuedOn, createdAt: now,
      updatedAt: now }).execute()
  await recordAudit(context, { verb: 'standing-rule.created', subjectKind: 'standing-rule', subjectId: id, scopeCode: unit.scopeLo, details: { ...input } })
  return getStandingRule(context, id)
}
