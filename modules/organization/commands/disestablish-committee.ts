import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { endFacts } from '#modules/figures/index.ts'
import { mustManageUnits } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { countedAs } from '../rules/unit-words.ts'
import { endLeadership } from './steps/end-leadership.ts'
import { recordChange, refuseWrongDay } from './steps/record-change.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string }

/** Records that a committee no longer exists while its unit stands (又成应建未建). */
export async function disestablishCommittee(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const { tx, actor } = context
  const unit = await lockUnit(context, input.id, input.version)
  if (unit.establishedOn === null) throw new Refusal('NOT_ESTABLISHED')
  await refuseWrongDay(context, [unit.id], input.on)
  const held = await tx.selectFrom('organization.terms').select('id').where('cityId', '=', actor.cityId).where('unitId', '=', unit.id)
    .where('untilOn', 'is', null).limit(1).executeTakeFirst()
  if (held !== undefined) throw new Refusal('POSTS_HELD')
  await tx.updateTable('organization.units').set((is) => ({ establishedOn: null, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', actor.cityId).where('id', '=', unit.id).execute()
  await endLeadership(context, unit, input.on)
  await recordChange(context, { unit, change: 'disestablished', on: input.on, reason: input.reason, details: { establishedOn: unit.establishedOn } })
  await endFacts(context, { recordId: unit.id, measures: ['unit.founded', `unit.founded.${countedAs(unit)}`], on: input.on })
  return getUnit(context, { id: unit.id })
}
