import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRaiseNeeds } from '../../access.ts'
import type { NeedRow, NewNeed } from '../../contract.ts'
import { findConsentedCase } from '../../queries/find-case.ts'
import { mustBeKind } from '../../queries/list-aid-kinds.ts'
import { getNeedRow } from '../../queries/need-rows.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'

/** Says what a child of an open case, or its household, needs; another person decides on it. */
export async function raiseNeed(context: Context, input: NewNeed): Promise<NeedRow> {
  const { tx, actor, now, today } = context
  mustRaiseNeeds(actor)
  await mustBeKind(context, input.kind)
  if (input.wantedBy !== undefined && input.wantedBy < today) throw new InvalidInput([{ path: ['wantedBy'], message: '需要日期不能早于今天' }])
  const { id: caseId, unitId, scopeCode, childId, householdId, label } = await findConsentedCase(context, input.caseId)
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  await tx.insertInto('aid.needs').values({
    cityId: actor.cityId, id, scopeCode, unitId, caseId, childId, householdId, label, kind: input.kind, reach: input.reach, wrappedKey,
    sealedWords: sealText(context, { id, wrappedKey }, 'need-words', input.words), amountFen: input.amount ?? null, wantedBy: input.wantedBy ?? null,
    status: 'raised', raisedBy: actor.accountId, raisedName: actor.personName, raisedOn: today, createdAt: now, updatedAt: now,
  }).execute()
  await recordAudit(context, { verb: 'need.raised', subjectKind: 'need', subjectId: id, scopeCode, details: { caseId, childId, kind: input.kind } })
  return getNeedRow(context, id)
}
