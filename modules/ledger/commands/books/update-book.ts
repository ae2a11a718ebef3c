import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import type { HolderKind } from '../../contract.ts'
import { hasBookOfName } from '../../queries/books/has-book-of-name.ts'
import { loadBook } from '../../queries/load-book.ts'

/** Corrects the name of a set of books, and kind and full name of the body whose they are. */
export async function updateBook(
  context: Context, input: { id: string; version: number; name: string; holderKind: HolderKind; holderName?: string | undefined },
): Promise<{ id: string }> {
  mustManageBooks(context.actor)
  const { tx, actor } = context
  const held = await loadBook(context, input.id, { isLocked: true })
  if (held.version !== input.version) throw new Refusal('STALE', { version: held.version, current: { name: held.name, holderKind: held.holderKind } })
  if (await hasBookOfName(context, { unitId: held.unitId, name: input.name, butId: held.id })) throw new Refusal('SAME_NAME')
  const holderName = input.holderName ?? null
  await tx.updateTable('ledger.books').set({ name: input.name, holderKind: input.holderKind, holderName, version: held.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'book.updated', subjectKind: 'book', subjectId: held.id, scopeCode: held.scopeCode,
    details: {
      before: { name: held.name, holderKind: held.holderKind, holderName: held.holderName },
      after: { name: input.name, holderKind: input.holderKind, holderName },
    },
  })
  return { id: held.id }
}
