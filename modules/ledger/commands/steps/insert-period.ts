import type { Context } from '#platform/http/context.ts'

/** Makes a month of a set of books, open; one that is there stays as it is. */
export async function insertPeriod(
  { tx, actor }: Context, { bookId, scopeCode, month }: { bookId: string; scopeCode: string; month: number },
): Promise<void> {
  await tx.insertInto('ledger.periods').values({ cityId: actor.cityId, bookId, month, scopeCode, status: 'open' })
    .onConflict((conflict) => conflict.columns(['cityId', 'bookId', 'month']).doNothing()).execute()
}
