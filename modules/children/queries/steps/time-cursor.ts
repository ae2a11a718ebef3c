import { cursorOf } from '#platform/contract/paging.ts'

/** Reads the cursor of a list ordered by time and id. */
export function readTimeCursor(after: string): [Date, string] {
  const [at, id] = cursorOf(after, 'moment', 'id')
  return [new Date(at), id]
}
