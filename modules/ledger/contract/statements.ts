import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { accountKinds, day, fen, month, ofBook, ofPeriod, sides } from './fields.ts'

/** Forms of statements: 资产负债表, 业务活动表, 现金流量表. */
export const statementForms = ['balance-sheet', 'activities', 'cash-flow'] as const
/** Form of a statement. */
export type StatementForm = (typeof statementForms)[number]
/** Columns of all forms: a span of time, and for 业务活动表 a class of net assets. */
export const statementColumns = [
  'opening', 'closing', 'month', 'year', 'month-unrestricted', 'month-restricted', 'month-total', 'year-unrestricted', 'year-restricted', 'year-total',
] as const
/** Column of a form. */
export type StatementColumn = (typeof statementColumns)[number]

/** A line of a form with its figures, one for each column; a heading has none. */
export const StatementLine = z.object({
  /** 行次; null for a heading. */
  number: z.number().int().nullable(), name: z.string(), depth: z.number().int(), part: z.enum(['all', 'assets', 'funding']), isTotal: z.boolean(),
  figures: z.array(fen),
})
/** A line of a form with its figures. */
export type StatementLine = z.infer<typeof StatementLine>
/** A statement of a set of books for a month. */
export const Statement = z.object({
  bookId: id, bookName: z.string(), holderName: z.string(), form: z.enum(statementForms), name: z.string(), number: z.string(), source: z.string(),
  month: z.number().int(), columns: z.array(z.enum(statementColumns)), lines: z.array(StatementLine),
  /** Accounts that hold something and stand on no line: the statement is not whole before the chart or the form has a place for them. */
  unplaced: z.array(z.object({ code: z.string(), name: z.string() })),
})
/** A statement of a set of books for a month. */
export type Statement = z.infer<typeof Statement>

const posting = {
  journalId: id, seq: z.number().int(), datedOn: day, voucherId: id.nullable(),
  /** Number of its voucher within the month; null while it stands in none. */
  voucherNumber: z.number().int().nullable(), month: z.number().int(), memo: z.string(), accountCode: z.string(), accountName: z.string(),
}
/** A posting a figure counts. */
export const FigurePosting = z.object({
  ...posting,
  /** What it adds to the figure, with the sign of the line. */
  countedFen: fen, fundName: z.string().nullable(), projectLabel: z.string().nullable(),
})
/** A posting a figure counts. */
export type FigurePosting = z.infer<typeof FigurePosting>

const turnover = { debitFen: fen, creditFen: fen }
/** An account in the 科目余额表. Balances count debit up. */
export const TrialRow = z.object({
  accountId: id, code: z.string(), name: z.string(), kind: z.enum(accountKinds), side: z.enum(sides), depth: z.number().int(), isLeaf: z.boolean(),
  openingFen: fen, ...turnover, yearDebitFen: fen, yearCreditFen: fen, closingFen: fen,
})
/** An account in the 科目余额表. */
export type TrialRow = z.infer<typeof TrialRow>
/** The 科目余额表 of a month; totals count leaves alone. */
export const TrialBalance = z.object({
  bookName: z.string(), holderName: z.string(), month: z.number().int(), rows: z.array(TrialRow),
  totals: z.object({
    openingDebitFen: fen, openingCreditFen: fen, ...turnover, yearDebitFen: fen, yearCreditFen: fen, closingDebitFen: fen, closingCreditFen: fen,
  }),
})
/** The 科目余额表 of a month. */
export type TrialBalance = z.infer<typeof TrialBalance>

/** A month of an account in the 总账. */
export const GeneralMonth = z.object({ month: z.number().int(), ...turnover, balanceFen: fen })
/** The 总账 of a year: for each account what it held before and what each month did. */
export const GeneralLedger = z.object({
  bookName: z.string(), holderName: z.string(), year: z.number().int(),
  accounts: z.array(z.object({ accountId: id, code: z.string(), name: z.string(), side: z.enum(sides), openingFen: fen, months: z.array(GeneralMonth) })),
})
/** The 总账 of a year. */
export type GeneralLedger = z.infer<typeof GeneralLedger>

/** A line of the 明细账. */
export const DetailRow = z.object({
  ...posting, ...turnover,
  /** What the account held after it, debit counted up. */
  balanceFen: fen, fundName: z.string().nullable(), projectLabel: z.string().nullable(),
})
/** A line of the 明细账. */
export type DetailRow = z.infer<typeof DetailRow>

/** The 凭证汇总 of a month: what its posted vouchers put into each account. */
export const VoucherSummary = z.object({
  bookName: z.string(), holderName: z.string(), month: z.number().int(), vouchers: z.number().int(), papers: z.number().int(),
  /** Null where no voucher was posted. */
  firstNumber: z.number().int().nullable(), lastNumber: z.number().int().nullable(),
  rows: z.array(z.object({ accountId: id, code: z.string(), name: z.string(), ...turnover })), ...turnover,
})
/** The 凭证汇总 of a month. */
export type VoucherSummary = z.infer<typeof VoucherSummary>

const paging = { after: listQuery.shape.after, limit: listQuery.shape.limit }
/** Which figure of which statement. */
export const OfFigure = z.object({
  bookId: id, form: z.enum(statementForms), month, line: z.coerce.number().int('请填行次').min(1).max(9999), column: z.enum(statementColumns),
})
/** Which lines of the 明细账: an account with all below it, from one month to another. */
export const OfDetail = z.object({ bookId: id, accountId: id, fromMonth: month, untilMonth: month })
const FORM_MISSING = { status: 409, message: '这个月没有可用的报表格式，请改选较晚的月份。' }
const NO_SUCH_FIGURE = { status: 409, message: '报表上没有这一行或这一栏，请回到报表重新点选。' }
/** A year of books. */
export const year = z.coerce.number().int('请填年份，如 2026').min(2000, '请填2000年以后的年份').max(2099, '请填2099年以前的年份')

/** Operations on statements and books of account. */
export const statementOperations = {
  listFlowItems: base.route({ method: 'GET', path: '/ledger/flow-items', summary: '现金流量项目' }).input(z.object({}))
    .output(z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), direction: z.enum(['in', 'out']) })) })),
  getStatement: base.route({ method: 'GET', path: '/books/{bookId}/statements/{form}', summary: '会计报表' })
    .input(ofPeriod.extend({ form: z.enum(statementForms) })).output(Statement).errors({ FORM_MISSING }),
  listFigurePostings: base.route({ method: 'GET', path: '/books/{bookId}/statements/{form}/postings', summary: '报表数字的分录' })
    .input(OfFigure.extend(paging)).output(pageOf(FigurePosting).extend({ figureFen: fen, lineName: z.string() })).errors({ FORM_MISSING, NO_SUCH_FIGURE }),
  getTrialBalance: base.route({ method: 'GET', path: '/books/{bookId}/trial-balance', summary: '科目余额表' }).input(ofPeriod).output(TrialBalance),
  getGeneralLedger: base.route({ method: 'GET', path: '/books/{bookId}/general-ledger', summary: '总账' })
    .input(ofBook.extend({ year, accountId: id.optional() })).output(GeneralLedger),
  listDetails: base.route({ method: 'GET', path: '/books/{bookId}/details', summary: '明细账' }).input(OfDetail.extend(paging))
    .output(pageOf(DetailRow).extend({ openingFen: fen, closingFen: fen, code: z.string(), name: z.string() })),
  getVoucherSummary: base.route({ method: 'GET', path: '/books/{bookId}/voucher-summary', summary: '凭证汇总' }).input(ofPeriod).output(VoucherSummary),
}
