import type { UnitLoaders, UnitNode } from '#platform/ui/tree/unit-tree.ts'
import { client } from './api.ts'

type Asked = Parameters<typeof client.listReportingUnits>[0]

const ask = async (input: Asked): Promise<UnitNode[]> =>
  (await client.listReportingUnits(input)).items.map(({ id, unitCode, name, hasChildren }) => ({ id, code: unitCode, name, hasChildren }))

/** How the tree gets the units that are counted. */
export const unitLoaders: UnitLoaders = {
  children: parentId => ask(parentId === undefined ? {} : { parent: parentId }),
  search: words => ask({ q: words }),
  path: id => ask({ to: id }),
}
