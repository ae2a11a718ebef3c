import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustManageUnits } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { recordChange } from './steps/record-change.ts'
import { unitFacts } from './steps/unit-rows.ts'

type Input = { id: string; version: number; on: LocalDate; foundingDocument?: string | undefined }

/** Records that the committee of a unit was founded (已建). The day may lie long ago: the paper is often older than the record. */
export async function establishCommittee(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const unit = await lockUnit(context, input.id, input.version)
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  if (unit.establishedOn !== null) throw new Refusal('ALREADY_ESTABLISHED')
  if (input.on > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  await context.tx.updateTable('organization.units').set((is) => ({
    establishedOn: input.on, foundingDocument: input.foundingDocument ?? unit.foundingDocument, version: is('version', '+', 1), updatedAt: context.now,
  })).where('cityId', '=', context.actor.cityId).where('id', '=', unit.id).execute()
  await recordChange(context, { unit, change: 'established', on: input.on })
  await recordFacts(context, unitFacts({ ...unit, establishedOn: input.on }).filter(({ measure }) => measure.startsWith('unit.founded')))
  return getUnit(context, { id: unit.id })
}
