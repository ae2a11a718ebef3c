import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustRegisterChildren } from '../../access.ts'
import { comparedKinds, type ComparisonState } from '../../contract.ts'
import { openList } from './list-kinds.ts'

/** How many differences a list has of each kind, and how many still wait. */
export async function getComparison(context: Context, { importId }: { importId: string }): Promise<ComparisonState> {
  mustRegisterChildren(context.actor)
  const { kind, fileName, state } = await openList(context, importId)
  const { tx, actor } = context
  const { rows } = await sql<ComparisonState['counts'][number]>`
    select row.kind, count(*)::int as total, count(*) filter (where row.decision is null)::int as undecided
      from children.compared_rows row where row.city_id = ${actor.cityId} and row.import_id = ${importId} group by row.kind`.execute(tx)
  const counts = comparedKinds.map((each) => rows.find((row) => row.kind === each) ?? { kind: each, total: 0, undecided: 0 })
  return { importId, kind, fileName, state, counts }
}
