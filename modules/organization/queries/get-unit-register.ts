import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { KnownUnit, UnitRegister } from '../rules/exchange/known-units.ts'

/** All units of the actor's range and every code ever given in it: what a workbook of units is judged against, by two statements. */
export async function getUnitRegister(context: Context): Promise<UnitRegister> {
  const { tx, actor, today } = context
  const [units, codes] = await Promise.all([
    sql<KnownUnit>`
      with made as (
        select unit_id, min(happened_on) as due_on from organization.unit_changes where city_id = ${actor.cityId} and change = 'created' group by unit_id)
      select unit.id, unit.parent_id, unit.level, unit.kind, unit.name, unit.short_name, unit.established_on, unit.closed_on, unit.version, unit.code,
        above.code as parent_code, above.name as parent_name, above.short_name as parent_short_name, unit.address, unit.phone, unit.founding_document,
        made.due_on
        from organization.units unit
        left join organization.units above on above.city_id = ${actor.cityId} and above.id = unit.parent_id
        left join made on made.unit_id = unit.id
       where unit.city_id = ${actor.cityId} and unit.scope_lo between ${actor.scopeLo}::bigint and ${actor.scopeHi}::bigint
       order by unit.scope_lo`.execute(tx),
    sql<{ code: string }>`select code from organization.unit_codes where city_id = ${actor.cityId} and code like ${`${actor.unit.code}%`}`.execute(tx),
  ])
  return {
    units: units.rows, codes: [...units.rows, ...codes.rows].map(({ code }) => code), own: { id: actor.unit.id, level: actor.unit.level }, today,
  }
}
