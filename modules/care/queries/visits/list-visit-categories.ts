import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { VisitCategory } from '../../contract.ts'

/** Purposes and reasons that hold on a day, in the order of a choice. */
export async function listVisitCategories({ tx }: Context, on: string): Promise<VisitCategory[]> {
  const { rows } = await sql<VisitCategory>`
    select k.kind, k.code, k.name, k.english_name from care.visit_categories k
     where k.valid_from <= ${on}::date and (k.valid_until is null or k.valid_until >= ${on}::date) order by k.kind, k.sort_order, k.code`.execute(tx)
  return rows
}
