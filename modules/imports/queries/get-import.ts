import type { Context } from '#platform/http/context.ts'
import type { Import } from '../contract.ts'
import { findImport, importOf } from './find-import.ts'
import type { ImportKinds } from './import-kind.ts'

/** One import, with the progress of its commit. */
export async function getImport(context: Context, input: { id: string }, kinds: ImportKinds): Promise<Import> {
  const { row } = await findImport(context, input.id, kinds)
  return importOf(row)
}
