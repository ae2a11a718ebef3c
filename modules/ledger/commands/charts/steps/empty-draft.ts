import type { Context } from '#platform/http/context.ts'

/** Removes a chart that never held, with its accounts and whatever pointed to them. */
export async function emptyDraft({ tx, actor }: Context, { chartId }: { chartId: string }): Promise<void> {
  const of = tx.selectFrom('ledger.accounts').select('id').where('cityId', '=', actor.cityId).where('chartId', '=', chartId)
  await tx.deleteFrom('ledger.balanceParts').where('cityId', '=', actor.cityId).where('chartId', '=', chartId).execute()
  await tx.updateTable('ledger.accounts').set({ successorId: null }).where('cityId', '=', actor.cityId).where('successorId', 'in', of).execute()
  await tx.updateTable('ledger.accounts').set({ parentId: null }).where('cityId', '=', actor.cityId).where('chartId', '=', chartId).execute()
  await tx.deleteFrom('ledger.accounts').where('cityId', '=', actor.cityId).where('chartId', '=', chartId).execute()
  await tx.deleteFrom('ledger.charts').where('cityId', '=', actor.cityId).where('id', '=', chartId).execute()
}
