// What the parts of the contract of projects share: words of awards and batches, fields of an input.
import { z } from 'zod'
import { id, line, prose } from '#platform/contract/fields.ts'
import { cleanText } from '#platform/values/text.ts'

export { yuan } from '#platform/contract/amounts.ts'

/** Where an award stands. */
export const awardStatuses = ['applied', 'listed', 'approved', 'paid', 'received', 'failed', 'declined', 'withdrawn'] as const
/** Where a batch stands. */
export const batchStatuses = ['draft', 'submitted', 'approved', 'settled', 'discarded'] as const
/** Where a project stands. */
export const projectStatuses = ['draft', 'submitted', 'running', 'accepted', 'closed', 'declined', 'discarded'] as const
/** What becomes of money that a project leaves. */
export const surplusRules = ['return', 'carry'] as const
/** How an applicant stands to a payee. */
export const relations = ['none', 'relative', 'colleague', 'other'] as const
/** What can be wrong with an account number by its form. */
export const accountProblems = ['missing', 'length', 'check'] as const
/** Why a bank did not carry out a transfer. */
export const refusalKinds = ['account', 'name', 'closed', 'other'] as const
/** What became of a row of a batch; returned: paid, and sent back days later. */
export const outcomes = ['paid', 'failed', 'returned'] as const
/** Findings that keep an award out of a batch. */
export const stops = ['over-most', 'over-year', 'needs-child', 'account-missing', 'account-length', 'account-check'] as const
/** Findings that want an answer. */
export const looks = ['same-child', 'other-payer', 'same-account', 'near-applicant', 'staff-name', 'related-party'] as const

/** Where a project stands. */
export type ProjectStatus = (typeof projectStatuses)[number]
/** What becomes of a surplus. */
export type SurplusRule = (typeof surplusRules)[number]
/** Where an award stands. */
export type AwardStatus = (typeof awardStatuses)[number]
/** Where a batch stands. */
export type BatchStatus = (typeof batchStatuses)[number]
/** How an applicant stands to a payee. */
export type Relation = (typeof relations)[number]
/** What is wrong with an account number by its form. */
export type AccountProblem = (typeof accountProblems)[number]
/** Why a bank did not carry out a transfer. */
export type RefusalKind = (typeof refusalKinds)[number]
/** What became of a row. */
export type Outcome = (typeof outcomes)[number]
/** What the checks of an award found. */
export type FindingCode = (typeof stops)[number] | (typeof looks)[number]

/** What the checks of an award found. */
export const findingCode = z.enum([...stops, ...looks])
/** A day in an answer. */
export const day = z.string()
/** Counts changes of a record. */
export const version = z.number().int()
/** Why something is done, in one line, without anybody's name. */
export const reason = line(200)
/** A longer text that is sealed. */
export const words = (max: number) => prose(max)
/** Fen in an answer. */
export const fen = z.number().int()
/** One record, by its id. */
export const named = z.object({ id })
/** One record as somebody saw it: a stale save is refused. */
export const changed = z.object({ id, version })
/** A kind of the dated list. */
export const kindCode = z.string().trim().min(1).max(40).regex(/^[a-z][a-z-]*$/, '请从列表中选择')

/** An account number as it is copied from paper: digits, with spaces or hyphens between them; only digits from there on. */
export const accountNumber = z.string().trim().max(60).transform(cleanText)
  .refine((text) => /^(?:\d+(?:[\s-]+\d+)*)?$/.test(text), '账号只能是数字').transform((text) => text.replaceAll(/[\s-]/g, ''))

/** Into whose account an award is paid. */
export const Payee = z.object({
  name: line(60), account: accountNumber.default(''),
  /** Bank and branch. */
  bank: z.union([z.literal(''), line(80)]).default(''),
})
/** Into whose account an award is paid. */
export type Payee = z.output<typeof Payee>
