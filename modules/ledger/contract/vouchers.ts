import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import {
  changed, costClasses, day, fen, journalKinds, month, named, ofBook, ofPeriod, postingRefusals, reason, redYuan, restrictions, sides, version,
} from './fields.ts'

/** Where a voucher stands: 草稿, 已制单, 已审核, 已记账, 已丢弃. */
export const voucherStatuses = ['draft', 'submitted', 'reviewed', 'posted', 'discarded'] as const
/** Where a voucher stands. */
export type VoucherStatus = (typeof voucherStatuses)[number]

/** Most lines of one voucher. */
export const mostLines = 200
/** Largest paper: a page photographed with a telephone fits many times. */
const largestPaperBytes = 10 * 1024 * 1024

/** A voucher as lists show it. */
export const VoucherRow = z.object({
  id, bookId: id, month: z.number().int(), datedOn: day,
  /** Null until it is posted. */
  number: z.number().int().nullable(), kind: z.enum(journalKinds), status: z.enum(voucherStatuses), summary: z.string(), totalFen: fen,
  paperCount: z.number().int(), madeName: z.string(), reviewedName: z.string().nullable(), postedName: z.string().nullable(),
  /** Whether it reverses another one, and whether it was reversed itself. */
  isReversal: z.boolean(), isReversed: z.boolean(), version,
})
/** A voucher as lists show it. */
export type VoucherRow = z.infer<typeof VoucherRow>
/** A line of a voucher, with the names one reads. */
export const VoucherLine = z.object({
  seq: z.number().int(), memo: z.string(), accountId: id, accountCode: z.string(), accountName: z.string(), side: z.enum(sides),
  /** Debit positive, credit negative; red letters the other way round. */
  amountFen: fen, fundId: id.nullable(), fundName: z.string().nullable(), restriction: z.enum(restrictions), projectId: id.nullable(),
  projectLabel: z.string().nullable(), costClass: z.enum(costClasses).nullable(), flowItem: z.string().nullable(),
})
/** A line of a voucher, with the names one reads. */
export type VoucherLine = z.infer<typeof VoucherLine>
/** A paper of a voucher. */
export const Paper = z.object({ id, title: z.string(), extension: z.string() })
/** One voucher. */
export const Voucher = VoucherRow.extend({
  bookName: z.string(), unitName: z.string(), lines: z.array(VoucherLine), papers: z.array(Paper), isGathered: z.boolean(), reversesId: id.nullable(),
  reversedById: id.nullable(), commitmentId: id.nullable(), commitmentLabel: z.string().nullable(), returnReason: z.string().nullable(),
  /** What the caller may do now. */
  may: z.object({
    edit: z.boolean(), submit: z.boolean(), review: z.boolean(), post: z.boolean(), return: z.boolean(), discard: z.boolean(), reverse: z.boolean(),
    countersign: z.boolean(), attach: z.boolean(),
  }),
})
/** One voucher. */
export type Voucher = z.infer<typeof Voucher>

/** A line as it is typed. */
export const NewLine = z.object({
  memo: line(100), accountId: id, side: z.enum(sides),
  /** In yuan, at most two decimals; negative in red letters. */
  amount: redYuan, fundId: id.optional(), costClass: z.enum(costClasses).optional(),
  /** Project, or a line of its budget, out of the list of the books. */
  projectId: id.optional(),
  flowItem: z.string().trim().max(40).regex(/^[a-z0-9-]+$/, '请从列表中选择').optional(),
})
/** A line as it is typed. */
export type NewLine = z.output<typeof NewLine>
/** A voucher as it is typed; it need not balance yet. */
export const NewVoucher = z.object({
  datedOn: localDate, paperCount: z.number().int('请填整数').min(0).max(9999, '张数太多').default(0),
  /** Opening balances are entered as vouchers of their own kind, in the first month. */
  kind: z.enum(['ordinary', 'opening']).default('ordinary'), commitmentId: id.optional(),
  lines: z.array(NewLine).max(mostLines, `一张凭证最多${mostLines}行`),
})
/** A voucher as it is typed. */
export type NewVoucher = z.output<typeof NewVoucher>

/** Filters of the list, without paging. */
export const VoucherFilters = listQuery.omit({ unit: true }).extend({
  bookId: id, month: month.optional(), status: z.enum(voucherStatuses).optional(), accountId: id.optional(),
})
/** Filters of the list. */
export type VoucherFilters = z.output<typeof VoucherFilters>

