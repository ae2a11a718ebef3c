import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Unit } from '../contract.ts'

/** A unit as commands work with it. */
export type LockedUnit = Pick<Unit, 'id' | 'level' | 'kind' | 'parentId' | 'closedOn' | 'establishedOn' | 'name' | 'shortName' | 'version'> & {
  code: string; scopeLo: string; scopeHi: string; successorId: string | null; divisionCode: string | null
  address: string | null; phone: string | null; foundingDocument: string | null
}

const columns = ['id', 'code', 'scopeLo', 'scopeHi', 'parentId', 'level', 'kind', 'name', 'shortName', 'divisionCode', 'establishedOn', 'closedOn', 'version',
  'successorId', 'address', 'phone', 'foundingDocument'] as const

/** A unit of the actor's range, locked until the end of the transaction. With `version`, a stale save is refused. */
export async function lockUnit(context: Context, id: string, version?: number): Promise<LockedUnit> {
  const { tx, actor } = context
  const row = await tx.selectFrom('organization.units').select(columns).where('cityId', '=', actor.cityId).where('id', '=', id)
    .where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const unit = { ...row, level: row.level as Unit['level'], kind: row.kind as Unit['kind'] }
  if (version !== undefined && version !== unit.version) throw new Refusal('STALE', { version: unit.version, current: currentOf(unit) })
  return unit
}

/** Locks units until the end of the transaction, always in the same order. */
export async function lockUnits({ tx, actor }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`select 1 from organization.units where city_id = ${actor.cityId} and id in
    (select value::uuid from json_array_elements_text(${JSON.stringify([...new Set(ids)])}::json) as asked (value)) order by id for update`.execute(tx)
}

/** A unit and all below it, closed ones included, locked, in the order of the tree. */
export async function lockSubtree(context: Context, root: LockedUnit): Promise<LockedUnit[]> {
  const { tx, actor } = context
  const rows = await tx.selectFrom('organization.units').select(columns).where('cityId', '=', actor.cityId)
    .where('scopeLo', '>=', root.scopeLo).where('scopeLo', '<=', root.scopeHi).orderBy('scopeLo').forUpdate().execute()
  return rows.map((row) => ({ ...row, level: row.level as Unit['level'], kind: row.kind as Unit['kind'] }))
}

function currentOf({ name, shortName, address, phone, foundingDocument, establishedOn, closedOn }: LockedUnit): Record<string, unknown> {
  return { name, shortName, address, phone, foundingDocument, establishedOn, closedOn }
}
