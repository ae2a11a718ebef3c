import { Refusal } from '#platform/contract/refusal.ts'
import { constraintOf } from '#platform/database/transaction.ts'

/** Somebody else stored the same identity number in the same moment; the index knows before we do. */
export function refuseSameIdNumber(error: unknown): never {
  if (constraintOf(error) === 'volunteers_id_hash_key') throw new Refusal('SAME_ID_NUMBER', { twins: [] })
  throw error
}
