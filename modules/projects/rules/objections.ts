// Numbers by which whoever objected asks for the outcome, and what may not stand in an objection.

const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 10

/** A number out of chance, in two fives that are read aloud without mistaking one sign for another. */
export function makeObjectionNumber(chance: Uint8Array): string {
  const drawn = [...chance.subarray(0, length)].map((byte) => signs[byte % signs.length]).join('')
  return `${drawn.slice(0, length / 2)}-${drawn.slice(length / 2)}`
}

/** Reads a number as somebody types it; undefined when it is none. */
export function readObjectionNumber(text: string): string | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replaceAll(/[\s‐–—−-]/g, '')
  return new RegExp(`^[${signs}]{${length}}$`).test(plain) ? `${plain.slice(0, length / 2)}-${plain.slice(length / 2)}` : undefined
}

/** Whether a text holds an identity number, also with signs in between: nobody needs one to object. */
export const holdsIdentityNumber = (text: string): boolean => /(?<!\d)(?:\d{17}[\dX]|\d{15})(?!\d)/i.test(text.normalize('NFKC').replaceAll(/[\s.·-]/g, ''))

/** What became of an objection, as whoever has its number is told. */
export type ObjectionState = 'open' | 'upheld' | 'rejected' | 'list-returned'

/** An answer stands; without one the list may have been given back meanwhile, and nothing is paid by it. */
export function objectionState({ outcome, isReturned }: { outcome: 'upheld' | 'rejected' | null; isReturned: boolean }): ObjectionState {
  if (outcome !== null) return outcome
  return isReturned ? 'list-returned' : 'open'
}
