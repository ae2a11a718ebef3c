import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageUnits } from '../access.ts'
import { findMergeObstacle, findMoveObstacle, obstacleWords } from '../rules/structure.ts'
import { findFreeCode } from './find-free-code.ts'
import { lockUnit, type LockedUnit } from './lock-unit.ts'

type Asked = { id: string; change: 'close' | 'move' | 'merge' | 'split'; otherId?: string | undefined }
type Preview = { unitsBelow: number; openUnitsBelow: number; holders: number; newCode: string | null; obstacle: string | null }

/** What a structural change would touch and what stands in its way, before anything is done. */
export async function previewChange(context: Context, input: Asked): Promise<Preview> {
  mustManageUnits(context.actor)
  const unit = await lockUnit(context, input.id)
  const other = input.otherId === undefined ? undefined : await lockUnit(context, input.otherId)
  const [counts, obstacle] = [await countBelow(context, unit), findObstacle(unit, input.change, other)]
  const newCode = obstacle === undefined && input.change === 'move' && other !== undefined ? await tryFreeCode(context, other) : null
  const inTheWay = input.change === 'close' && counts.openUnitsBelow > 0 ? 'UNITS_BELOW' : obstacle
  return { ...counts, newCode, obstacle: inTheWay === undefined ? null : obstacleWords[inTheWay] ?? null }
}

/** Open units below a unit. */
export async function countOpenBelow(context: Context, unit: LockedUnit): Promise<number> {
  return (await countBelow(context, unit)).openUnitsBelow
}

function findObstacle(unit: LockedUnit, change: Asked['change'], other: LockedUnit | undefined): string | undefined {
  if (unit.closedOn !== null) return 'UNIT_CLOSED'
  if (other === undefined) return undefined
  if (change === 'move') return findMoveObstacle(unit, other)
  return change === 'merge' ? findMergeObstacle(unit, other) : undefined
}

async function countBelow({ tx, actor }: Context, unit: LockedUnit): Promise<Pick<Preview, 'unitsBelow' | 'openUnitsBelow' | 'holders'>> {
  const [units, held] = await Promise.all([
    sql<{ all: number; open: number }>`
      select count(*)::int as all, count(*) filter (where closed_on is null)::int as open from organization.units
       where city_id = ${actor.cityId} and scope_lo between ${unit.scopeLo} and ${unit.scopeHi} and id <> ${unit.id}`.execute(tx),
    sql<{ holders: number }>`
      select count(distinct person_id)::int as holders from organization.terms
       where city_id = ${actor.cityId} and scope_code between ${unit.scopeLo} and ${unit.scopeHi} and until_on is null`.execute(tx),
  ])
  return { unitsBelow: units.rows[0]?.all ?? 0, openUnitsBelow: units.rows[0]?.open ?? 0, holders: held.rows[0]?.holders ?? 0 }
}

async function tryFreeCode(context: Context, parent: LockedUnit): Promise<string | null> {
  try {
    return await findFreeCode(context, parent.code)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
