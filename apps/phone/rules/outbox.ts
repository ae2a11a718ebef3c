import type { AnswerCode, LetterAnswer } from '#modules/phone/contract.ts'

/** What a letter is about. */
export type LetterKind = 'visit' | 'reads' | 'file-part'
/** A letter in the outbox. Nothing in it names a child: its content is sealed, its name lies under the PIN. */
export type OutboxLetter = {
  itemId: string
  kind: LetterKind
  /** The enrolment under which it was written: after a sign-out there may be a newer one. */
  deviceId: string
  /** The visit a file part belongs to; null for everything else. */
  visitItemId: string | null
  writtenAt: number
  state: 'unsent' | 'recorded' | 'waiting' | 'set-aside' | 'refused'
  /** What the server said of it; null before. */
  code: AnswerCode | null
  /** The office's own words; null where there are none. */
  reason: string | null
  /** The sealed content; null once the server keeps it. */
  sealed: { keyId: string; sealed: string } | null
  /** Calls in vain since it was last answered. */
  tries: number
  nextTryAt: number
}
type Answer = Pick<LetterAnswer, 'state' | 'code' | 'isKept' | 'reason'>

const mostInCall = 20
const mostCharactersInCall = 900_000
const firstPauseMs = 20_000
const longestPauseMs = 15 * 60_000

/** A letter written just now. */
export function newLetter(of: Pick<OutboxLetter, 'itemId' | 'kind' | 'deviceId' | 'visitItemId' | 'sealed'>, now: number): OutboxLetter {
  return { ...of, writtenAt: now, state: 'unsent', code: null, reason: null, tries: 0, nextTryAt: now }
}

/** What a letter becomes by the server's answer: forgotten where the server keeps it, tried again only where time may help. */
export function afterAnswer(letter: OutboxLetter, answer: Answer, now: number): OutboxLetter {
  if (answer.code === 'try-later') return { ...afterFailure(letter, now), code: 'try-later' }
  const state = answer.state === 'answered' ? 'recorded' : answer.state
  const isKept = answer.isKept || state === 'recorded'
  return { ...letter, state, code: answer.code, reason: answer.reason, tries: 0, sealed: isKept ? null : letter.sealed }
}

/** A call in vain settles nothing: the letter stays as it is and waits longer each time. */
export function afterFailure(letter: OutboxLetter, now: number): OutboxLetter {
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** letter.tries)
  return { ...letter, tries: letter.tries + 1, nextTryAt: now + pauseMs }
}

/** Signal has come back: everything unsent may go now. */
export const afterSignal = (letter: OutboxLetter, now: number): OutboxLetter => (letter.state === 'unsent' ? { ...letter, nextTryAt: now } : letter)

/** Somebody asked for it: what was refused and lies here alone is tried once more, too. */
export const afterAsking = (letter: OutboxLetter, now: number): OutboxLetter =>
  (isOnlyHere(letter) ? { ...letter, state: 'unsent', tries: 0, nextTryAt: now } : letter)

/** Letters to send now, in calls the server takes: visits before what was read, a part of a file alone. */
export function callsToMake(letters: readonly OutboxLetter[], now: number): OutboxLetter[][] {
  const due = letters.filter(letter => isUnsent(letter) && letter.nextTryAt <= now).toSorted(inOrder)
  const calls: OutboxLetter[][] = []
  let room = 0
  for (const letter of due) {
    const length = letter.sealed?.sealed.length ?? 0
    const last = calls.at(-1)
    if (letter.kind === 'file-part' || last === undefined || last.length >= mostInCall || length > room) {
      calls.push([letter])
      room = letter.kind === 'file-part' ? 0 : mostCharactersInCall - length
    } else {
      last.push(letter)
      room -= length
    }
  }
  return calls
}

/** Not yet with the server, and going there by itself. */
export const isUnsent = (letter: OutboxLetter): boolean => letter.state === 'unsent' && letter.sealed !== null

/** Still in the phone alone. Survives a wipe: the rest was answered and says nothing without the PIN. */
export const isOnlyHere = (letter: OutboxLetter): boolean => letter.sealed !== null

/** What the head of the page counts: visits with their photographs, each once. */
export function countUnsent(letters: readonly OutboxLetter[]): number {
  return new Set(letters.filter(isUnsent).filter(({ kind }) => kind !== 'reads').map(({ itemId, visitItemId }) => visitItemId ?? itemId)).size
}

/** What one should look at: the answer was not simply yes. */
export const needsLook = (letter: OutboxLetter): boolean =>
  letter.kind === 'visit' && letter.state !== 'unsent' && (letter.state !== 'recorded' || letter.code === 'recorded-by-office')

/** May leave the list: settled for good and, if it is a visit, not of today. */
export const isForgettable = (letter: OutboxLetter, startOfDay: number): boolean =>
  letter.sealed === null && (letter.kind === 'visit' ? letter.state === 'recorded' && letter.writtenAt < startOfDay : letter.state !== 'waiting')

const rank: Record<LetterKind, number> = { visit: 0, reads: 1, 'file-part': 2 }
const inOrder = (one: OutboxLetter, other: OutboxLetter): number => rank[one.kind] - rank[other.kind] || one.writtenAt - other.writtenAt
