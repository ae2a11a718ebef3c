import type { Unit } from '../contract.ts'

/** Columns of a unit as it crosses the wire, and its place in the order. */
export const unitColumns = ['id', 'code', 'scopeLo', 'parentId', 'level', 'kind', 'name', 'shortName', 'divisionCode', 'establishedOn', 'closedOn', 'version'] as const

type UnitRow = Omit<Unit, 'unitCode' | 'level' | 'kind'> & { code: string; scopeLo: string; level: string; kind: string }

/** A row as it crosses the wire. */
export function unitOf(row: UnitRow): Unit {
  const { code, scopeLo: _place, ...rest } = row
  return { ...rest, unitCode: code, level: rest.level as Unit['level'], kind: rest.kind as Unit['kind'] }
}
