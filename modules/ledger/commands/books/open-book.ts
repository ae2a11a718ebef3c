import { ownUnitRange } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import type { HolderKind } from '../../contract.ts'
import { hasBookOfName } from '../../queries/books/has-book-of-name.ts'
import { copyStandard } from '../steps/copy-standard.ts'

type Input = { unit: string; name: string; holderKind: HolderKind; standard: string; startsMonth: number; holderName?: string | undefined }

/** Opens a set of books for a unit of the own range: a copy of a published chart, and the first month. */
export async function openBook(context: Context, input: Input): Promise<{ id: string }> {
  mustManageBooks(context.actor)
  const { tx, actor, now } = context
  const { lo } = ownUnitRange(actor, input.unit)
  const unit = await tx.selectFrom('organization.publishedUnits').select('id')
    .where('cityId', '=', actor.cityId).where('code', '=', input.unit).where('closedOn', 'is', null).executeTakeFirst()
  if (unit?.id == null) throw new Refusal('NOT_FOUND')
  const id = newId()
  if (await hasBookOfName(context, { unitId: unit.id, name: input.name, butId: id })) throw new Refusal('SAME_NAME')
  const book = { id, scopeCode: lo, startsMonth: input.startsMonth }
  await tx.insertInto('ledger.books').values({
    cityId: actor.cityId, id, scopeCode: lo, unitId: unit.id, name: input.name, holderKind: input.holderKind, startsMonth: input.startsMonth,
    holderName: input.holderName ?? null, createdBy: actor.accountId, createdAt: now,
  }).execute()
  await copyStandard(context, book, input.standard)
  await tx.insertInto('ledger.periods').values({ cityId: actor.cityId, bookId: id, month: input.startsMonth, scopeCode: lo, status: 'open' }).execute()
  await recordAudit(context, {
    verb: 'book.opened', subjectKind: 'book', subjectId: id, scopeCode: lo,
    details: { name: input.name, holderKind: input.holderKind, standard: input.standard, startsMonth: input.startsMonth },
  })
  return { id }
}
