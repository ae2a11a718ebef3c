import { constraintOf } from '#platform/database/transaction.ts'

/** The state by which a database asks for the same transaction once more. */
const onceMore = '40001'

/**
 * For `.catch`: somebody stored what a row says after the rows were checked, and only a unique key knew. The import is tried again from the
 * beginning; its check then finds what stands there and says so at the row.
 */
export const checkAgainOn = (...constraints: string[]) => (error: unknown): never => {
  if (constraints.includes(constraintOf(error))) throw Object.assign(new Error('stored by somebody else after the check'), { code: onceMore })
  throw error
}
