import { holdUnits } from '#modules/organization/index.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** A unit of the actor's range that is not closed, nor will be before the child is there; the own one when none is named. */
export async function findOpenUnit(context: Context, unitId: string | undefined): Promise<{ id: string; scopeCode: string; name: string }> {
  const { tx, actor } = context
  await holdUnits(context, [unitId ?? actor.unit.id])
  const unit = await tx
    .selectFrom('organization.publishedUnits')
    .select(['id', 'scopeLo', 'name', 'closedOn'])
    .where('cityId', '=', actor.cityId)
    .where('id', '=', unitId ?? actor.unit.id)
    .where('scopeLo', '>=', actor.scopeLo)
    .where('scopeLo', '<=', actor.scopeHi)
    .executeTakeFirst()
  if (unit === undefined || unit.id === null || unit.scopeLo === null)
    throw new InvalidInput([{ path: ['unitId'], message: '请选择本单位或下级的单位' }])
  if (unit.closedOn !== null) throw new InvalidInput([{ path: ['unitId'], message: '这个单位已经撤销，请选择仍在的单位' }])
  return { id: unit.id, scopeCode: unit.scopeLo, name: unit.name ?? '' }
}
