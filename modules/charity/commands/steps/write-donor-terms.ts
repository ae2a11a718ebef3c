import type { Context } from '#platform/http/context.ts'

/** What a donor is found by is written anew. */
export async function writeDonorTerms(
  { tx, actor }: Context, { donorId, scopeCode, terms }: { donorId: string; scopeCode: string; terms: readonly Buffer[] },
): Promise<void> {
  await tx.deleteFrom('charity.donorTerms').where('cityId', '=', actor.cityId).where('donorId', '=', donorId).execute()
  if (terms.length === 0) return
  await tx.insertInto('charity.donorTerms').values(terms.map((term) => ({ cityId: actor.cityId, term, scopeCode, donorId }))).execute()
}
