import { Refusal } from '#platform/contract/refusal.ts'
import { holdUnits } from '#modules/organization/index.ts'
import type { Context } from '#platform/http/context.ts'

/** A unit of the actor's range at which an account or a right can be given; it is not closed before that is done. */
export async function findHomeUnit(context: Context,
  unitId: string): Promise<{ id: string; scopeLo: string; level: string; code: string; closedOn: string | null }> {
  const { tx, actor } = context
  await holdUnits(context, [unitId])
  const row = await tx.selectFrom('organization.publishedUnits').select(['id', 'scopeLo', 'level', 'code', 'closedOn']).where('cityId', '=', actor.cityId)
    .where('id', '=', unitId).where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi).executeTakeFirst()
  if (row === undefined || row.id === null || row.scopeLo === null || row.level === null || row.code === null) throw new Refusal('NOT_FOUND')
  return { id: row.id, scopeLo: row.scopeLo, level: row.level, code: row.code, closedOn: row.closedOn }
}
