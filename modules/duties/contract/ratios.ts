import { z } from 'zod'
import { costClasses, reason, yuan } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { creditCode, id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { bodyKinds, day, excuses, fen, leaveConflicts, ofBook, ratioFigures, ratioNoteKinds, ratios, verdicts, version, year } from './fields.ts'

/** A body the law binds: the holder of a set of books. */
export const DutyBody = z.object({
  id, name: z.string(), unitCode: z.string(), unitName: z.string(),
  /** As it is today; null for a committee: no ratios bind it. */
  kind: z.enum(bodyKinds).nullable(),
  /** Whether somebody said so; else it follows from the books. */
  isSaid: z.boolean(), creditCode: z.string().nullable(), version,
})
/** A body the law binds. */
export type DutyBody = z.infer<typeof DutyBody>
/** What the law takes a body for, from a day on. */
export const DatedKind = z.object({
  id, kind: z.enum(bodyKinds), fromOn: day,
  /** Paper it was read from. */
  source: z.string(), recordedName: z.string(),
  /** Day on which it was withdrawn as recorded wrongly; null while it counts. */
  withdrawnOn: day.nullable(), withdrawnReason: z.string().nullable(), withdrawnName: z.string().nullable(),
})
/** What the law takes a body for, from a day on. */
export type DatedKind = z.infer<typeof DatedKind>
/** A figure of a year. */
export const YearFigure = z.object({
  figure: z.enum(ratioFigures), year: z.number().int(), fen,
  /** Typed from the audited report of a year before the books; has no postings. */
  isEntered: z.boolean(),
  /** The books hold only a part of the year. */
  isPartial: z.boolean(),
})
/** A figure of a year. */
export type YearFigure = z.infer<typeof YearFigure>
/** What the law asks. */
export const RatioRule = z.object({
  bodyKind: z.enum(bodyKinds), validFrom: day, floorFen: fen, base: z.enum(['income', 'net-assets']), spendingPercent: z.number().int(),
  administrationPercent: z.number().int(), incomePercent: z.number().int().nullable(), freeAdministrationFen: fen, source: z.string(),
  isVerified: z.boolean(),
})
/** What the law asks. */
export type RatioRule = z.infer<typeof RatioRule>
/** One ratio, judged. */
export const Judged = z.object({
  ratio: z.enum(ratios), verdict: z.enum(verdicts), excuse: z.enum(excuses).nullable(), countedFen: fen,
  /** What it is measured by; null where it is not known. */
  baseFen: fen.nullable(),
  /** Hundredths of a percent; null where the base is not known or nothing. */
  hundredths: z.number().int().nullable(), limitPercent: z.number().int(),
  /** What is missing of the least spending, or over the most cost of administration. */
  gapFen: fen,
})
/** One ratio, judged. */
export type Judged = z.infer<typeof Judged>
/** What was said about a ratio. */
export const RatioNote = z.object({
  id, ratio: z.enum(ratios), kind: z.enum(ratioNoteKinds), words: z.string(), amountFen: fen.nullable(), reportedOn: day.nullable(),
  publishedOn: day.nullable(), publishedWhere: z.string().nullable(), notedName: z.string(), notedOn: day,
})
/** What was said about a ratio. */
export type RatioNote = z.infer<typeof RatioNote>
/** A year before the books, as it was entered. */
export const EarlierYear = z.object({ year: z.number().int(), incomeFen: fen, netAssetsFen: fen, source: z.string(), recordedName: z.string(), version })
/** A year before the books. */
export type EarlierYear = z.infer<typeof EarlierYear>
/** Leave to ask the public (公开募捐资格), as it is recorded for the last day that is counted. */
export const BodyLeave = z.object({
  /** Number of the certificate; null where none is recorded that holds on that day. */
  number: z.string().nullable(),
  /** no-leave: reckoned as one that may ask the public, without leave; leave: the other way round; null where they agree. */
  conflict: z.enum(leaveConflicts).nullable(),
})
/** Leave to ask the public. */
export type BodyLeave = z.infer<typeof BodyLeave>
/** The legal ratios of a body in a year. */
export const RatioSheet = z.object({
  body: DutyBody, year: z.number().int(),
  /** Last day that is counted: today, or the end of the year. */
  untilOn: day, isRunning: z.boolean(),
  /** Null where nothing binds the body. */
  rule: RatioRule.nullable(), leave: BodyLeave, figures: z.array(YearFigure),
  /** None where nothing binds the body, and of a year before the books. */
  judged: z.array(Judged),
  /** The same at the end of the year; null when it is over. */
  forecast: z.object({ elapsedDays: z.number().int(), yearDays: z.number().int(), promisedFen: fen, judged: z.array(Judged) }).nullable(),
  /** What the body was before within the year: the last day, and how the year would be judged by it. */
  before: z.array(z.object({ untilOn: day, rule: RatioRule, judged: z.array(Judged) })),
  /** What was recorded of the kind of body, the latest first. */
  kinds: z.array(DatedKind),
  notes: z.array(RatioNote), earlierYears: z.array(EarlierYear), mayExplain: z.boolean(),
})
/** The legal ratios of a body in a year. */
export type RatioSheet = z.infer<typeof RatioSheet>
/** A posting a figure counts. */
export const RatioPosting = z.object({
  journalId: id, seq: z.number().int(), datedOn: day, memo: z.string(), accountCode: z.string(), accountName: z.string(), fundName: z.string().nullable(),
  costClass: z.enum(costClasses).nullable(), countedFen: fen,
})
/** A posting a figure counts. */
export type RatioPosting = z.infer<typeof RatioPosting>

/** What the law takes a body for, as it is recorded. */
export const NewBodyKind = z.object({
  bookId: id, kind: z.enum(bodyKinds),
  /** First day, as the certificate says. */
  fromOn: localDate,
  /** Paper it was read from, and where that lies. */
  source: line(120),
})
/** What the law takes a body for, as it is recorded. */
export type NewBodyKind = z.output<typeof NewBodyKind>
/** What is said about a ratio of a year. */
export const NewRatioNote = z.object({
  bookId: id, year, ratio: z.enum(ratios), kind: z.enum(ratioNoteKinds), words: prose(1000).refine((text) => text !== '', '请写明情况'),
  /** Only for an agreement. */
  amount: yuan.optional(),
  /** Only for a special case. */
  reportedOn: localDate.optional(), publishedOn: localDate.optional(), publishedWhere: line(100).optional(),
})
/** What is said about a ratio. */
export type NewRatioNote = z.output<typeof NewRatioNote>

const YEAR_IN_BOOKS = { status: 409, message: '这一年的全年账目都在账套里，比例按分录计算，不需要录入。' }
const NOT_BOUND = { status: 409, message: '这个账套属于关工委，不适用慈善组织的法定比例，请选择基金会的账套。' }

/** Operations on legal ratios. */
export const ratioOperations = {
  listDutyBodies: base.route({ method: 'GET', path: '/duties/bodies', summary: '承担法定义务的单位' }).input(z.object({}))
    .output(z.object({ items: z.array(DutyBody) })),
  setBody: base.route({ method: 'PUT', path: '/duties/bodies/{bookId}', summary: '设置统一社会信用代码' })
    .input(ofBook.extend({ creditCode: creditCode.optional(), version })).output(DutyBody).errors({ NOT_BOUND }),
  recordBodyKind: base.route({ method: 'POST', path: '/duties/body-kinds', summary: '登记单位性质', successStatus: 201 }).meta({ idempotent: true })
    .input(NewBodyKind).output(DatedKind)
    .errors({ NOT_BOUND, KIND_KNOWN: { status: 409, message: '这一天起的单位性质已经登记过；登记有误的，先撤回原来的再登记。' } }),
  withdrawBodyKind: base.route({ method: 'POST', path: '/duties/body-kinds/{id}/withdraw', summary: '撤回登记错的单位性质' })
    .input(z.object({ id, reason })).output(DatedKind)
    .errors({ KIND_WITHDRAWN: { status: 409, message: '这条单位性质已经撤回，请刷新页面。' } }),
  getRatios: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/ratios', summary: '法定比例' }).input(ofBook.extend({ year })).output(RatioSheet),
  listRatioPostings: base.route({ method: 'GET', path: '/duties/bodies/{bookId}/ratios/postings', summary: '比例数字的分录' })
    .input(ofBook.extend({ year, figure: z.enum(ratioFigures), after: listQuery.shape.after, limit: listQuery.shape.limit }))
    .output(pageOf(RatioPosting).extend({ figureFen: fen })),
  recordRatioNote: base.route({ method: 'POST', path: '/duties/ratio-notes', summary: '说明法定比例', successStatus: 201 }).meta({ idempotent: true })
    .input(NewRatioNote).output(RatioNote).errors({ NOT_BOUND }),
  recordEarlierYear: base.route({ method: 'PUT', path: '/duties/bodies/{bookId}/earlier-years', summary: '录入以前年度数' })
    .input(ofBook.extend({ year, income: yuan, netAssets: yuan, source: line(100), version })).output(EarlierYear).errors({ YEAR_IN_BOOKS }),
}
