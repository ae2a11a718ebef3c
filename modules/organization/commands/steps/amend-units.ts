import type { Context } from '#platform/http/context.ts'
import type { UnitAmendment } from '../../rules/exchange/amend-unit.ts'
import type { KnownUnit } from '../../rules/exchange/known-units.ts'
import { establishCommittee } from '../establish-committee.ts'
import { renameUnit } from '../rename-unit.ts'
import { updateUnit } from '../update-unit.ts'

/** Why the list of changes says that a unit was made or renamed. */
export const importReason = '表格导入'

/** What a unit was before a row changed it: only what the row changed. */
export type FormerUnit = { [Field in keyof UnitAmendment]: UnitAmendment[Field] | null }

/** Changes a unit as a row says, by the same commands as the page; gives its version afterwards. */
export async function amendUnit(context: Context, unit: KnownUnit, amendment: UnitAmendment): Promise<{ version: number; before: FormerUnit }> {
  const { id } = unit
  const { name, shortName, establishedOn, ...details } = amendment
  let { version } = unit
  if (name !== undefined || shortName !== undefined) {
    const names = { name: name ?? unit.name, shortName: shortName ?? unit.shortName }
    ;({ version } = await renameUnit(context, { id, version, on: context.today, reason: importReason, ...names }))
  }
  if (Object.keys(details).length > 0) {
    const { address, phone, foundingDocument } = { ...unit, ...details }
    ;({ version } = await updateUnit(context, { id, version, address, phone, foundingDocument }))
  }
  if (establishedOn !== undefined) ({ version } = await establishCommittee(context, { id, version, on: establishedOn }))
  return { version, before: Object.fromEntries(Object.keys(amendment).map((key) => [key, unit[key as keyof UnitAmendment]])) }
}
