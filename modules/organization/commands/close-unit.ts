import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManageUnits, mustStandAbove } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { countOpenBelow } from '../queries/preview-change.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { markClosed } from './steps/mark-closed.ts'
import { recordChange, refuseWrongDay } from './steps/record-change.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string }

/** Closes a unit that has no open unit below it; its posts and terms end with it, its records stay where they are. */
export async function closeUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const unit = await lockUnit(context, input.id, input.version)
  mustStandAbove(context.actor, unit.id)
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  const count = await countOpenBelow(context, unit)
  if (count > 0 || unit.parentId === null) throw new Refusal('UNITS_BELOW', { count })
  await refuseWrongDay(context, [unit.id], input.on)
  await markClosed(context, unit, { on: input.on, successorId: null })
  await recordChange(context, { unit, change: 'closed', on: input.on, reason: input.reason })
  return getUnit(context, { id: unit.id })
}
