import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { mustManageUnits, mustStandAbove } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { findFreeCode } from '../queries/find-free-code.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit, type LockedUnit } from '../queries/lock-unit.ts'
import { insertUnit, refuseSameName } from './steps/insert-unit.ts'
import { recordChange, refuseWrongDay } from './steps/record-change.ts'
import { relocateSubtree, type Recoding } from './steps/relocate-subtree.ts'
import { unitFacts, type UnitRow } from './steps/unit-rows.ts'

type Input = { id: string; version: number; on: LocalDate; reason: string; name: string; shortName?: string | undefined; unitIds: string[] }

/** Splits a new unit off beside an existing one and moves chosen units from below the one to below the other. */
export async function splitUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const unit = await lockUnit(context, input.id, input.version)
  mustStandAbove(context.actor, unit.id)
  if (unit.parentId === null) throw new Refusal('TOPMOST_UNIT')
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  await refuseWrongDay(context, [unit.id], input.on)
  const made = await insertBeside(context, { unit, parent: await lockUnit(context, unit.parentId), input })
  const recodings = await moveChosen(context, { unit, made, input })
  const { on, reason } = input
  await recordChange(context, { unit, change: 'split', on, reason, otherUnitId: made.id, details: { recodings } })
  await recordChange(context, { unit: made, change: 'created', on, reason, otherUnitId: unit.id, details: { code: made.code } })
  await recordFacts(context, unitFacts(made, on))
  return getUnit(context, { id: made.id })
}

async function insertBeside(context: Context, { unit, parent, input }: { unit: LockedUnit; parent: LockedUnit; input: Input }): Promise<UnitRow> {
  const [code] = await Promise.all([findFreeCode(context, parent.code), refuseSameName(context, parent.id, { name: input.name })])
  return insertUnit(context, { id: newId(), parentId: parent.id, level: unit.level, kind: unit.kind, name: input.name, divisionCode: null,
    establishedOn: null },
    { code, shortName: input.shortName })
}

async function moveChosen(context: Context, { unit, made, input }: { unit: LockedUnit; made: UnitRow; input: Input }): Promise<Recoding[]> {
  const recodings: Recoding[] = []
  const parent = await lockUnit(context, made.id)
  for (const id of input.unitIds) {
    const root = await lockUnit(context, id)
    if (root.parentId !== unit.id) throw new Refusal('NOT_BELOW')
    recodings.push(...await relocateSubtree(context, { root, parent, on: input.on }))
  }
  return recodings
}
