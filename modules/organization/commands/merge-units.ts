import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManageUnits, mustStandAbove } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { getUnit } from '../queries/get-unit.ts'
import { takeForClosing } from '../queries/lock-standing-units.ts'
import { lockUnit, type LockedUnit } from '../queries/lock-unit.ts'
import { findMergeObstacle } from '../rules/structure.ts'
import { markClosed } from './steps/mark-closed.ts'
import { recordChange, refuseWrongDay } from './steps/record-change.ts'
import { relocateSubtree, type Recoding } from './steps/relocate-subtree.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string; intoId: string }

/** Merges a unit into another one: units below move there, the rows follow by a job, the merged one closes and names its successor. */
export async function mergeUnits(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  await takeForClosing(context, input.id)
  const successor = await lockUnit(context, input.intoId)
  const unit = await lockUnit(context, input.id, input.version)
  mustStandAbove(context.actor, unit.id)
  const obstacle = findMergeObstacle(unit, successor)
  if (obstacle !== undefined) throw new Refusal(obstacle)
  await refuseWrongDay(context, [unit.id, successor.id], input.on)
  const recodings = await moveChildren(context, { unit, successor, on: input.on })
  await markClosed(context, unit, { on: input.on, successorId: successor.id })
  await requestRelocation(context, { unit, successor, on: input.on })
  const { on, reason } = input
  await recordChange(context, { unit, change: 'merged', on, reason, otherUnitId: successor.id,
    details: { recodings, into: { unitId: successor.id, code: successor.code } } })
  await recordChange(context, { unit: successor, change: 'received', on, reason, otherUnitId: unit.id })
  return getUnit(context, { id: successor.id })
}

async function moveChildren(context: Context, merged: { unit: LockedUnit; successor: LockedUnit; on: LocalDate }): Promise<Recoding[]> {
  const children = await context.tx.selectFrom('organization.units').select('id').where('cityId', '=', context.actor.cityId)
    .where('parentId', '=', merged.unit.id).where('closedOn', 'is', null).orderBy('code').execute()
  const recodings: Recoding[] = []
  for (const { id } of children) {
    recodings.push(...await relocateSubtree(context, { root: await lockUnit(context, id), parent: merged.successor, on: merged.on }))
  }
  return recodings
}

type Relocation = { unit: LockedUnit; successor: LockedUnit; on: LocalDate }

async function requestRelocation({ tx, actor, now }: Context, { unit, successor, on }: Relocation): Promise<void> {
  await tx.insertInto('organization.relocations').values({
    cityId: actor.cityId, id: newId(), fromScopeCode: unit.scopeLo, toScopeCode: successor.scopeLo, fromUnitId: unit.id, toUnitId: successor.id,
      happenedOn: on, requestedAt: now,
  }).execute()
}
