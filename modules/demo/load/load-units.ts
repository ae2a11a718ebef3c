import { unitRows, type UnitSketch } from '#modules/organization/index.ts'
import type { PlannedUnit, UnitLevel } from '../rules/plan.ts'
import { addFacts } from './fact-rows.ts'
import { idOf, momentOn, type LoadFrame } from './frame.ts'

/** On which level a body stands below a unit of the plan's level. */
const levelBelow: Partial<Record<UnitLevel, UnitSketch['level']>> = { city: 'county', county: 'town', town: 'village' }

/** Units without a committee came to be on this day, as far as ids are concerned. */
const unknownDay = '2000-01-01'

/** Writes all units, the province above them too, with what they are found by, their history and what figures count. */
export function addUnits(frame: LoadFrame, province: { code: string; name: string }, planned: readonly PlannedUnit[]): void {
  const provinceId = idOf(frame, province.code, unknownDay)
  const levels = new Map(planned.map((unit) => [unit.key, unit.level]))
  const ids = new Map(planned.map((unit) => [unit.key, idOf(frame, unit.key, unit.foundedOn ?? unknownDay)]))
  const { units, terms, facts } = unitRows(frame.cityId, [
    { id: provinceId, parentId: null, level: 'province', kind: 'division', name: province.name, divisionCode: province.code, establishedOn: null },
    ...planned.map((unit) => ({
      id: ids.get(unit.key) ?? '', parentId: unit.parentKey === null ? provinceId : ids.get(unit.parentKey) ?? null, name: unit.name,
      ...placeOf(unit, levels), divisionCode: unit.divisionCode, establishedOn: unit.foundedOn,
    })),
  ])
  frame.writer.add('organization.units', ...units.map((row) => ({ ...row, updatedAt: momentOn(frame, row.establishedOn ?? unknownDay, row.id) })))
  frame.writer.add('organization.unitSearchTerms', ...terms)
  planned.forEach((unit, at) => {
    const row = units[at + 1]
    if (row === undefined) return
    const { id, code, name, shortName } = row
    frame.units.set(unit.key, { id, key: unit.key, code, scopeCode: row.scopeLo, level: unit.level, name, shortName, foundedOn: unit.foundedOn })
    addHistory(frame, unit, row.id)
  })
  addFacts(frame, facts)
}

/** Divisions stand on their own level, a body on the one below its parent. */
function placeOf({ level, parentKey }: PlannedUnit, levels: ReadonlyMap<string, UnitLevel>): Pick<UnitSketch, 'level' | 'kind'> {
  if (level === 'city' || level === 'county' || level === 'town' || level === 'village') return { level, kind: 'division' }
  return { level: levelBelow[levels.get(parentKey ?? '') ?? 'town'] ?? 'village', kind: level }
}

function addHistory(frame: LoadFrame, { key, foundedOn }: PlannedUnit, unitId: string): void {
  if (foundedOn === null) return
  const id = idOf(frame, `${key}/established`, foundedOn)
  frame.writer.add('organization.unitChanges', {
    cityId: frame.cityId, id, unitId, change: 'established', happenedOn: foundedOn, reason: null, personName: '演示数据',
    recordedAt: momentOn(frame, foundedOn, id),
  })
}
