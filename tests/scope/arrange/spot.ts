import type pg from 'pg'
import type { Caller } from '../caller.ts'

/** Kinds of record the walk arranges and attacks. */
export type Kind = string

/** Where and by whom a record is arranged. */
export type Spot = {
  cityId: number
  unit: { id: string; code: string }
  /** A surname that only people of this unit have: seen elsewhere, it is a leak. */
  mark: string
  owner: pg.Pool
  /** A number nobody had before. */
  serial(): number
  /** Does something as the office of the city and gives the answer; fails when it is refused. */
  ask(method: 'POST' | 'PUT' | 'PATCH', path: string, body: Record<string, unknown>): Promise<Record<string, unknown>>
  /** The same as the office of a unit; as the one of the city where the unit has none. */
  askAs(unitCode: string, method: 'POST', path: string, body: Record<string, unknown>): Promise<Record<string, unknown>>
  /** The record of a kind at this spot, arranged when first asked for. */
  need(kind: Kind): Promise<string>
}

/** How a kind of record comes to be, and where it lies. */
export type Recipe = {
  table: string
  /** Column by which the record is named; `id` when left out. */
  idColumn?: string
  /** Column that is compared with the caller's range. */
  scopeColumn?: string
  /** What is true beside the range of the rows a caller may see. */
  seenBy?: (caller: Caller) => string
  arrange(spot: Spot): Promise<string>
}

/** Reads the id out of an answer. */
export const idOf = (answer: Record<string, unknown>, name = 'id'): string => String(answer[name])
