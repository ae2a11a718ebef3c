import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** How many differences of a list nobody has decided yet. */
export async function countUndecided({ tx, actor }: Context, importId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from children.compared_rows row
    where row.city_id = ${actor.cityId} and row.import_id = ${importId} and row.decision is null`.execute(tx)
  return rows[0]?.count ?? 0
}
