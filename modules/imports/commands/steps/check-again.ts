import { constraintOf, TryAgain } from '#platform/database/transaction.ts'

/**
 * For `.catch`: somebody stored what a row says after the rows were checked, and only a unique key knew. The import is tried again from the
 * beginning; its check then finds what stands there and says so at the row.
 */
export const checkAgainOn = (...constraints: string[]) => (error: unknown): never => {
  if (constraints.includes(constraintOf(error))) throw new TryAgain('stored by somebody else after the check')
  throw error
}
