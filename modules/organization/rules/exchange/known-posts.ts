import type { LocalDate } from '#platform/values/local-date.ts'
import type { HeldPeriod } from '../vacancy.ts'

/** A unit as an import of posts sees it. */
export type PostUnit = { id: string; scopeLo: string; name: string; shortName: string; establishedOn: LocalDate | null }

/** Who holds a seat now. */
export type KnownTerm = {
  id: string; personId: string; personName: string; fromOn: LocalDate; dueToEndOn: LocalDate | null; isFullTime: boolean; version: number
  /** The holder is a volunteer or an account of ours, whose name is kept there. */
  isLinked: boolean
}

/** A seat of a committee as an import compares it with a row. */
export type KnownSeat = {
  id: string; unitId: string; titleCode: string
  /** Counted from 1 among all seats the unit ever had of this title, closed ones included, so that it never comes to mean another one. */
  seat: number
  fromOn: LocalDate; closedOn: LocalDate | null; vacantSince: LocalDate | null; version: number
  term: KnownTerm | null
  /** Terms that have ended. */
  past: readonly HeldPeriod[]
}

/** Of these a person holds one in a committee; a secretary-general or member may be one of them besides. */
export const exclusiveTitles: ReadonlySet<string> = new Set(['director', 'executive-director', 'standing-deputy-director', 'deputy-director'])
