/** What decides whether the notes of a visit are open to somebody who may read notes. */
export type EarlierFacts = {
  recordedAt: Date
  /** From when on the unit that leads the case now writes itself; null where nothing is closed. */
  notesClosedAt: Date | null
  /** Unit that handed the child over, 18 digits; null where nothing is closed. */
  notesClosedScope: string | null
  /** Range of the reader, 18 digits each. */
  reader: { lo: string; hi: string }
}

/** Notes written before a transfer stay with whoever answers for the former unit, unless an office there let them go along. */
export const isNoteClosed = ({ recordedAt, notesClosedAt, notesClosedScope, reader }: EarlierFacts): boolean =>
  notesClosedAt !== null && recordedAt < notesClosedAt && !answersFor(reader, notesClosedScope)

/** Whether a range holds the unit that handed the child over. */
export const answersFor = (reader: { lo: string; hi: string }, scope: string | null): boolean =>
  scope !== null && reader.lo.padStart(18, '0') <= scope.padStart(18, '0') && scope.padStart(18, '0') <= reader.hi.padStart(18, '0')
