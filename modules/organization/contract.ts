import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** Levels of the tree. */
export const unitLevels = ['province', 'city', 'county', 'town', 'village'] as const
/** What a committee stands in. */
export const unitKinds = ['division', 'school', 'enterprise', 'agency', 'other'] as const

/** A unit as lists show it. */
export const Unit = z.object({
  id,
  /** The unit's own code: a prefix of the codes below it. */
  unitCode: z.string(),
  parentId: z.string().nullable(),
  level: z.enum(unitLevels),
  kind: z.enum(unitKinds),
  name: z.string(),
  /** Name of the committee as people say it. */
  shortName: z.string(),
  /** Official division code; null for schools, enterprises, agencies. */
  divisionCode: z.string().nullable(),
  /** Day the committee was founded; null while it should be built but is not (应建未建). */
  establishedOn: z.string().nullable(),
  /** Day it was closed; null while it stands. */
  closedOn: z.string().nullable(),
  version: z.number().int(),
})
/** A unit as lists show it. */
export type Unit = z.infer<typeof Unit>

/** What crosses the wire for 组织. */
export const organizationContract = {
  listUnits: base.route({ method: 'GET', path: '/units', summary: '单位列表' })
    .input(listQuery.extend({
      /** Only the units directly below this one. */
      parent: id.optional(),
    }))
    .output(pageOf(Unit)),
  getUnit: base.route({ method: 'GET', path: '/units/{id}', summary: '一个单位' }).input(z.object({ id })).output(Unit),
}
