import type { Context } from '#platform/http/context.ts'

/** How many of a unit were reached. */
export type NewReach = {
  id: string; scopeCode: string; fundId: string; month: number; unit: { id: string; code: string }; children: number; households: number; source: string
  sourceId: string | null
}

/** Appends how many were reached; nothing where nobody was, or where it was told before under this id. */
export async function addReach({ tx, actor, now }: Context, { unit, children, households, ...reach }: NewReach): Promise<void> {
  if (children + households === 0) return
  await tx.insertInto('charity.reaches').values({
    cityId: actor.cityId, ...reach, unitId: unit.id, unitCode: unit.code, childCount: children, householdCount: households,
    recordedBy: actor.accountId === '' ? null : actor.accountId,
    recordedName: actor.personName, recordedAt: now,
  }).onConflict((conflict) => conflict.columns(['cityId', 'id']).doNothing()).execute()
}
