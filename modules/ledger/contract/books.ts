import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, unitCode } from '#platform/contract/fields.ts'
import {
  accountKinds, changed, costClasses, day, duties, fen, holderKinds, month, named, ofBook, postingRefusals, reason, restrictions, sides, version, yuan,
} from './fields.ts'

/** A set of books as lists show it. */
export const BookRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), name: z.string(), holderKind: z.enum(holderKinds), startsMonth: z.number().int(),
  /** Full name of the body, as the public reads it; null where the books bear it. */
  holderName: z.string().nullable(),
  status: z.enum(['open', 'closed']),
  /** First month that is still open; null when none is. */
  openMonth: z.number().int().nullable(),
  /** Vouchers that wait: for review, for posting. */
  toReview: z.number().int(), toPost: z.number().int(),
})
/** A set of books as lists show it. */
export type BookRow = z.infer<typeof BookRow>
/** One set of books. */
export const Book = BookRow.extend({
  charts: z.array(z.object({ id, name: z.string(), validFrom: day, status: z.enum(['draft', 'valid']), source: z.string() })), version,
  /** What the caller may do now. */
  may: z.object({
    manage: z.boolean(), grant: z.boolean(), make: z.boolean(), review: z.boolean(), post: z.boolean(), close: z.boolean(), reopen: z.boolean(),
    reserve: z.boolean(), attach: z.boolean(),
  }),
})
/** One set of books. */
export type Book = z.infer<typeof Book>

/** A published chart of accounts. */
export const Standard = z.object({ code: z.string(), name: z.string(), validFrom: day, source: z.string() })

/** A ledger account. */
export const Account = z.object({
  id, chartId: id, parentId: id.nullable(), code: z.string(), name: z.string(), initials: z.string(), kind: z.enum(accountKinds), side: z.enum(sides),
  duty: z.enum(duties).nullable(), costClass: z.enum(costClasses).nullable(), isLeaf: z.boolean(),
  /** Null while it is open. */
  closedOn: day.nullable(),
  /** Account of the next chart; null while none is named. */
  successorId: id.nullable(),
  /** Number under which statements know it; null where it is its own. */
  formCode: z.string().nullable(), version,
})
/** A ledger account. */
export type Account = z.infer<typeof Account>
const accountCode = z.string().trim().regex(/^\d{4,14}$/, '科目编号是4到14位数字')

/** A fund with what it holds. */
export const Fund = z.object({
  id, code: z.string(), name: z.string(), restriction: z.enum(restrictions),
  /** Null unless restricted by purpose. */
  purpose: z.string().nullable(),
  /** Null unless restricted by time. */
  usableFrom: day.nullable(), status: z.enum(['open', 'closed']),
  /** Net assets of the fund, and the part held by commitments; null for an unrestricted fund, which has no running balance. */
  balanceFen: fen.nullable(), reservedFen: fen.nullable(), version,
})
/** A fund with what it holds. */
export type Fund = z.infer<typeof Fund>
const NewFund = z.object({
  code: z.string().trim().regex(/^[A-Za-z0-9-]{1,20}$/, '资金编号用字母、数字和短横，最多20位'), name: line(60), restriction: z.enum(restrictions),
  /** What it may be used for, if it is restricted by purpose. */
  purpose: line(200).optional(),
  /** First day of use, if it is restricted by time. */
  usableFrom: localDate.optional(),
})

/** Where a commitment stands. */
export const commitmentStatuses = ['reserved', 'paid', 'released', 'expired'] as const
/** Money of a restricted fund that is promised. */
export const Commitment = z.object({
  id, fundId: id, fundName: z.string(), label: z.string(), amountFen: fen, paidFen: fen, status: z.enum(commitmentStatuses),
  reservedOn: day,
  /** Null where there is no last day. */
  expiresOn: day.nullable(),
  /** Null while it is reserved. */
  endedOn: day.nullable(), version,
})
/** Money of a restricted fund that is promised. */
export type Commitment = z.infer<typeof Commitment>

/** An outside auditor's right to one set of books. */
export const Auditor = z.object({ id, personName: z.string(), fromOn: day, untilOn: day, reason: z.string(), isRevoked: z.boolean() })
/** An outside auditor's right to one set of books. */
export type Auditor = z.infer<typeof Auditor>

const SAME_CODE = { status: 409, message: '这个编号已经用过，请另取一个编号。' }

/** Full name of the body whose books they are, as the public reads it; left out where the books bear it. */
const holderName = line(60).optional()

