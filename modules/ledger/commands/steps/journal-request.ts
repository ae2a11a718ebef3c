import type { LocalDate } from '#platform/values/local-date.ts'
import type { JournalKind } from '../../contract.ts'
import type { Line } from '../../rules/dimensions.ts'

/** One balanced entry that somebody wants in the books. */
export type JournalRequest = {
  /** Names the posting: sent twice it is posted once, and with another body it is refused. */
  key: string
  datedOn: LocalDate
  kind?: JournalKind
  memo: string
  lines: readonly Line[]
  /** Commitment it pays. */
  commitmentId?: string | null
  /** Journal it reverses; set by `reverseJournal` alone. */
  reversesId?: string | null
  /** Module and sort of record it comes from, e.g. charity.gift. */
  source: string
  sourceId?: string | null
}
/** A journal that stands in the books; a replay was there before. */
export type PostedJournal = { id: string; isReplay: boolean }
/** A request that is new to the books. */
export type FreshJournal = JournalRequest & { id: string; kind: JournalKind; month: number; hash: Buffer }
