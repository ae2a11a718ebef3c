import { openImport, type KnownImport } from '#modules/imports/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { civilAffairsTypes } from '../../contract.ts'
import { listColumns } from '../../rules/lists/list-columns.ts'

/** The lists of civil affairs that can be brought in, and what each is about where it does not say. */
export const listKinds = {
  'civil-left-behind': { title: '民政留守儿童名单', usualType: 'left-behind' },
  'civil-hardship': { title: '民政困境儿童名单', usualType: 'hardship' },
} as const satisfies Record<string, { title: string; usualType: (typeof civilAffairsTypes)[number] }>

/** One of these lists. */
export type ListKind = keyof typeof listKinds

/** How imports know these lists: whoever may register children may bring one in. */
export const listForms = (Object.keys(listKinds) as ListKind[]).map((code) => (
  { code, title: listKinds[code].title, columns: listColumns, permission: 'child.register' }))

/** An imported list; NOT_FOUND outside the range. */
export async function openList(context: Context, importId: string): Promise<Omit<KnownImport, 'kind'> & { kind: ListKind }> {
  const { kind, ...known } = await openImport(context, importId, listForms)
  return { ...known, kind: kind as ListKind }
}
