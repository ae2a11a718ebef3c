import type { Context } from '#platform/http/context.ts'
import { mustReadBooks } from '../../access.ts'
import { importProgressOf, type ImportProgress } from './import-progress.ts'
import { loadMoneyAccount } from './load-money-account.ts'

/** How far the import into a bank account has come; null while none runs. */
export async function getImportProgress(context: Context, input: { bookId: string; accountId: string }): Promise<{ progress: ImportProgress | null }> {
  mustReadBooks(context.actor)
  const account = await loadMoneyAccount(context, input)
  return { progress: importProgressOf(context.actor.cityId, account.id) }
}
