import type { Actor } from '#platform/access/actor.ts'
import type { Tx } from '#platform/database/kysely.ts'
import type { Pool } from '#platform/database/pool.ts'
import type { Installation } from '#platform/settings/installation.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** What is known of the request itself. */
export type RequestInfo = {
  readonly id: string
  /** Address the request came from. */
  readonly address: string
  /** Browser as it names itself, shortened. */
  readonly device: string
  /** The Idempotency-Key header; null when none was sent. */
  readonly idempotencyKey: string | null
  /** Sets or, with null, clears the session cookie of the answer. */
  setSessionToken(token: string | null): void
  /** Tells the page under which grant and at which unit the request was done: a right may have ended, a unit been merged, another tab have switched. */
  noteGrant?(acting: string): void
}

/** What every command and query receives first: an open transaction, who acts, what day it is. */
export type Context = {
  readonly tx: Tx
  readonly actor: Actor
  readonly request: RequestInfo
  readonly now: Date
  /** Today in China. */
  readonly today: LocalDate
  readonly installation: Installation
}

/** Opens one short transaction, does the work in it and commits. */
export type RunStep = <T>(work: (context: Context) => Promise<T>) => Promise<T>

/**
 * What an operation that asks another program over the network receives: it notes what it asks in one step and the answer in another, and holds no
 * transaction, no lock and no connection while it waits.
 */
export type Steps = Omit<AnonymousContext, 'pool'> & { readonly run: RunStep }

/** What an operation without a session receives: it opens its own transactions through named functions. */
export type AnonymousContext = {
  readonly pool: Pool
  readonly request: RequestInfo
  readonly now: Date
  readonly today: LocalDate
  readonly installation: Installation
}
