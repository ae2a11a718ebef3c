import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustNameDesignees } from '../access.ts'
import type { Designee } from '../contract.ts'
import { getDesigneeRow } from '../queries/designee-rows.ts'
import { findReaderCandidate } from '../queries/find-reader-candidate.ts'

/** Names somebody who from now on receives the reports of a unit and of all below, beside the officers. */
export async function assignDesignee(context: Context, input: { unitId: string; accountId: string }): Promise<Designee> {
  mustNameDesignees(context.actor)
  const { tx, actor, now, today } = context
  const unit = await tx.selectFrom('organization.publishedUnits').select(['id', 'scopeLo', 'closedOn']).where('cityId', '=', actor.cityId)
    .where('id', '=', input.unitId).where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi).executeTakeFirst()
  if (unit === undefined || unit.id === null || unit.scopeLo === null || unit.closedOn !== null) throw new Refusal('NOT_FOUND')
  const person = await findReaderCandidate(context, { accountId: input.accountId, scopeCode: unit.scopeLo })
  const known = await tx.selectFrom('safeguarding.designees').select('id').where('cityId', '=', actor.cityId).where('unitId', '=', unit.id)
    .where('accountId', '=', person.accountId).where('untilOn', 'is', null).executeTakeFirst()
  if (known !== undefined) throw new Refusal('DESIGNEE_KNOWN')
  const id = newId()
  await tx.insertInto('safeguarding.designees').values({
    cityId: actor.cityId, id, scopeCode: unit.scopeLo, unitId: unit.id, accountId: person.accountId, personName: person.personName, fromOn: today,
    namedName: actor.personName, createdAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'designee.assigned', subjectKind: 'unit', subjectId: unit.id, scopeCode: unit.scopeLo, details: { accountId: person.accountId },
  })
  return getDesigneeRow(context, id)
}
