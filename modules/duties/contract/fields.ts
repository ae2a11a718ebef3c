// What the parts of the contract of duties share: words of the law, fields of an input.
import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { parseIdCard } from '#platform/values/id-card.ts'

/** What the law takes a body for. */
export const bodyKinds = ['public-foundation', 'public-society', 'foundation', 'society'] as const
/** The two legal ratios. */
export const ratios = ['spending', 'administration'] as const
/** What a note says about a ratio. */
export const ratioNoteKinds = ['explanation', 'special-case', 'agreement'] as const
/** Figures a ratio is reckoned from; each opens its postings. */
export const ratioFigures = [
  'income', 'gift-income', 'adjusted-income', 'charity', 'administration', 'fundraising', 'other', 'spending', 'net-assets',
] as const
/** How a ratio stands. */
export const verdicts = ['met', 'short', 'excused', 'unknown'] as const
/** Why a ratio that is not kept is no breach, or by what it is kept. */
export const excuses = ['average', 'free', 'special-case', 'agreement'] as const
/** For whom something is disclosed. */
export const audiences = ['registrar', 'public'] as const
/** Where a disclosure stands. */
export const disclosureStatuses = ['due', 'prepared', 'approved', 'published', 'void'] as const
/** What brings disclosures about, besides the turn of the year. */
export const occasionKinds = ['campaign', 'emergency', 'project', 'event', 'dealing'] as const
/** How a due day is counted. */
export const dueRules = ['fixed-day', 'days-after', 'days-before', 'months-after-end', 'every-months', 'every-days'] as const
/** Seats of a board; a supervisor has no vote. */
export const boardRoles = ['chair', 'vice-chair', 'secretary-general', 'member', 'supervisor'] as const
/** Where a meeting stands. */
export const meetingStatuses = ['open', 'closed'] as const
/** Where a resolution stands. */
export const resolutionStatuses = ['open', 'adopted', 'rejected'] as const
/** How a member votes; who is related to the party withdraws (回避). */
export const choices = ['for', 'against', 'abstained', 'withdrew'] as const
/** Sorts of related parties. */
export const partyKinds = ['person', 'enterprise'] as const
/** Why a party is related. */
export const partyGrounds = ['founder', 'major-donor', 'board', 'relative', 'controlled', 'other'] as const
/** What passes between a body and a related party. */
export const dealingKinds = ['gift', 'grant', 'joint-investment', 'entrusted-investment', 'trade', 'other'] as const

/** How the kind of a body and its recorded leave to ask the public contradict one another. */
export const leaveConflicts = ['no-leave', 'leave'] as const

/** What the law takes a body for. */
export type BodyKind = (typeof bodyKinds)[number]
/** How kind and leave contradict one another. */
export type LeaveConflict = (typeof leaveConflicts)[number]
/** One of the two legal ratios. */
export type Ratio = (typeof ratios)[number]
/** What a note says. */
export type RatioNoteKind = (typeof ratioNoteKinds)[number]
/** A figure a ratio is reckoned from. */
export type RatioFigure = (typeof ratioFigures)[number]
/** How a ratio stands. */
export type Verdict = (typeof verdicts)[number]
/** Why a ratio that is not kept is no breach. */
export type Excuse = (typeof excuses)[number]
/** Where a disclosure stands. */
export type DisclosureStatus = (typeof disclosureStatuses)[number]
/** What brings a disclosure about. */
export type OccasionKind = (typeof occasionKinds)[number]
/** How a due day is counted. */
export type DueRule = (typeof dueRules)[number]
/** A seat of a board. */
export type BoardRole = (typeof boardRoles)[number]
/** How a member votes. */
export type Choice = (typeof choices)[number]
/** Why a party is related. */
export type PartyGround = (typeof partyGrounds)[number]
/** What passes between a body and a related party. */
export type DealingKind = (typeof dealingKinds)[number]

/** A day in an answer. */
export const day = z.string()
/** Counts changes of a record. */
export const version = z.number().int()
/** Fen in an answer. */
export const fen = z.number().int()
/** One record, by its id. */
export const named = z.object({ id })
/** One record as somebody saw it: a stale save is refused. */
export const changed = z.object({ id, version })
/** A body, by its set of books. */
export const ofBook = z.object({ bookId: id })
/** A year. */
export const year = z.coerce.number().int('请填年份，如 2026').min(2000, '请填2000年以后的年份').max(2099, '请填2099年以前的年份')
/** An identity number whose check digit holds. */
export const identityNumber = z.string().trim().max(40).transform((text, context) => {
  const parsed = parseIdCard(text)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: parsed.message })
  return z.NEVER
})
/** Phone and identity number, as they are opened. */
export const Contact = z.object({ phone: z.string(), identityNumber: z.string() })
/** Phone and identity number. */
export type Contact = z.infer<typeof Contact>
