import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** The record itself and those merged into it, for `= any(…)`: each keeps its own rows, together they tell of one child. */
export const recordIds = ({ actor }: Pick<Context, 'actor'>, childId: string): RawBuilder<string[]> =>
  sql<string[]>`(array[${childId}::uuid] || array(select merged.id from children.children merged
    where merged.city_id = ${actor.cityId} and merged.merged_into_id = ${childId}::uuid))`

/** That a row belongs to a child, whichever of its records keeps it. */
export const isOfChild = (context: Pick<Context, 'actor'>, childId: string): RawBuilder<boolean> =>
  sql<boolean>`child_id = any(${recordIds(context, childId)})`

/** All records of one child, whichever of them is asked for, among those the actor may see. */
export async function listRecordIds({ tx, actor }: Context, childId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select other.id from children.children own
    join children.children other on other.city_id = ${actor.cityId} and coalesce(other.merged_into_id, other.id) = coalesce(own.merged_into_id, own.id)
   where own.city_id = ${actor.cityId} and own.id = ${childId} order by other.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The records merged into one, in no order. */
export async function listMergedIds({ tx, actor }: Context, childId: string): Promise<string[]> {
  const rows = await tx.selectFrom('children.children').select('id').where('cityId', '=', actor.cityId).where('mergedIntoId', '=', childId).execute()
  return rows.map(({ id }) => id)
}

/** Lets the record that goes on be found by what the merged ones are found by. */
export async function lendTerms({ tx, actor }: Context, childId: string): Promise<void> {
  await sql`insert into children.search_terms (city_id, term, scope_code, child_id)
    select distinct own.city_id, lent.term, own.scope_code, own.id
      from children.children merged
      join children.children own on own.city_id = ${actor.cityId} and own.id = merged.merged_into_id
      join children.search_terms lent on lent.city_id = ${actor.cityId} and lent.child_id = merged.id
     where merged.city_id = ${actor.cityId} and merged.merged_into_id = ${childId}
    on conflict do nothing`.execute(tx)
}
