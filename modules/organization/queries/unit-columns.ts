import { sql, type RawBuilder } from 'kysely'
import type { Unit } from '../contract.ts'

/** Columns of a unit as it crosses the wire, and its place in the order. */
export const unitColumns = [
  'unit.id', 'unit.code', 'unit.scopeLo', 'unit.parentId', 'unit.level', 'unit.kind', 'unit.name', 'unit.shortName', 'unit.divisionCode',
    'unit.establishedOn',
  'unit.closedOn', 'unit.version',
] as const

/** Number of open units directly below; the table must be called `unit`. */
export const childCount: RawBuilder<number> = sql<number>`(select count(*)::int from organization.units below
  where below.city_id = unit.city_id and below.parent_id = unit.id and below.closed_on is null)`

type UnitRow = Omit<Unit, 'unitCode' | 'level' | 'kind'> & { code: string; scopeLo: string; level: string; kind: string }

/** A row as it crosses the wire. */
export function unitOf(row: UnitRow): Unit {
  const { id, parentId, name, shortName, divisionCode, establishedOn, closedOn, version } = row
  return {
    id, unitCode: row.code, parentId, level: row.level as Unit['level'], kind: row.kind as Unit['kind'], name, shortName, divisionCode,
      establishedOn, closedOn,
    version, childCount: row.childCount,
  }
}
