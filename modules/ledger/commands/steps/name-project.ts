import type { Context } from '#platform/http/context.ts'

/** How a project, or a line of its budget, reads on a line of the books. */
export type ProjectName = { id: string; bookId: string; scopeCode: string; label: string; isOpen: boolean }

/** Tells the books which projects lines may name, in the transaction of the caller; told again it is put right. */
export async function nameProjects({ tx, actor }: Context, names: readonly ProjectName[]): Promise<void> {
  for (const name of names) {
    await tx.insertInto('ledger.projectNames').values({ cityId: actor.cityId, ...name })
      .onConflict((conflict) => conflict.columns(['cityId', 'id']).doUpdateSet({ label: name.label, isOpen: name.isOpen })).execute()
  }
}
