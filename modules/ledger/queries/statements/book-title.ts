import type { Context } from '#platform/http/context.ts'
import { loadBook } from '../load-book.ts'

/** What stands at the head of a statement: 编制单位 is the body whose books they are, not the place it belongs to. */
export type BookTitle = { bookId: string; bookName: string; holderName: string; scopeCode: string; startsMonth: number }

/** Name of a set of books and of the body that draws it up; not found where the actor may not see them. */
export async function loadBookTitle(context: Context, bookId: string): Promise<BookTitle> {
  const { id, name, holderName, scopeCode, startsMonth } = await loadBook(context, bookId)
  return { bookId: id, bookName: name, holderName: holderName ?? name, scopeCode, startsMonth }
}
