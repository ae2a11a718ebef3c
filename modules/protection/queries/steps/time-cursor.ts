import { cursorOf } from '#platform/contract/paging.ts'

/** The place in a list ordered by an instant (to the millisecond) and then an id. */
export function readTimeCursor(after: string): [string, string] {
  const [at, id] = cursorOf(after, 'moment', 'id')
  return [new Date(at).toISOString(), id]
}
