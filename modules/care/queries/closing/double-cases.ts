import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { DoubleCase } from '../../contract.ts'

/** All records of a child, whichever of them is asked for, for `= any(…)`. */
export const recordsOf = (cityId: number, childId: string) => sql<string[]>`(
  select array_agg(rec.id) from children.published_children own
    join children.published_children rec on rec.city_id = own.city_id
     and (rec.id = coalesce(own.merged_into_id, own.id) or rec.merged_into_id = coalesce(own.merged_into_id, own.id))
   where own.city_id = ${cityId} and own.id = ${childId})`

/** The other open case of the child of `c`, kept under another of its records; null where there is none. */
export const otherOpenColumn = sql<DoubleCase | null>`(
  select json_build_object('id', o.id, 'unitName', ou.name, 'openedOn', o.opened_on)
    from children.published_children own
    join children.published_children rec on rec.city_id = own.city_id
     and (rec.id = coalesce(own.merged_into_id, own.id) or rec.merged_into_id = coalesce(own.merged_into_id, own.id))
    join care.cases o on o.city_id = rec.city_id and o.child_id = rec.id and o.status = 'open' and o.id <> c.id
    left join organization.published_units ou on ou.city_id = o.city_id and ou.id = o.unit_id
   where own.city_id = c.city_id and own.id = c.child_id order by o.opened_on, o.id limit 1) as other_open`

/** Open cases of a child under all its records, the one opened first in front. */
export async function findOpenCases({ tx, actor }: Context, childId: string): Promise<{ id: string; scopeCode: string }[]> {
  const { rows } = await sql<{ id: string; scopeCode: string }>`
    select c.id, c.scope_code::text as scope_code from care.cases c
     where c.city_id = ${actor.cityId} and c.status = 'open' and c.child_id = any (${recordsOf(actor.cityId, childId)}::uuid[])
     order by c.opened_on, c.id`.execute(tx)
  return rows
}
