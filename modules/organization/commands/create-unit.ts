import type { z } from 'zod'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustManageUnits } from '../access.ts'
import type { organizationContract, UnitDetail } from '../contract.ts'
import { findFreeCode } from '../queries/find-free-code.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'
import { levelBelow } from '../rules/structure.ts'
import { insertUnit, refuseSameName } from './steps/insert-unit.ts'
import { recordChange } from './steps/record-change.ts'
import { unitFacts } from './steps/unit-rows.ts'

type Input = z.output<NonNullable<(typeof organizationContract.createUnit)['~orpc']['inputSchema']>>

/** Makes a unit below another one: a division by hand, a school, an enterprise, an agency. Its code is one that was never given. */
export async function createUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const on = input.on ?? input.establishedOn ?? context.today
  const parent = await lockUnit(context, input.parentId)
  if (parent.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  if (on > context.today || (input.establishedOn ?? '') > context.today) throw new Refusal('CHANGE_IN_FUTURE')
  const [code] = await Promise.all([findFreeCode(context, parent.code), refuseSameName(context, parent.id, { name: input.name })])
  const unit = await insertUnit(context, {
    id: newId(), parentId: parent.id, level: levelBelow(parent.level), kind: input.kind, name: input.name, divisionCode: null,
      establishedOn: input.establishedOn ?? null,
  }, { code, shortName: input.shortName, address: input.address, phone: input.phone })
  await recordChange(context, { unit, change: 'created', on, otherUnitId: parent.id, details: { name: unit.name, code: unit.code } })
  if (unit.establishedOn !== null) await recordChange(context, { unit, change: 'established', on: unit.establishedOn })
  await recordFacts(context, unitFacts(unit, on))
  return getUnit(context, { id: unit.id })
}
