import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteWishes } from '../../access.ts'
import type { NewWish, WishRow } from '../../contract.ts'
import { findOpenCase } from '../../queries/find-case.ts'
import { mustNotName } from '../../queries/find-public-place.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'
import { getWishRow } from '../../queries/wish-rows.ts'

/** Writes down a child's wish as it is to be published; another person looks at it first. A text that names the child is refused with the word. */
export async function draftWish(context: Context, input: NewWish): Promise<WishRow> {
  const { tx, actor, now, today } = context
  mustWriteWishes(actor)
  const { id: caseId, unitId, scopeCode, childId, label } = await findOpenCase(context, input.caseId)
  await mustNotName(context, { childId, scopeCode, field: 'text', text: input.text })
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  await tx.insertInto('aid.wishes').values({
    cityId: actor.cityId, id, scopeCode, unitId, caseId, childId, label, status: 'draft', wrappedKey,
    sealedText: sealText(context, { id, wrappedKey }, 'wish-text', input.text), amountFen: input.amount ?? null, authorId: actor.accountId,
    authorName: actor.personName, writtenOn: today, createdAt: now, updatedAt: now,
  }).execute()
  await recordAudit(context, { verb: 'wish.drafted', subjectKind: 'wish', subjectId: id, scopeCode, details: { caseId, childId } })
  return getWishRow(context, id)
}
