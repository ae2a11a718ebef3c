import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManageUnits, mustStandAbove } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { findMoveObstacle } from '../rules/structure.ts'
import { refuseSameName } from './steps/insert-unit.ts'
import { recordChange, refuseWrongDay } from './steps/record-change.ts'
import { relocateSubtree } from './steps/relocate-subtree.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string; parentId: string }

/** Puts a unit with all below it under another parent; codes change at once, the rows of other modules follow by a job. */
export async function moveUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const parent = await lockUnit(context, input.parentId)
  const unit = await lockUnit(context, input.id, input.version)
  mustStandAbove(context.actor, unit.id)
  const obstacle = findMoveObstacle(unit, parent)
  if (obstacle !== undefined) throw new Refusal(obstacle)
  await refuseWrongDay(context, [unit.id], input.on)
  await refuseSameName(context, parent.id, unit)
  const recodings = await relocateSubtree(context, { root: unit, parent, on: input.on })
  await recordChange(context, {
    unit, change: 'moved', on: input.on, reason: input.reason, otherUnitId: parent.id, details: { recodings } })
  return getUnit(context, { id: unit.id })
}
