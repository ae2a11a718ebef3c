import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { mayImport, mustImportSomething } from '../access.ts'
import type { ImportKindInfo } from '../contract.ts'
import type { ImportKinds } from './import-kind.ts'

/** What this person may import. */
export async function listImportKinds(context: Context, kinds: ImportKinds): Promise<{ kinds: z.infer<typeof ImportKindInfo>[] }> {
  mustImportSomething(context.actor, kinds.values())
  return {
    kinds: [...kinds.values()].filter((kind) => mayImport(context.actor, kind)).map(({ code, title, columns, comparison }) => ({
      code, title, comparisonPage: comparison?.page ?? null, columns: columns.map(({ key, title: name, required, example }) => ({ key, title: name,
        required, example })) })),
  }
}
