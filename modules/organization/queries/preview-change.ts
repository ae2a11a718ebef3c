import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageUnits } from '../access.ts'
import { findClosingObstacle, findMergeObstacle, findMoveObstacle, obstacleWords } from '../rules/structure.ts'
import { findFreeCode } from './find-free-code.ts'
import { lockUnit, type LockedUnit } from './lock-unit.ts'

type Asked = { id: string; change: 'close' | 'move' | 'merge' | 'split'; otherId?: string | undefined }
type Counts = { unitsBelow: number; openUnitsBelow: number; holders: number; children: number; volunteers: number }
type Preview = Counts & { newCode: string | null; obstacle: string | null }

/** What a structural change would touch and what stands in its way, before anything is done. */
export async function previewChange(context: Context, input: Asked): Promise<Preview> {
  mustManageUnits(context.actor)
  const unit = await lockUnit(context, input.id)
  const other = input.otherId === undefined ? undefined : await lockUnit(context, input.otherId)
  const [counts, obstacle] = [await countBelow(context, unit), findObstacle(unit, input.change, other)]
  const newCode = obstacle === undefined && input.change === 'move' && other !== undefined ? await tryFreeCode(context, other) : null
  const inTheWay = obstacle ?? (input.change === 'close' ? findClosingObstacle(counts) : undefined)
  return { ...counts, newCode, obstacle: inTheWay === undefined ? null : obstacleWords[inTheWay] ?? null }
}

function findObstacle(unit: LockedUnit, change: Asked['change'], other: LockedUnit | undefined): string | undefined {
  if (unit.closedOn !== null) return 'UNIT_CLOSED'
  if (other === undefined) return undefined
  if (change === 'move') return findMoveObstacle(unit, other)
  return change === 'merge' ? findMergeObstacle(unit, other) : undefined
}

/** What stands in a unit and below it. */
export async function countBelow({ tx, actor }: Context, unit: LockedUnit): Promise<Counts> {
  const [units, held, people] = await Promise.all([
    sql<{ all: number; open: number }>`
      select count(*)::int as all, count(*) filter (where closed_on is null)::int as open from organization.units
       where city_id = ${actor.cityId} and scope_lo between ${unit.scopeLo} and ${unit.scopeHi} and id <> ${unit.id}`.execute(tx),
    sql<{ holders: number }>`
      select count(distinct person_id)::int as holders from organization.terms
       where city_id = ${actor.cityId} and scope_code between ${unit.scopeLo} and ${unit.scopeHi} and until_on is null`.execute(tx),
    sql<{ children: number; volunteers: number }>`
      select (select count(*) from children.published_children c
               where c.city_id = ${actor.cityId} and c.scope_code between ${unit.scopeLo} and ${unit.scopeHi} and c.status = 'registered')::int as children,
             (select count(*) from volunteers.published_volunteers v
               where v.city_id = ${actor.cityId} and v.scope_code between ${unit.scopeLo} and ${unit.scopeHi}
                 and v.status in ('active', 'resting'))::int as volunteers`.execute(tx),
  ])
  const { children, volunteers } = people.rows[0] ?? { children: 0, volunteers: 0 }
  return { unitsBelow: units.rows[0]?.all ?? 0, openUnitsBelow: units.rows[0]?.open ?? 0, holders: held.rows[0]?.holders ?? 0, children, volunteers }
}

async function tryFreeCode(context: Context, parent: LockedUnit): Promise<string | null> {
  try {
    return await findFreeCode(context, parent.code)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
