import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManageUnits, mustStandAbove } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { insertTerms, refuseSameName } from './steps/insert-unit.ts'
import { keepFormerStates, recordChange, refuseWrongDay } from './steps/record-change.ts'
import { spellingOf } from './steps/unit-rows.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string; name: string; shortName: string }

/** Gives a unit another name from a day on; the former one stays in its history and can still be searched for. */
export async function renameUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const unit = await lockUnit(context, input.id, input.version)
  mustStandAbove(context.actor, unit.id)
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  await refuseWrongDay(context, [unit.id], input.on)
  await refuseSameName(context, unit.parentId, { id: unit.id, name: input.name })
  await keepFormerStates(context, [unit], input.on)
  const { name, shortName } = input
  await context.tx.updateTable('organization.units')
    .set((is) => ({ name, shortName, ...spellingOf(name), version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', context.actor.cityId).where('id', '=', unit.id).execute()
  await insertTerms(context, { ...unit, name })
  await recordChange(context, {
    unit, change: 'renamed', on: input.on, reason: input.reason, details: { before: { name: unit.name, shortName: unit.shortName },
      after: { name, shortName } } })
  return getUnit(context, { id: unit.id })
}
