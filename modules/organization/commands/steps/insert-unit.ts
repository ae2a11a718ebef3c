import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { unitRow, unitTerms, type UnitRow, type UnitSketch } from './unit-rows.ts'

/**
 * Two open units of one name under one parent would be one entered twice; the unit that is to bear the name does not stand in its own way.
 * Whoever gives names under one parent at the same time waits for the other.
 */
export async function refuseSameName(context: Context, parentId: string | null, bearer: { id?: string; name: string }): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`xinhuo.unit-names.${parentId}`}, ${context.actor.cityId}))`.execute(context.tx)
  const twins = await context.tx.selectFrom('organization.units').select('id').where('cityId', '=', context.actor.cityId)
    .where('parentId', '=', parentId).where('name', '=', bearer.name).where('closedOn', 'is', null).limit(2).execute()
  if (twins.some(({ id }) => id !== bearer.id)) throw new Refusal('SAME_NAME')
}

/** Writes one unit and what it can be found by. */
export async function insertUnit(
  context: Context, sketch: UnitSketch, given: { code: string; shortName?: string | undefined; address?: string | undefined; phone?: string | undefined },
): Promise<UnitRow> {
  const { tx, actor, now } = context
  const row = unitRow(actor.cityId, sketch, given.code)
  const unit = { ...row, name: sketch.name, shortName: given.shortName ?? `${sketch.name}关工委` }
  await tx.insertInto('organization.units').values({ ...unit, address: given.address ?? null, phone: given.phone ?? null, createdAt: now,
    updatedAt: now }).execute()
  await insertTerms(context, unit)
  return unit
}

/** Adds what a unit can be found by; what former names gave stays. */
export async function insertTerms(context: Context, unit: { id: string; name: string; scopeLo: string }): Promise<void> {
  const terms = unitTerms({ ...unit, cityId: context.actor.cityId })
  if (terms.length === 0) return
  await context.tx.insertInto('organization.unitSearchTerms').values(terms).onConflict((conflict) => conflict.doNothing()).execute()
}
