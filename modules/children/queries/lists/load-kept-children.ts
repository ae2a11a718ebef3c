import { sql } from 'kysely'
import type { KeyObject } from 'node:crypto'
import type { Context } from '#platform/http/context.ts'
import type { KeptChild } from '../../rules/lists/compare-listed.ts'
import { labelOf } from '../../rules/measures.ts'
import { keyOf, openGuardian, openIdentity, type SealedIdentity } from '../steps/identity.ts'

/** A registered child of the own range, opened by the program to be compared; nobody has seen it by that. */
export type OpenedChild = KeptChild & {
  id: string; version: number; unitId: string; unitName: string; scopeCode: string; label: string; key: KeyObject; identity: SealedIdentity
}

type Row = {
  id: string; version: number; unitId: string; unitName: string; scopeCode: string; maskedName: string; ageBand: string; sex: string
  types: KeptChild['types']; decidedOn: string | null; source: string | null; sealed: Buffer; wrapped: Buffer
  guardians: { id: string; sealed: string | null }[]
}

/** Registered children of the own range by id, in one statement; erased and closed ones are left out. */
export async function loadKeptChildren(context: Context, ids: readonly string[]): Promise<Map<string, OpenedChild>> {
  if (ids.length === 0) return new Map()
  const { tx, actor } = context
  const { rows } = await sql<Row>`
    select child.id, child.version, child.unit_id, unit.name as unit_name, lpad(child.scope_code::text, 18, '0') as scope_code, child.masked_name,
      child.age_band, child.sex, child.civil_affairs_types as types, child.civil_affairs_on as decided_on, child.civil_affairs_source as source,
      identity.sealed, key.wrapped,
      coalesce((select json_agg(json_build_object('id', guardian.id, 'sealed', encode(guardian.sealed, 'base64')))
        from children.guardians guardian where guardian.city_id = ${actor.cityId} and guardian.child_id = child.id), '[]') as guardians
    from children.children child
    join organization.published_units unit on unit.city_id = ${actor.cityId} and unit.id = child.unit_id
    join children.identities identity on identity.city_id = ${actor.cityId} and identity.id = child.id and identity.sealed is not null
    join children.person_keys key on key.city_id = ${actor.cityId} and key.id = child.id and key.wrapped is not null
    where child.city_id = ${actor.cityId} and child.status = 'registered' and child.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, openRow(context, row)]))
}

function openRow({ actor, installation }: Context, { sealed, wrapped, guardians, maskedName, ageBand, ...card }: Row): OpenedChild {
  const place = { cityId: actor.cityId, childId: card.id }
  const key = keyOf(installation.masterKeys, wrapped, place)
  const identity = openIdentity(key, place, sealed)
  return {
    ...card, key, identity, label: labelOf({ maskedName, ageBand }), name: identity.name, paperNumber: identity.paperNumber, address: identity.address,
    school: identity.school,
    guardians: guardians.flatMap(({ id, sealed: bytes }) => (bytes === null ? [] : [openGuardian(key, place, id, Buffer.from(bytes, 'base64'))])),
  }
}
