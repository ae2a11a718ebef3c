import type { Context } from '#platform/http/context.ts'
import type { ChildRow } from '../contract.ts'
import { childRowOf, rowColumns } from './steps/child-rows.ts'

/** What other modules know of a child: the masked row and where it belongs. */
export type KnownChild = ChildRow & { unitId: string; scopeCode: string; householdId: string; hasServiceConsent: boolean }

/** One child the actor may see, masked; undefined when there is none. */
export async function findChildCard(context: Context, id: string): Promise<KnownChild | undefined> {
  return (await listChildCards(context, [id]))[0]
}

/** The visible ones among these ids, in no order. */
export async function listChildCards(context: Context, ids: readonly string[]): Promise<KnownChild[]> {
  if (ids.length === 0) return []
  const { tx, actor } = context
  const rows = await tx
    .selectFrom('children.children as child')
    .innerJoin('organization.publishedUnits as unit', (join) =>
      join.onRef('unit.cityId', '=', 'child.cityId').onRef('unit.id', '=', 'child.unitId'),
    )
    .select([...rowColumns, 'child.unitId', 'child.householdId', 'child.hasServiceConsent'])
    .where('child.cityId', '=', actor.cityId)
    .where('child.id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ ...childRowOf(row), scopeCode: row.scopeCode.padStart(18, '0') }) as KnownChild)
}
