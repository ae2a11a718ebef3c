import type { ActorRow } from '#platform/access/actor.ts'
import type { SessionToken } from './session-token.ts'

// Who acted last under a session, so that a request may begin as though nothing had changed since. Never trusted: the database resolves the session anew
// with every request, and what was begun with another answer than its own is thrown away.

/** The sessions that asked last; older ones are asked for first. */
const most = 2000

const rows = new Map<string, ActorRow>()

/** What the database said of the session the last time; undefined where nothing is known. */
export const lastActorOf = (token: SessionToken): ActorRow | undefined => rows.get(keyOf(token))

/** Notes what the database says of a session now; undefined when it stands no more. */
export function noteActor(token: SessionToken, row: ActorRow | undefined): void {
  const key = keyOf(token)
  rows.delete(key)
  if (row === undefined) return
  rows.set(key, row)
  if (rows.size <= most) return
  for (const [oldest] of rows) return void rows.delete(oldest)
}

const keyOf = ({ cityId, hash }: SessionToken): string => `${cityId}.${hash.toString('base64')}`
