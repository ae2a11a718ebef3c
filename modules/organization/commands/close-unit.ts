import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManageUnits, mustStandAbove } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { countBelow } from '../queries/preview-change.ts'
import { getUnit } from '../queries/get-unit.ts'
import { takeForClosing } from '../queries/lock-standing-units.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { findClosingObstacle } from '../rules/structure.ts'
import { markClosed } from './steps/mark-closed.ts'
import { recordChange, refuseWrongDay } from './steps/record-change.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string }

/** Closes a unit with no open unit below it and nobody registered there; its posts and terms end with it, what was recorded stays where it is. */
export async function closeUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  await takeForClosing(context, input.id)
  const unit = await lockUnit(context, input.id, input.version)
  mustStandAbove(context.actor, unit.id)
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  const below = await countBelow(context, unit)
  const obstacle = findClosingObstacle(below)
  if (obstacle === 'UNITS_BELOW' || unit.parentId === null) throw new Refusal('UNITS_BELOW', { count: below.openUnitsBelow })
  if (obstacle === 'PEOPLE_REMAIN') throw new Refusal('PEOPLE_REMAIN', { children: below.children, volunteers: below.volunteers })
  await refuseWrongDay(context, [unit.id], input.on)
  await markClosed(context, unit, { on: input.on, successorId: null })
  await recordChange(context, { unit, change: 'closed', on: input.on, reason: input.reason })
  return getUnit(context, { id: unit.id })
}
