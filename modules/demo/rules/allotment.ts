import type { Random } from './random.ts'

/** Gives whole numbers that follow the weights one after another and end exactly at the total. */
export function allot(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let [passed, given] = [0, 0]
  return weights.map((weight, index) => {
    passed += weight
    const upTo = index === weights.length - 1 ? total : Math.round((total * passed) / (sum || 1))
    const share = upTo - given
    given = upTo
    return share
  })
}

/** How much of the work falls to a village: none in every seventh, a little in most, much in a few. */
export function villageWeight(random: Random): number {
  if (random.chance(0.14)) return 0
  const spread = random.next()
  return 0.3 + spread * spread * 2.7
}
