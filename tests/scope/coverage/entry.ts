import type { Kind } from '../arrange/spot.ts'
import type { Role } from '../caller.ts'

/** Reads one value of a record as the owner sees it, e.g. the version a person would have on the screen. */
export type Look = (kind: Kind, id: string, column?: string) => Promise<unknown>

/** Which ids go into an input: pointer → id (for `unit`, a unit code). */
export type Ids = Record<string, string>

/** Makes a valid input around ids. */
export type MakeInput = (ids: Ids, look: Look) => Record<string, unknown> | Promise<Record<string, unknown>>

/** Keys of an answer below which something outside the range may be named, with the reason in a comment beside the entry. */
type MayName = { mayName?: readonly string[] }

/** A list: the ids on all its pages are exactly the owner's. */
export type ListEntry = MayName & {
  walk: 'list'
  roles: readonly Role[]
  /** Kind of the items; their own rule of visibility is the kind's. */
  of: Kind
  /** What is true of the items beside range and visibility. */
  where?: string
  /** Parameters that point to a record: with a foreign one the list is empty or refused. */
  filters?: Record<string, Kind>
  /** Other input the list asks for. */
  input?: Record<string, unknown>
}

/** A read of one record: the own ones answer, the foreign ones are not found. */
export type OneEntry = MayName & {
  walk: 'one'
  roles: readonly Role[]
  ids: Record<string, Kind>
  input?: MakeInput
  /** Who of these sees, as a record of this kind, that it exists, but holds nothing that opens it: is told what to ask for (403) instead of not found. */
  known?: { roles: readonly Role[]; kind: Kind }
}

/** A write: with one foreign id in turn it is refused; with own ids it goes through, so that the refusal was the id's. */
export type WriteEntry = MayName & {
  walk: 'write'
  roles: readonly Role[]
  ids: Record<string, Kind>
  input?: MakeInput
  /** Pointers that are not read when people of these roles send them: with a foreign one it goes through. */
  unread?: Partial<Record<string, readonly Role[]>>
  /** Who does it once in the end, at the own unit; the first of the usual people who has the role when left out. */
  by?: string
  /** The place where it is done in the end; the unit of who does it when left out. */
  at?: string
  /** Why it is not done in the end, and what is expected in place of success. */
  inTheEnd?: { status: number; why: string }
}

/** Answers only to parameters that are no records: everything named in the answer must be in range. */
export type RangeEntry = MayName & {
  walk: 'range'; roles: readonly Role[]; inputs: readonly Record<string, unknown>[]; why: string; filters?: Record<string, Kind>
}

/** The same for everyone who is signed in: reference data, or only about the caller. */
export type PlainEntry = MayName & { walk: 'plain'; why: string; input?: Record<string, unknown>; roles?: readonly Role[]; status?: number }

/** Called without a session. */
export type AnonymousEntry = { walk: 'anonymous'; why: string }

/** How an operation is walked. */
export type Entry = ListEntry | OneEntry | WriteEntry | RangeEntry | PlainEntry | AnonymousEntry

/** How the operations of a module are walked, by operationId. */
export type Coverage = Record<string, Entry>
