import type { LocalDate } from '#platform/values/local-date.ts'
import type { ActStatus, NeedStatus, WishStatus } from '../contract.ts'

/** From which states each step of a need follows. */
const needSteps = {
  decide: ['raised'], withdraw: ['raised', 'approved'], offer: ['approved'], close: ['received'],
} as const satisfies Record<string, readonly NeedStatus[]>
/** From which states each step of an act of aid follows. */
const actSteps = {
  share: ['offered'], give: ['offered'], receive: ['given'], scan: ['received'], void: ['offered', 'given', 'received'],
} as const satisfies Record<string, readonly ActStatus[]>
/** From which states each step of a wish follows. */
const wishSteps = {
  write: ['draft', 'returned'], decide: ['draft'], claim: ['published'], release: ['claimed'], give: ['claimed'], thank: ['fulfilled'], close: ['fulfilled'],
  withdraw: ['draft', 'returned', 'published', 'claimed'],
} as const satisfies Record<string, readonly WishStatus[]>

/** A step of a need. */
export type NeedStep = keyof typeof needSteps
/** A step of an act of aid. */
export type ActStep = keyof typeof actSteps
/** A step of a wish. */
export type WishStep = keyof typeof wishSteps

/** Whether a step follows from where the need stands. */
export const mayFollowNeed = (step: NeedStep, status: NeedStatus): boolean => (needSteps[step] as readonly NeedStatus[]).includes(status)
/** Whether a step follows from where the act stands. */
export const mayFollowAct = (step: ActStep, status: ActStatus): boolean => (actSteps[step] as readonly ActStatus[]).includes(status)
/** Whether a step follows from where the wish stands. */
export const mayFollowWish = (step: WishStep, status: WishStatus): boolean => (wishSteps[step] as readonly WishStatus[]).includes(status)

/** States in which a need still waits for something to be given. */
export const waitingStatuses = ['raised', 'approved', 'offered'] as const satisfies readonly NeedStatus[]

/** The day by which it was wanted has passed and nothing was given. A need wanted today is not overdue. */
export const isOverdue = (need: { status: NeedStatus; wantedBy: LocalDate | null }, today: LocalDate): boolean =>
  need.wantedBy !== null && need.wantedBy < today && (waitingStatuses as readonly NeedStatus[]).includes(need.status)

/** Nobody decides on what is his own; what nobody is known to have written may be decided by everybody entitled. */
export const isOwn = (authorId: string | null, accountId: string): boolean => authorId !== null && authorId === accountId

/** Days until a claim lapses, unless the city has set `aid.claim-days`. */
export const defaultClaimDays = 30

/** A city's own number of days where it makes sense; the default otherwise. */
export const claimDaysOf = (setting: unknown): number =>
  (typeof setting === 'number' && Number.isInteger(setting) && setting >= 1 && setting <= 180 ? setting : defaultClaimDays)

/** Days before the last one on which a claim is reminded of, unless the city has set `aid.claim-notice-days`. */
export const defaultClaimNoticeDays = 5

/** Days before the last one on which a claim is reminded of: the city's when it set a number of days that can hold. */
export const claimNoticeDaysOf = (setting: unknown): number =>
  typeof setting === 'number' && Number.isInteger(setting) && setting >= 1 && setting <= 60 ? setting : defaultClaimNoticeDays

/** Wishes one donor takes on by the own account at a time. */
export const mostOwnClaims = 5