/** Operations on books, charts, funds, commitments and auditors. */
export const bookOperations = {
  listStandards: base.route({ method: 'GET', path: '/ledger/standards', summary: '会计制度科目表' }).input(z.object({}))
    .output(z.object({ items: z.array(Standard) })),
  listBooks: base.route({ method: 'GET', path: '/books', summary: '账套' }).input(z.object({})).output(z.object({ items: z.array(BookRow) })),
  getBook: base.route({ method: 'GET', path: '/books/{id}', summary: '一个账套' }).input(named).output(Book),
  openBook: base.route({ method: 'POST', path: '/books', summary: '建立账套', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({
      unit: unitCode, name: line(60), holderKind: z.enum(holderKinds), standard: z.string().trim().min(1).max(20), startsMonth: month, holderName,
    }))
    .output(named).errors({
      STANDARD_UNKNOWN: { status: 409, message: '没有这套科目表，请从列表中选择。' },
      SAME_NAME: { status: 409, message: '本单位已有同名账套，请换一个名称。' },
    }),
  updateBook: base.route({ method: 'POST', path: '/books/{id}/update', summary: '修改账套' })
    .input(changed.extend({ name: line(60), holderKind: z.enum(holderKinds), holderName })).output(named)
    .errors({ SAME_NAME: { status: 409, message: '本单位已有同名账套，请换一个名称。' } }),
  listAccounts: base.route({ method: 'GET', path: '/books/{bookId}/accounts', summary: '会计科目' })
    .input(ofBook.extend({ on: localDate.optional(), chartId: id.optional() })).output(z.object({ chartId: id, items: z.array(Account) })),
  addAccount: base.route({ method: 'POST', path: '/books/{bookId}/accounts', summary: '增设明细科目', successStatus: 201 }).meta({ idempotent: true })
    .input(ofBook.extend({ parentId: id, code: accountCode, name: line(40), costClass: z.enum(costClasses).optional() })).output(Account)
    .errors({
      SAME_CODE, CODE_NOT_BELOW: { status: 409, message: '明细科目的编号要以上级科目的编号开头，并且更长。' },
      ACCOUNT_USED: { status: 409, message: '上级科目已经记过账，不能再增设下级；请另设一个科目。' }, ACCOUNT_CLOSED: postingRefusals.ACCOUNT_CLOSED,
    }),
  updateAccount: base.route({ method: 'POST', path: '/books/{bookId}/accounts/{id}/update', summary: '修改科目' })
    .input(changed.extend({ bookId: id, name: line(40), isClosed: z.boolean() })).output(Account)
    .errors({ ACCOUNT_NOT_EMPTY: { status: 409, message: '这个科目还有余额，请先把余额转出再停用。' } }),
  listFunds: base.route({ method: 'GET', path: '/books/{bookId}/funds', summary: '资金' }).input(ofBook).output(z.object({ items: z.array(Fund) })),
  addFund: base.route({ method: 'POST', path: '/books/{bookId}/funds', summary: '设立资金', successStatus: 201 }).meta({ idempotent: true })
    .input(ofBook.extend(NewFund.shape)).output(Fund).errors({ SAME_CODE }),
  updateFund: base.route({ method: 'POST', path: '/books/{bookId}/funds/{id}/update', summary: '修改资金' })
    .input(changed.extend({ bookId: id, name: line(60), isClosed: z.boolean() })).output(Fund)
    .errors({ FUND_NOT_EMPTY: { status: 409, message: '这项资金还有余额或未付的承诺，请先用完或转出再关闭。' } }),
  listCommitments: base.route({ method: 'GET', path: '/books/{bookId}/commitments', summary: '承诺' })
    .input(ofBook.extend({ fundId: id.optional() })).output(z.object({ items: z.array(Commitment) })),
  reserveCommitment: base.route({ method: 'POST', path: '/books/{bookId}/commitments', summary: '预留资金', successStatus: 201 }).meta({ idempotent: true })
    .input(ofBook.extend({ fundId: id, label: line(80), amount: yuan, expiresOn: localDate.optional() })).output(Commitment)
    .errors({
      FUND_EXCEEDED: postingRefusals.FUND_EXCEEDED, FUND_CLOSED: postingRefusals.FUND_CLOSED,
      FUND_UNRESTRICTED: { status: 409, message: '非限定资金不需要预留，可以直接支付。' },
    }),
  releaseCommitment: base.route({ method: 'POST', path: '/books/{bookId}/commitments/{id}/release', summary: '解除预留' })
    .input(changed.extend({ bookId: id, reason })).output(Commitment)
    .errors({
      COMMITMENT_PAID: postingRefusals.COMMITMENT_PAID, COMMITMENT_RELEASED: postingRefusals.COMMITMENT_RELEASED,
      COMMITMENT_EXPIRED: postingRefusals.COMMITMENT_EXPIRED,
    }),
  listAuditors: base.route({ method: 'GET', path: '/books/{bookId}/auditors', summary: '外部审计' }).input(ofBook)
    .output(z.object({ items: z.array(Auditor), candidates: z.array(z.object({ accountId: id, personName: z.string() })) })),
  grantAuditor: base.route({ method: 'POST', path: '/books/{bookId}/auditors', summary: '开放账套给外部审计', successStatus: 201 }).meta({ idempotent: true })
    .input(ofBook.extend({ accountId: id, untilOn: localDate, reason })).output(named)
    .errors({
      NOT_AN_AUDITOR: { status: 409, message: '这个账号没有外部审计的角色，请先由安全管理员授予。' },
      GRANT_TOO_LONG: { status: 409, message: '审计查阅从今天起，最长一年，请改短期限。' },
    }),
  revokeAuditor: base.route({ method: 'POST', path: '/books/{bookId}/auditors/{id}/revoke', summary: '收回审计查阅' }).input(ofBook.extend({ id })).output(named),
}
