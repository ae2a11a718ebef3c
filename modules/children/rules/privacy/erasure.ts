import { formatChinese, type LocalDate } from '#platform/values/local-date.ts'

/** How far a request of the child or a guardian has come, as the protection of data publishes it. */
export type KnownRequest = { kind: string; status: string; result: string | null }

/** Why a closed file may not be erased yet: somebody waits for an answer, it is locked, or nobody has counted yet until when. */
export type ErasureObstacle = 'CHILD_REQUEST_WAITING' | 'CHILD_KEPT' | 'CHILD_KEEPING_UNKNOWN'

/**
 * What stands between a closed file and its erasure. With the key the answer and the copy would be lost too, so nobody may wait for one; before the last day
 * of keeping a deletion that was asked for and granted is the only ground, and of that the answer may be handed over afterwards.
 */
export function findErasureObstacle(
  { keepUntil, requests }: { keepUntil: LocalDate | null; requests: readonly KnownRequest[] }, today: LocalDate,
): ErasureObstacle | undefined {
  if (requests.some(({ kind, status }) => status === 'open' || (status === 'decided' && kind !== 'delete'))) return 'CHILD_REQUEST_WAITING'
  if (requests.some(({ kind, result }) => kind === 'delete' && result === 'granted')) return undefined
  if (keepUntil === null) return 'CHILD_KEEPING_UNKNOWN'
  return keepUntil < today ? undefined : 'CHILD_KEPT'
}

/** Until when a file is locked and what to do when somebody asks for its deletion earlier. */
export const keptSentence = (keepUntil: LocalDate): string =>
  `这份档案锁定保存到${formatChinese(keepUntil)}，期满后才能删除。孩子或监护人要求提前删除的，请登记“删除”的权利请求，由登记人以外的未成年人信息负责人同意后再删除。`
