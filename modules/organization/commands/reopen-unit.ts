import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustManageUnits, mustStandAbove } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { refuseSameName } from './steps/insert-unit.ts'
import { recordChange, refuseWrongDay } from './steps/record-change.ts'
import { unitFacts } from './steps/unit-rows.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string }

/** Opens a closed unit again; its posts are set up anew. */
export async function reopenUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const { tx, actor } = context
  const unit = await lockUnit(context, input.id, input.version)
  mustStandAbove(actor, unit.id)
  if (unit.closedOn === null) throw new Refusal('UNIT_OPEN')
  if (unit.successorId !== null) throw new Refusal('UNIT_MERGED')
  const parent = await tx.selectFrom('organization.units').select('closedOn').where('cityId', '=', actor.cityId)
    .where('id', '=', unit.parentId).executeTakeFirst()
  if (parent?.closedOn !== null) throw new Refusal('PARENT_CLOSED')
  await refuseWrongDay(context, [unit.id], input.on)
  await refuseSameName(context, unit.parentId, unit)
  await tx.updateTable('organization.units').set((is) => ({ closedOn: null, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', actor.cityId).where('id', '=', unit.id).execute()
  await recordChange(context, { unit, change: 'reopened', on: input.on, reason: input.reason })
  await recordFacts(context, unitFacts({ ...unit, establishedOn: unit.establishedOn === null ? null : input.on }, input.on))
  return getUnit(context, { id: unit.id })
}