const WRONG_STATUS = { status: 409, message: '这张凭证的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(voucherStatuses) }) }
const SAME_PERSON = { status: 409, message: '制单、审核、记账要由三个人分别办理，请请另一位同事办理。' }
const OPENING_MONTH = { status: 409, message: '期初余额只能记在账套启用的第一个月。' }
const { PERIOD_CLOSED, PERIOD_MISSING, BOOK_CLOSED, NOT_OF_THESE_BOOKS, REVERSAL_OF_REVERSAL, REVERSED_BEFORE } = postingRefusals
const PROJECT_ENDED = { status: 409, message: '有一行的项目已经结束，请从列表中重新选择项目。' }
const drafting = { PERIOD_CLOSED, PERIOD_MISSING, BOOK_CLOSED, NOT_OF_THESE_BOOKS, OPENING_MONTH, PROJECT_ENDED }

/** Operations on vouchers. */
export const voucherOperations = {
  listVouchers: base.route({ method: 'GET', path: '/books/{bookId}/vouchers', summary: '凭证' }).input(VoucherFilters).output(pageOf(VoucherRow)),
  listProjectNames: base.route({ method: 'GET', path: '/books/{bookId}/project-names', summary: '分录可选的项目' }).input(ofBook)
    .output(z.object({ items: z.array(z.object({ id, label: z.string() })) })),
  getVoucher: base.route({ method: 'GET', path: '/vouchers/{id}', summary: '一张凭证' }).input(named).output(Voucher),
  draftVoucher: base.route({ method: 'POST', path: '/books/{bookId}/vouchers', summary: '填制凭证', successStatus: 201 }).meta({ idempotent: true })
    .input(ofBook.extend(NewVoucher.shape)).output(named).errors(drafting),
  updateVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/update', summary: '修改凭证' }).input(changed.extend(NewVoucher.shape)).output(named)
    .errors({
      ...drafting, WRONG_STATUS, LINES_FIXED: { status: 409, message: '汇总凭证和红字冲销凭证的分录由原记录而来，不能修改；请丢弃后重新办理。' },
    }),
  submitVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/submit', summary: '提交审核' }).input(changed).output(named)
    .errors({ ...postingRefusals, WRONG_STATUS }),
  reviewVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/review', summary: '审核凭证' }).input(changed).output(named)
    .errors({ WRONG_STATUS, SAME_PERSON }),
  countersignVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/countersign', summary: '复核规则凭证' }).input(changed).output(named)
    .errors({ WRONG_STATUS, SAME_PERSON }),
  returnVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/return', summary: '退回凭证' }).input(changed.extend({ reason })).output(named)
    .errors({ WRONG_STATUS }),
  postVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/post', summary: '记账' }).input(changed).output(z.object({ id, number: z.number().int() }))
    .errors({ ...postingRefusals, WRONG_STATUS, SAME_PERSON }),
  discardVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/discard', summary: '丢弃草稿' }).input(changed).output(named).errors({ WRONG_STATUS }),
  reverseVoucher: base.route({ method: 'POST', path: '/vouchers/{id}/reverse', summary: '红字冲销', successStatus: 201 }).meta({ idempotent: true })
    .input(changed.extend({ datedOn: localDate, reason })).output(named)
    .errors({
      WRONG_STATUS, REVERSAL_OF_REVERSAL, REVERSED_BEFORE, PERIOD_CLOSED, PERIOD_MISSING,
      GATHERED: { status: 409, message: '汇总凭证由业务记录冲销，请到原来的业务里办理。' },
    }),
  gatherVoucher: base.route({ method: 'POST', path: '/books/{bookId}/gather', summary: '汇总业务分录', successStatus: 201 })
    .meta({ idempotent: true }).input(ofPeriod).output(named)
    .errors({ PERIOD_CLOSED, PERIOD_MISSING, NOTHING_TO_GATHER: { status: 409, message: '这个月的业务分录都已经有凭证，不需要汇总。' } }),
  attachPaper: base.route({ method: 'POST', path: '/vouchers/{id}/papers', summary: '上传附件' })
    .input(z.object({ id, title: line(40), file: z.file().max(largestPaperBytes, '附件不能超过10MB，请压缩后再上传') })).output(named)
    .errors({ WRONG_STATUS, TOO_MANY_PAPERS: { status: 409, message: '一张凭证最多上传50个附件，请合并成PDF再上传。' } }),
  removePaper: base.route({ method: 'POST', path: '/vouchers/{id}/papers/{paperId}/remove', summary: '移去附件' })
    .input(z.object({ id, paperId: id })).output(named).errors({ WRONG_STATUS }),
}
