import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import type { BookRow } from '../../contract.ts'
import { readBooks } from './book-rows.ts'

/** All sets of books one may see. */
export async function listBooks(context: Context): Promise<{ items: BookRow[] }> {
  mustReadBooks(context.actor)
  return { items: (await readBooks(context)).map(({ version: _version, ...row }) => row) }
}
