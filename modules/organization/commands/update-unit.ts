import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageUnits } from '../access.ts'
import type { UnitDetail } from '../contract.ts'
import { getUnit } from '../queries/get-unit.ts'
import { lockUnit } from '../queries/lock-unit.ts'

type Input = { id: string; version: number; address: string | null; phone: string | null; foundingDocument: string | null }

/** Corrects where the office is and how to reach it; names, places and days have commands of their own. */
export async function updateUnit(context: Context, input: Input): Promise<UnitDetail> {
  mustManageUnits(context.actor)
  const unit = await lockUnit(context, input.id, input.version)
  const { address, phone, foundingDocument } = input
  await context.tx.updateTable('organization.units')
    .set((is) => ({ address, phone, foundingDocument, version: is('version', '+', 1), updatedAt: context.now }))
    .where('cityId', '=', context.actor.cityId).where('id', '=', unit.id).execute()
  await recordAudit(context, {
    verb: 'unit.updated', subjectKind: 'unit', subjectId: unit.id, scopeCode: unit.scopeLo,
    details: { before: { address: unit.address, phone: unit.phone, foundingDocument: unit.foundingDocument }, after: { address, phone, foundingDocument } },
  })
  return getUnit(context, { id: unit.id })
}
