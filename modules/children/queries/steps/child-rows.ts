import { codeOfScope } from '#platform/values/scope-code.ts'
import type { ChildRow } from '../../contract.ts'

/** Columns of a card as lists show it; `child` and `unit` are the names of the joined tables. */
export const rowColumns = [
  'child.id',
  'child.scopeCode',
  'unit.name as unitName',
  'child.maskedName',
  'child.sex',
  'child.ageBand',
  'child.derivedTypes',
  'child.civilAffairsTypes',
  'child.differs',
  'child.status',
  'child.updatedAt',
] as const

type SelectedRow = {
  id: string
  scopeCode: string
  unitName: string | null
  maskedName: string
  sex: string
  ageBand: string
  derivedTypes: string[]
  civilAffairsTypes: string[]
  differs: boolean
  status: string
  updatedAt: Date
}

/** A selected row as it crosses the wire. */
export function childRowOf({ scopeCode, unitName, ...row }: SelectedRow): ChildRow {
  return { ...row, unitCode: codeOfScope(scopeCode), unitName: unitName ?? '' } as ChildRow
}
