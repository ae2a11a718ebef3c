import type { z } from 'zod'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import type { Standard } from '../../contract.ts'

/** Published charts a new set of books can begin with. */
export async function listStandards({ tx, actor }: Context): Promise<{ items: z.infer<typeof Standard>[] }> {
  mustManageBooks(actor)
  return { items: await tx.selectFrom('ledger.standards').select(['code', 'name', 'validFrom', 'source']).orderBy('validFrom', 'desc').execute() }
}
