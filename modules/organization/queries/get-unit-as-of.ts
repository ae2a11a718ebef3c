import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustReadUnits } from '../access.ts'
import type { Step } from './list-path.ts'

type StateRow = { id: string; code: string; name: string; shortName: string; parentId: string | null; isOpen: boolean; isEstablished: boolean }

/** A unit as it was on a day: name, code and the units above it then. */
export async function getUnitAsOf(context: Context, input: { id: string; on: LocalDate }) {
  const { actor } = context
  mustReadUnits(actor)
  const unit = await findState(context, input.id, input.on)
  if (unit === undefined || !await isInRange(context, input.id)) throw new Refusal('NOT_FOUND')
  const path: Step[] = [{ id: unit.id, unitCode: unit.code, name: unit.name }]
  for (let above = unit.parentId; above !== null && path.length < 12;) {
    const state: StateRow | undefined = await findState(context, above, input.on)
    if (state === undefined) break
    path.unshift({ id: state.id, unitCode: state.code, name: state.name })
    above = state.parentId
  }
  return { id: unit.id, unitCode: unit.code, name: unit.name, shortName: unit.shortName, path, isOpen: unit.isOpen, isEstablished: unit.isEstablished }
}

/** The former state that held on the day, else the present one. */
async function findState({ tx, actor }: Context, id: string, on: LocalDate): Promise<StateRow | undefined> {
  const { rows } = await sql<StateRow>`
    select unit.id, coalesce(former.code, unit.code) as code, coalesce(former.name, unit.name) as name,
      coalesce(former.short_name, unit.short_name) as short_name,
           case when former.id is null then unit.parent_id else former.parent_id end as parent_id,
           (unit.closed_on is null or unit.closed_on > ${on}::date)
             and not exists (select 1 from organization.unit_changes made
                              where made.city_id = ${actor.cityId} and made.unit_id = unit.id and made.change = 'created'
                                and made.happened_on > ${on}::date) as is_open,
           unit.established_on is not null and unit.established_on <= ${on}::date as is_established
      from organization.units unit
      left join lateral (
        select id, code, name, short_name, parent_id from organization.unit_history
         where city_id = ${actor.cityId} and unit_id = unit.id and until_on >= ${on}::date order by until_on, recorded_at, id limit 1) former on true
     where unit.city_id = ${actor.cityId} and unit.id = ${id}`.execute(tx)
  return rows[0]
}

async function isInRange({ tx, actor }: Context, id: string): Promise<boolean> {
  const row = await tx.selectFrom('organization.units').select('id').where('cityId', '=', actor.cityId).where('id', '=', id)
    .where('scopeLo', '>=', actor.scopeLo).where('scopeLo', '<=', actor.scopeHi).executeTakeFirst()
  return row !== undefined
}
