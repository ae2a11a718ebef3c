import type { Context } from '#platform/http/context.ts'
import { loadBook } from '../load-book.ts'

/** What stands at the head of a statement. */
export type BookTitle = { bookId: string; bookName: string; unitName: string; scopeCode: string; startsMonth: number }

/** Name of a set of books and of the unit that draws it up; not found where the actor may not see them. */
export async function loadBookTitle(context: Context, bookId: string): Promise<BookTitle> {
  const { tx, actor } = context
  const book = await loadBook(context, bookId)
  const unit = await tx.selectFrom('organization.publishedUnits').select('name').where('cityId', '=', actor.cityId).where('id', '=', book.unitId)
    .executeTakeFirst()
  return { bookId: book.id, bookName: book.name, unitName: unit?.name ?? '', scopeCode: book.scopeCode, startsMonth: book.startsMonth }
}
