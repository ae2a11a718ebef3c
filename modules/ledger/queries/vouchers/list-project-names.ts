import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import { loadBook } from '../load-book.ts'

/** Projects a new line may name: an id and how it reads; what a project is the module that runs it knows. */
export async function listProjectNames(context: Context, { bookId }: { bookId: string }): Promise<{ items: { id: string; label: string }[] }> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, bookId)
  const items = await tx.selectFrom('ledger.projectNames').select(['id', 'label']).where('cityId', '=', actor.cityId).where('bookId', '=', book.id)
    .where('isOpen', '=', true).orderBy('label').orderBy('id').execute()
  return { items }
}
