import { decodeCursor } from '#platform/contract/paging.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'

/** The place in a list ordered by an instant (to the millisecond) and then an id; a mark that is none of ours is refused. */
export function readTimeCursor(after: string): [string, string] {
  const [at, id] = decodeCursor(after, 2) ?? []
  const instant = typeof at === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? new Date(at) : undefined
  const holds = instant !== undefined && !Number.isNaN(instant.getTime()) && typeof id === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)
  if (!holds) throw new InvalidInput([{ path: ['after'], message: '翻页位置不正确，请重新打开列表' }])
  return [instant.toISOString(), id]
}
