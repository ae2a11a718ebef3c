import type { Outcome } from '../../contract.ts'

/** So many visits in vain in a row are a matter for the supervisor. */
export const failuresInRow = 2

/** The visit that completes a row in vain, of visits the latest first; one row is told of once, however long it grows. */
export function findEscalation(visits: readonly { id: string; outcome: Outcome }[]): string | undefined {
  const made = visits.findIndex(({ outcome }) => outcome === 'made')
  const inVain = made < 0 ? visits : visits.slice(0, made)
  return inVain.toReversed()[failuresInRow - 1]?.id
}
