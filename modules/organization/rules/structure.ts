import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import type { Unit } from '../contract.ts'

/** What the rules of the tree look at. */
export type Placed = Pick<Unit, 'id' | 'level' | 'kind' | 'parentId' | 'closedOn'> & { code: string }

/** The level of a unit made below another one; nothing below a village but bodies on the same level. */
export function levelBelow(parent: Unit['level']): Unit['level'] {
  const next: Record<Unit['level'], Unit['level']> = { province: 'city', city: 'county', county: 'town', town: 'village', village: 'village' }
  return next[parent]
}

/** Whether a unit is another one or stands below it. */
export function standsWithin(unit: { code: string }, other: { code: string }): boolean {
  return scopeLo(unit.code) >= scopeLo(other.code) && scopeHi(unit.code) <= scopeHi(other.code)
}

/** Why a unit cannot move under another one; undefined when it can. A division keeps the level it stands on. */
export function findMoveObstacle(unit: Placed, parent: Placed): 'WRONG_PARENT' | 'UNIT_CLOSED' | undefined {
  if (unit.closedOn !== null || parent.closedOn !== null) return 'UNIT_CLOSED'
  if (unit.parentId === null || parent.id === unit.parentId || standsWithin(parent, unit)) return 'WRONG_PARENT'
  if (unit.kind === 'division' && (parent.kind !== 'division' || levelBelow(parent.level) !== unit.level)) return 'WRONG_PARENT'
  return undefined
}

/** Why a unit cannot be merged into another one; undefined when it can. */
export function findMergeObstacle(unit: Placed, successor: Placed): 'WRONG_SUCCESSOR' | 'UNIT_CLOSED' | undefined {
  if (unit.closedOn !== null) return 'UNIT_CLOSED'
  const fits = unit.parentId !== null && successor.closedOn === null && successor.id !== unit.id && successor.level === unit.level
    && successor.kind === unit.kind && !standsWithin(successor, unit) && !standsWithin(unit, successor)
  return fits ? undefined : 'WRONG_SUCCESSOR'
}

/** Why a unit cannot be closed: units stand below it, or somebody would be left without a unit that answers for him. */
export function findClosingObstacle({ openUnitsBelow, children, volunteers }: { openUnitsBelow: number; children: number; volunteers: number }):
  'UNITS_BELOW' | 'PEOPLE_REMAIN' | undefined {
  if (openUnitsBelow > 0) return 'UNITS_BELOW'
  return children + volunteers > 0 ? 'PEOPLE_REMAIN' : undefined
}

/** Sentences for the obstacles a preview may show. */
export const obstacleWords: Record<string, string> = {
  WRONG_PARENT: '只能移到同一层级的另一上级单位之下，且不能移到自己之下。', UNIT_CLOSED: '单位已撤销。',
  WRONG_SUCCESSOR: '只能并入同一层级、同一类别的未撤销单位，且不能并入自己的下级。', UNITS_BELOW: '下面还有未撤销的单位，请先撤销、移动或合并它们。',
  PEOPLE_REMAIN: '还有在册的关爱对象或五老：请改用“并入其他单位”（人和权限随之转去），或逐个转出后再撤销。',
  NO_CODE_LEFT: '这一级下的代码已用完。',
}
