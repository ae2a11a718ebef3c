import type { Context } from '#platform/http/context.ts'

/** Whether a unit has another set of books of this name. */
export async function hasBookOfName({ tx, actor }: Context, of: { unitId: string; name: string; butId: string }): Promise<boolean> {
  const found = await tx.selectFrom('ledger.books').select('id').where('cityId', '=', actor.cityId).where('unitId', '=', of.unitId)
    .where('name', '=', of.name).where('id', '<>', of.butId).executeTakeFirst()
  return found !== undefined
}
