import type { LocalDate } from '#platform/values/local-date.ts'
import type { OverrideStatus, Party, SendingObstacle, Status } from '../contract.ts'

/** What rules know of a referral. */
export type ActedOn = { party: Party; isToBody: boolean; status: Status; overrideStatus: OverrideStatus | null }

/** Who answers and finishes: the receiving unit; for an outside body the sender, who enters what it said. */
export const answeringParty = (isToBody: boolean): Party => (isToBody ? 'sender' : 'receiver')

/** From which states each act leads on. */
const fromStates = {
  decide: ['draft'], send: ['draft'], revoke: ['draft', 'sent', 'accepted'], answer: ['sent'], finish: ['accepted'],
} as const satisfies Record<string, readonly Status[]>

/** An act on a referral. */
export type Act = keyof typeof fromStates

/** What stands against an act; undefined when nothing does. The wrong party is told before the wrong state. */
export function findActObstacle(act: Act, referral: ActedOn): 'WRONG_PARTY' | 'WRONG_STATUS' | undefined {
  const party = act === 'answer' || act === 'finish' ? answeringParty(referral.isToBody) : 'sender'
  if (referral.party !== party) return 'WRONG_PARTY'
  return (fromStates[act] as readonly Status[]).includes(referral.status) ? undefined : 'WRONG_STATUS'
}

/** What decides whether somebody may decide on going on without consent. */
export type DecidedOverride = {
  overrideStatus: OverrideStatus | null; authorId: string | null; decider: string; isApproved: boolean; answer: string | undefined
}

/** What stands against a decision on going on without consent: another person decides, once, and a no says why. */
export function findOverrideObstacle(
  { overrideStatus, authorId, decider, isApproved, answer }: DecidedOverride,
): 'NO_OVERRIDE' | 'OWN_OVERRIDE' | 'ANSWER_NEEDED' | undefined {
  if (overrideStatus !== 'pending') return 'NO_OVERRIDE'
  if (authorId === decider) return 'OWN_OVERRIDE'
  return isApproved || answer !== undefined ? undefined : 'ANSWER_NEEDED'
}

/** What stands against sending for want of consent; undefined when nothing does. A consent given meanwhile makes the override needless. */
export function findSendingObstacle(
  { hasConsent, overrideStatus }: { hasConsent: boolean; overrideStatus: OverrideStatus | null },
): SendingObstacle | undefined {
  if (hasConsent || overrideStatus === 'approved') return undefined
  if (overrideStatus === null) return 'CONSENT_MISSING'
  return overrideStatus === 'pending' ? 'OVERRIDE_PENDING' : 'OVERRIDE_REJECTED'
}

/** Whether the receiver may open what travelled on a day. */
export const isEnclosureOpen = (referral: { status: Status; openUntil: LocalDate | null }, today: LocalDate): boolean =>
  (referral.status === 'sent' || referral.status === 'accepted') && referral.openUntil !== null && referral.openUntil >= today

/** Sent, and the day of the answer has passed. */
export const isOverdue = (referral: { status: Status; answerDueOn: LocalDate | null }, today: LocalDate): boolean =>
  referral.status === 'sent' && referral.answerDueOn !== null && referral.answerDueOn < today

/** Days in which an answer is due, unless the city has set `referrals.answer-days`. */
export const defaultAnswerDays = 7

/** A city's own number of days where it makes sense; the default otherwise. */
export const answerDaysOf = (setting: unknown): number =>
  (typeof setting === 'number' && Number.isInteger(setting) && setting >= 1 && setting <= 60 ? setting : defaultAnswerDays)
