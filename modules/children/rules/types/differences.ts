import { civilAffairsTypes, type ChildType } from '../../contract.ts'

type Recognisable = (typeof civilAffairsTypes)[number]

// 困境儿童 covers the others: it is compared only where civil affairs names nothing more exact.
const comparable = civilAffairsTypes.filter((type) => type !== 'hardship')

/** Where 平台推算 and 民政认定 part: `missing` is derived but not recognised, `extra` recognised but not derived. */
export function findDifferences(
  derived: readonly ChildType[],
  recognised: readonly ChildType[],
): { missing: Recognisable[]; extra: Recognisable[] } {
  const missing = comparable.filter((type) => derived.includes(type) && !recognised.includes(type) && !recognised.includes('hardship'))
  const extra: Recognisable[] = comparable.filter((type) => recognised.includes(type) && !derived.includes(type))
  return { missing, extra: recognised.includes('hardship') && !derived.includes('hardship') ? [...extra, 'hardship'] : extra }
}

/** Whether the two part anywhere. */
export function hasDifference(derived: readonly ChildType[], recognised: readonly ChildType[]): boolean {
  const { missing, extra } = findDifferences(derived, recognised)
  return missing.length > 0 || extra.length > 0
}
