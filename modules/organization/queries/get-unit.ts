import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadUnits } from '../access.ts'
import type { Unit } from '../contract.ts'
import { unitColumns, unitOf } from './unit-columns.ts'

/** One unit of the actor's range. */
export async function getUnit(context: Context, input: { id: string }): Promise<Unit> {
  const { tx, actor } = context
  mustReadUnits(actor)
  const row = await tx.selectFrom('organization.units').select(unitColumns)
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return unitOf(row)
}
