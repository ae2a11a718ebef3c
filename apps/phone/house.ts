import type { DayCase, DayComment, DayPack, PhoneVisit } from '#modules/phone/contract.ts'
import type { Situation } from '#modules/safeguarding/contract.ts'
import type { OpenLock, PinLock } from './keeping/pin-lock.ts'
import type { Store } from './keeping/store.ts'
import type { OutboxLetter } from './rules/outbox.ts'
import type { VisitInHand } from './rules/recording.ts'
import type { Keeping, WipeReason } from './rules/wiping.ts'

/** A key to which letters are sealed. */
export type SealingKey = { keyId: string; publicKey: string }
/** What the office said, as it is kept. */
export type KeptComment = Omit<DayComment, 'commentedAt'> & { commentedAt: string }
/** The day's list as it is kept: instants are texts. `receivedAt` is what the phone's own clock said when it came. */
export type KeptPack = Omit<DayPack, 'madeAt' | 'comments'> & { madeAt: string; comments: KeptComment[]; receivedAt?: number }
/** Whom to call. */
export type Office = { name: string | null; number: string }

/** What lies on the phone openly: nothing about a child, no name of a person. */
export type Device = { deviceId: string; sealingKey: SealingKey; keeping: Keeping; wrongPins: number; lastContactAt: number; lock: PinLock }
/** What a letter is about, for the eyes of its writer. */
export type LetterNote = { childName: string; visit: PhoneVisit; photos: number }
/** What lies under the PIN. */
export type Vault = {
  deviceSecret: string
  pack: KeptPack
  notes: Record<string, LetterNote>
  /** When each case was opened last: the same look is not told twice. */
  readAt: Record<string, number>
  /** When each comment was first seen on this phone: it is told once. */
  shownAt: Record<string, number>
}

/** What a fresh phone was told when it was enrolled, until a PIN closes it in. */
export type Enrolled = { deviceId: string; deviceSecret: string; sealingKey: SealingKey; keeping: Keeping }

/** What somebody has written of a report of harm. */
export type WrittenReport = { submissionKey: string; chosen: Situation[]; description: string; seen: string }
/** What is being written just now; photographs are not part of it. */
export type InHand =
  | { kind: 'check'; of: DayCase; visit: VisitInHand }
  | { kind: 'harm-report'; about: string; written: WrittenReport }

/** Where the page stands. */
export type Stage = 'loading' | 'unfit' | 'door' | 'first-password' | 'naming' | 'choosing-pin' | 'locked' | 'open'
/** Everything the screens show. */
export type PhoneState = {
  stage: Stage
  office: Office
  isOnline: boolean
  isSending: boolean
  /** The session has run out: what is written still goes, the list cannot be renewed. */
  needsSignIn: boolean
  letters: OutboxLetter[]
  device: Device | undefined
  enrolled: Enrolled | undefined
  open: { lock: OpenLock; vault: Vault } | undefined
  /** What was being written when the page was locked: the PIN opens it again. */
  inHand: InHand | undefined
  /** Password just used, while a first one must be changed. */
  oldPassword: string
  wipedBecause: WipeReason | undefined
}

/** The page's state and the store behind it: what every step receives first. */
export type House = {
  store: Store
  state: () => PhoneState
  change: (part: Partial<PhoneState>) => void
  subscribe: (tell: () => void) => () => void
  /** Does one thing after the other: what is kept under the PIN is never closed by two at once. */
  inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
}

/** Line of the government that takes every call, until an office is known. */
export const firstOffice: Office = { name: null, number: '12345' }

/** A page that has just been opened. */
export function makeHouse(store: Store): House {
  let state: PhoneState = {
    stage: 'loading', office: firstOffice, isOnline: navigator.onLine !== false, isSending: false, needsSignIn: false, letters: [], device: undefined,
    enrolled: undefined, open: undefined, inHand: undefined, oldPassword: '', wipedBecause: undefined,
  }
  const listeners = new Set<() => void>()
  let last: Promise<unknown> = Promise.resolve()
  return {
    store,
    state: () => state,
    change: part => {
      state = { ...state, ...part }
      for (const tell of listeners) tell()
    },
    subscribe: tell => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    inTurn: work => {
      const mine = last.then(work, work)
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
