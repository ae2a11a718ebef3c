// What the parts of the contract of the ledger share: words of books and vouchers, fields of an input, refusals of a posting.
import { z } from 'zod'
import { id, line } from '#platform/contract/fields.ts'

export { redYuan, yuan } from '#platform/contract/amounts.ts'

/** Kinds of body that keep books; decides which ratios hold. */
export const holderKinds = ['public-charity', 'charity', 'committee'] as const
/** Elements of accounting. */
export const accountKinds = ['asset', 'liability', 'net-asset', 'income', 'cost'] as const
/** Columns of a voucher. */
export const sides = ['debit', 'credit'] as const
/** What rules find an account by. */
export const duties = ['cash', 'bank', 'unrestricted', 'restricted'] as const
/** What a fund may be used for: anything, anything from a day on, one purpose. */
export const restrictions = ['none', 'time', 'purpose'] as const
/** Classes of cost the law asks about. */
export const costClasses = ['charity', 'administration', 'fundraising', 'other'] as const
/** Sorts of journals. */
export const journalKinds = ['ordinary', 'opening', 'release', 'carry-over', 'conversion'] as const

/** Kind of body that keeps books. */
export type HolderKind = (typeof holderKinds)[number]
/** Element of accounting. */
export type AccountKind = (typeof accountKinds)[number]
/** Column of a voucher. */
export type Side = (typeof sides)[number]
/** What rules find an account by. */
export type Duty = (typeof duties)[number]
/** What a fund may be used for. */
export type Restriction = (typeof restrictions)[number]
/** Class of cost. */
export type CostClass = (typeof costClasses)[number]
/** Sort of a journal. */
export type JournalKind = (typeof journalKinds)[number]

/** A day in an answer. */
export const day = z.string()
/** A month as 202603. */
export const month = z.coerce.number().int('请填月份，如 202603').refine((value) => isMonth(value), '请填月份，如 202603')
/** Counts changes of a record. */
export const version = z.number().int()
/** Why something is done, in one line, without anybody's name. */
export const reason = line(200)
/** Fen in an answer. */
export const fen = z.number().int()
/** One record, by its id. */
export const named = z.object({ id })
/** One record as somebody saw it: a stale save is refused. */
export const changed = z.object({ id, version })
/** A set of books, by its id. */
export const ofBook = z.object({ bookId: id })
/** A month of a set of books. */
export const ofPeriod = z.object({ bookId: id, month })

const isMonth = (value: number) => value >= 200001 && value <= 209912 && value % 100 >= 1 && value % 100 <= 12

/** Refusals of everything that becomes a journal: each says what to do. */
export const postingRefusals = {
  UNBALANCED: { status: 409, message: '借方合计与贷方合计不相等，请核对各行金额。', data: z.object({ differenceFen: fen }) },
  TOO_FEW_LINES: { status: 409, message: '一笔分录至少要有两行，请补上另一方科目。' },
  ZERO_AMOUNT: { status: 409, message: '有一行的金额是0，请填上金额或删去这一行。', data: z.object({ seq: z.number().int() }) },
  KEY_REUSED: { status: 409, message: '同一记账编号已经记过另一笔内容，请刷新页面核对后重新提交。' },
  ACCOUNT_CLOSED: { status: 409, message: '有一行用了已经停用的科目，请改用其他科目，或先重新启用它。', data: z.object({ seq: z.number().int(), code: z.string() }) },
  ACCOUNT_NOT_LEAF: { status: 409, message: '有一行用了有下级的科目，请选最末一级的明细科目。', data: z.object({ seq: z.number().int(), code: z.string() }) },
  ACCOUNT_NOT_VALID: {
    status: 409, message: '有一行的科目不在这一天适用的科目表里，请按凭证日期重新选择科目。', data: z.object({ seq: z.number().int(), code: z.string() }),
  },
  NOT_OF_THESE_BOOKS: { status: 422, message: '科目、资金或承诺不属于本市的这个账套，请重新选择。' },
  BOOK_CLOSED: { status: 409, message: '这个账套已经停用，不能再记账。' },
  PERIOD_CLOSED: { status: 409, message: '这个月已经结账；请改用未结账月份的日期，或请负责人说明原因后重开该月。', data: z.object({ month: z.number().int() }) },
  PERIOD_MISSING: { status: 409, message: '这个月还没有开账，请先在“会计期间”里开账。', data: z.object({ month: z.number().int() }) },
  FUND_NEEDED: { status: 409, message: '限定性净资产的分录要写明限定资金，请选择资金。', data: z.object({ seq: z.number().int() }) },
  FUND_CLOSED: { status: 409, message: '有一行的资金已经关闭，请改用其他资金。', data: z.object({ seq: z.number().int() }) },
  FUND_EXCEEDED: { status: 409, message: '超过这项限定资金的可用余额，请减少金额或先核对已预留的款项。', data: z.object({ fundId: id, freeFen: fen }) },
  FUND_NOT_YET: { status: 409, message: '这项资金还没有到可以使用的日期，请改用其他资金。', data: z.object({ usableFrom: day }) },
  COMMITMENT_EXCEEDED: { status: 409, message: '超过这笔承诺剩余的金额，请减少金额或另行预留。', data: z.object({ leftFen: fen }) },
  COMMITMENT_PAID: { status: 409, message: '这笔承诺已经付完，不能再付。' },
  COMMITMENT_RELEASED: { status: 409, message: '这笔承诺已经解除，请重新预留后再付。' },
  COMMITMENT_EXPIRED: { status: 409, message: '这笔承诺已经过期，请重新预留后再付。' },
  COMMITMENT_UNUSED: { status: 409, message: '这笔分录没有动用承诺所在的资金，请核对资金和费用科目。' },
  REVERSAL_OF_REVERSAL: { status: 409, message: '这一笔本身就是冲销，不能再冲销；请另记一笔正确的凭证。' },
  REVERSED_BEFORE: { status: 409, message: '这一笔已经冲销过，不能再冲销一次。' },
} as const
