import type { LocalDate } from '#platform/values/local-date.ts'
import type { Unit } from '../../contract.ts'

/** A unit of the importer's range as an import compares it with a row. */
export type KnownUnit = Pick<Unit, 'id' | 'parentId' | 'level' | 'kind' | 'name' | 'shortName' | 'establishedOn' | 'closedOn' | 'version'> & {
  code: string; parentCode: string | null; parentName: string | null; parentShortName: string | null
  address: string | null; phone: string | null; foundingDocument: string | null
  /** Day from which it should be built, where it was made here; null for what the official list of divisions brought. */
  dueOn: LocalDate | null
}

/** What an import of units is judged against. */
export type UnitRegister = {
  units: readonly KnownUnit[]
  /** Every code ever given in the range, also to units that moved or closed. */
  codes: readonly string[]
  /** The unit the importer acts for; only the topmost one of a city may be renamed by itself. */
  own: { id: string; level: string }
  today: LocalDate
}

/** Units by everything a workbook may call them. */
export function indexUnits(units: readonly KnownUnit[]) {
  const byText = new Map<string, KnownUnit[]>()
  for (const unit of units) {
    if (unit.closedOn !== null) continue
    for (const text of new Set([unit.name, unit.shortName])) byText.set(text, [...byText.get(text) ?? [], unit])
  }
  return { byText, byCode: new Map(units.map((unit) => [unit.code, unit])) }
}
