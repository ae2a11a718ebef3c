import { placeName } from '#database/divisions/committee-names.ts'
import type { ImportKind, ImportPreview, ImportRow, MadeRecord, RowProblem } from '#modules/imports/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { amendUnit, importReason } from '../commands/steps/amend-units.ts'
import { insertUnits } from '../commands/steps/insert-units.ts'
import { withdrawUnits } from '../commands/steps/withdraw-units.ts'
import { getUnitRegister } from '../queries/get-unit-register.ts'
import { lockUnits } from '../queries/lock-unit.ts'
import { planUnits, type PlaceOf, type UnitPlan, type UnitRowToPlan, type UnreadRow } from '../rules/exchange/plan-units.ts'
import { unitColumns } from '../rules/exchange/unit-columns.ts'
import { readUnitRow, unitTextsOf } from '../rules/exchange/unit-row.ts'

/** Units as a workbook: new ones below those that stand, and corrections of units named by their code. */
export const unitImport: ImportKind = {
  code: 'units', title: '单位', columns: unitColumns, permission: 'unit.manage',
  checkRows: async (context, rows) => (await planRows(context, rows)).problems,
  previewRows, commitRows, undoRows: withdrawUnits,
}

async function previewRows(context: Context, rows: readonly ImportRow[]): Promise<ImportPreview> {
  const { plans } = await planRows(context, rows)
  const count = (does: UnitPlan['does']) => plans.filter((plan) => plan.does === does).length
  return { created: count('create'), changed: count('change') }
}

/** Planned once to know which units to lock and once more behind the locks, so that two imports never take one code or name. */
async function commitRows(context: Context, rows: readonly ImportRow[]): Promise<MadeRecord[]> {
  const first = await planRows(context, rows)
  await lockUnits(context, first.plans.flatMap((plan) => (plan.does === 'create' ? [plan.unit.parentId] : plan.does === 'change' ? [plan.unit.id] : [])))
  const { plans } = await planRows(context, rows)
  const made: MadeRecord[] = []
  await insertUnits(context, plans.flatMap((plan) => (plan.does === 'create' ? [plan.unit] : [])), importReason)
  for (const plan of plans) {
    if (plan.does === 'create') made.push({ rowNumber: plan.rowNumber, recordId: plan.unit.id, version: 1 })
    if (plan.does !== 'change') continue
    const { version, before } = await amendUnit(context, plan.unit, plan.amendment)
    made.push({ rowNumber: plan.rowNumber, recordId: plan.unit.id, version, before })
  }
  return made
}

const placeOf: PlaceOf = ({ level, kind, name }) => placeName(kind === 'division' ? level : 'school', name)

async function planRows(context: Context, rows: readonly ImportRow[]): Promise<{ plans: UnitPlan[]; problems: RowProblem[] }> {
  const toPlan: UnitRowToPlan[] = []
  const unread: UnreadRow[] = []
  const problems: RowProblem[] = []
  for (const { rowNumber, values } of rows) {
    const result = readUnitRow(values, context.today)
    if ('read' in result && result.read.name !== '') toPlan.push({ rowNumber, id: newId(), read: result.read })
    else unread.push({ rowNumber, ...unitTextsOf(values) })
    if ('problems' in result) problems.push(...result.problems.map((problem) => ({ rowNumber, ...problem })))
  }
  const planned = planUnits(toPlan, unread, await getUnitRegister(context), placeOf)
  return { plans: planned.plans, problems: [...problems, ...planned.problems] }
}
