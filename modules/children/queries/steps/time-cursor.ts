import { decodeCursor } from '#platform/contract/paging.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'

/** Reads the cursor of a list ordered by time and id. */
export function readTimeCursor(after: string): [Date, string] {
  const key = decodeCursor(after, 2)
  const at = new Date(String(key?.[0]))
  const id = String(key?.[1])
  const holds = key !== undefined && !Number.isNaN(at.getTime()) && /^[0-9a-f-]{36}$/i.test(id)
  if (!holds) throw new InvalidInput([{ path: ['after'], message: '翻页位置不正确，请重新打开列表' }])
  return [at, id]
}
