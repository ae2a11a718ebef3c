import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGiveAid } from '../../access.ts'
import type { ActRow, NewAct } from '../../contract.ts'
import { getActRow } from '../../queries/act-rows.ts'
import { findConsentedCase, type OpenCase } from '../../queries/find-case.ts'
import { mustBeKind } from '../../queries/list-aid-kinds.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'
import { mayFollowNeed, mayFollowWish } from '../../rules/acting.ts'
import { findShareIssues } from '../../rules/shares.ts'
import { insertShares } from '../steps/write-act.ts'
import { moveNeed } from '../steps/write-need.ts'

/** Records that aid will be given, by one or several payers: for an approved need, for a claimed wish, or of the helpers' own accord. */
export async function offerAct(context: Context, input: NewAct): Promise<ActRow> {
  mustGiveAid(context.actor)
  const issues = input.shares.flatMap((share, index) => findShareIssues(share, ['shares', index]))
  if (input.needId !== undefined && input.wishId !== undefined) issues.push({ path: ['wishId'], message: '一次帮扶只能对应需求或心愿中的一项' })
  if (issues.length > 0) throw new InvalidInput(issues)
  await mustBeKind(context, input.kind)
  const found = await findConsentedCase(context, input.caseId)
  await mustBeOfCase(context, found, input)
  const id = newId()
  await insertAct(context, found, { ...input, id })
  await insertShares(context, { id, scopeCode: found.scopeCode }, input.shares)
  await moveNeed(context, input.needId ?? null, 'offered')
  await recordAudit(context, {
    verb: 'aid.offered', subjectKind: 'aid-act', subjectId: id, scopeCode: found.scopeCode,
    details: { caseId: found.id, childId: found.childId, needId: input.needId ?? null, wishId: input.wishId ?? null, kind: input.kind },
  })
  return getActRow(context, id)
}

/** A need that was approved, a wish that is claimed; of this case, and without another act that stands. */
async function mustBeOfCase(context: Context, found: OpenCase, { needId, wishId }: NewAct): Promise<void> {
  const { tx, actor } = context
  if (needId !== undefined) {
    const need = await tx.selectFrom('aid.needs').select('status').where('cityId', '=', actor.cityId).where('id', '=', needId)
      .where('caseId', '=', found.id).forUpdate().executeTakeFirst()
    if (need === undefined) throw new Refusal('NOT_FOUND')
    if (!mayFollowNeed('offer', need.status as 'raised')) throw new Refusal('NEED_NOT_APPROVED')
  }
  if (wishId !== undefined) {
    const wish = await tx.selectFrom('aid.wishes').select('status').where('cityId', '=', actor.cityId).where('id', '=', wishId)
      .where('caseId', '=', found.id).forUpdate().executeTakeFirst()
    if (wish === undefined) throw new Refusal('NOT_FOUND')
    const other = await tx.selectFrom('aid.acts').select('id').where('cityId', '=', actor.cityId).where('wishId', '=', wishId)
      .where('status', '<>', 'voided').executeTakeFirst()
    if (!mayFollowWish('give', wish.status as 'draft') || other !== undefined) throw new Refusal('WISH_NOT_CLAIMED')
  }
}

async function insertAct(context: Context, found: OpenCase, input: NewAct & { id: string }): Promise<void> {
  const { tx, actor, now, today } = context
  const { id, kind, reach, isCourtesyCall } = input
  const wrappedKey = newRowKey(context, id)
  await tx.insertInto('aid.acts').values({
    cityId: actor.cityId, id, scopeCode: found.scopeCode, unitId: found.unitId, caseId: found.id, childId: found.childId, householdId: found.householdId,
    needId: input.needId ?? null, wishId: input.wishId ?? null, label: found.label, kind, reach, isCourtesyCall, status: 'offered', wrappedKey,
    sealedWords: sealText(context, { id, wrappedKey }, 'act-words', input.words), offeredOn: today, offeredBy: actor.accountId, offeredName: actor.personName,
    createdAt: now, updatedAt: now,
  }).execute()
}
