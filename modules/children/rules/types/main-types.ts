import type { ChildType } from '../../contract.ts'

/** Types that only gather others: they say nothing where one of those is shown. */
const gathering = new Set<ChildType>([
  'hardship', 'own-hardship', 'family-hardship', 'safety-hardship', 'left-behind-minor', 'minor-in-hardship'])

/** Whether a type only gathers others. */
export const isGatheringType = (type: ChildType): boolean => gathering.has(type)

/** What a list shows: the exact types, or 困境儿童 or another gathering one where there is none. */
export function mainTypesOf(types: readonly ChildType[]): ChildType[] {
  const exact = types.filter((type) => !gathering.has(type))
  return exact.length > 0 ? exact : types.slice(0, 1)
}
