import type { Context } from '#platform/http/context.ts'
import { mustTransferChildren } from '../access.ts'

/** Enough to choose from; more letters narrow it down. */
const most = 20

/** Open units of the whole city by name: a child may go beyond one's own range. What a unit is called is no secret. */
export async function listTransferUnits(
  context: Context, { q }: { q: string },
): Promise<{ items: { id: string; name: string; above: string | null }[] }> {
  mustTransferChildren(context.actor)
  const { tx, actor } = context
  const rows = await tx.selectFrom('organization.publishedUnits as unit')
    .leftJoin('organization.publishedUnits as above', (join) => join.onRef('above.cityId', '=', 'unit.cityId').onRef('above.id', '=', 'unit.parentId'))
    .select(['unit.id', 'unit.name', 'above.name as above']).where('unit.cityId', '=', actor.cityId).where('unit.closedOn', 'is', null)
    .where((is) => is(is.fn('strpos', ['unit.name', is.val(q)]), '>', 0)).orderBy('unit.scopeLo').limit(most).execute()
  return { items: rows.map(({ id, name, above }) => ({ id: id ?? '', name: name ?? '', above })) }
}
