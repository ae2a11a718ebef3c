import type { Ids, Look } from '../scope/coverage/entry.ts'
import type { Person } from './people.ts'
import type { Stage } from './stage.ts'


/** `done`, or the code of the refusal. */
export type Outcome = string

/**
 * What an operation does in each state (`otherwise`: in all that are not named) to those whose role may do it and who reach the record;
 * `but` says who fares otherwise there.
 */
export type Row = {
  expected: Outcome | Record<string, Outcome>
  but?: Partial<Record<Person, Outcome | Record<string, Outcome>>>
  /** Input where that of the walk through the scopes does not fit. */
  input?: (ids: Ids, look: Look, stage: Stage) => Record<string, unknown> | Promise<Record<string, unknown>>
  /** Which id of the input names the record; `id` when left out. */
  pointer?: string
}

/** The states of one kind of record, how a record comes into each of them, and what each operation does there. */
export type Machine = {
  name: string
  /** The states as the contract lists them; those without a list of their own are told by days. */
  contract: readonly string[]
  states: Record<string, (stage: Stage) => Promise<string>>
  /** Whether the volunteer is paired with the child of the records. */
  isPaired?: true
  /** Who tries its operations; the people of care when left out. */
  triedBy?: readonly Person[]
  operations: Record<string, Row>
}
