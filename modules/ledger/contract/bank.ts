import { z } from 'zod'
import { halfWidthWanted } from '#platform/contract/amounts.ts'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { parseYuan } from '#platform/values/money.ts'
import { hasFullWidthDigits } from '#platform/values/text.ts'
import { day, fen, month, named, ofBook, reason, version } from './fields.ts'

/** What a column of a bank's file may hold. */
export const bankColumns = ['day', 'in', 'out', 'amount', 'balance', 'counterparty', 'reference', 'summary'] as const
/** What a column of a bank's file may hold. */
export type BankColumn = (typeof bankColumns)[number]
/** Largest file of a bank. */
const largestFileBytes = 20 * 1024 * 1024

/** A bank or cash account of a set of books, with what waits in it. */
export const BankAccount = z.object({
  id, code: z.string(), name: z.string(), duty: z.enum(['cash', 'bank']), openLines: z.number().int(), openPostings: z.number().int(),
  /** Last day of its last statement; null where there is none. */
  statementUntil: day.nullable(),
  /** Bank whose layout its files have; null where somebody mapped it, or nothing was read. */
  layoutBank: z.string().nullable(),
  /** Whether a real file of this layout was read before it was shipped. */
  isLayoutVerified: z.boolean(),
})
/** A bank or cash account of a set of books. */
export type BankAccount = z.infer<typeof BankAccount>
/** A file of a bank that came in. */
export const BankStatement = z.object({
  id, fileName: z.string(), lineCount: z.number().int(), fromOn: day, untilOn: day, importedName: z.string(), importedOn: day,
  /** How many of its lines are matched. */
  matchedCount: z.number().int(),
  /** Null while it holds; taken back it has no lines any more. */
  withdrawn: z.object({ on: day, name: z.string(), reason: z.string() }).nullable(),
})
/** A file of a bank that came in. */
export type BankStatement = z.infer<typeof BankStatement>
/** A line of a bank. */
export const BankLine = z.object({
  id, bookedOn: day,
  /** Coming positive, going negative. */
  amountFen: fen, counterparty: z.string(), reference: z.string(), summary: z.string(), matchId: id.nullable(), isByRule: z.boolean().nullable(),
  /** Null while it is not matched. */
  matchedName: z.string().nullable(),
})
/** A line of a bank. */
export type BankLine = z.infer<typeof BankLine>
/** A posting of the account that no line of the bank stands beside. */
export const OpenPosting = z.object({
  journalId: id, seq: z.number().int(), datedOn: day, amountFen: fen, memo: z.string(),
  /** Null while it stands in no voucher. */
  voucherNumber: z.number().int().nullable(), month: z.number().int(),
})
/** A posting of the account that no line of the bank stands beside. */
export type OpenPosting = z.infer<typeof OpenPosting>
/** One difference on the 银行存款余额调节表. */
export const Difference = z.object({ on: day, text: z.string(), amountFen: fen })
/** One difference on the 银行存款余额调节表. */
export type Difference = z.infer<typeof Difference>
/** The 银行存款余额调节表 of a month's end. */
export const Reconciliation = z.object({
  bookName: z.string(), holderName: z.string(), accountName: z.string(), month: z.number().int(), bookFen: fen,
  /** What the bank says; null where no file with a balance reaches the month. */
  bankFen: fen.nullable(),
  /** The bank has it and the books do not: came and went; the books have it and the bank does not: came and went. */
  bankIn: z.array(Difference), bankOut: z.array(Difference), bookIn: z.array(Difference), bookOut: z.array(Difference),
  adjustedBookFen: fen, adjustedBankFen: fen.nullable(),
})
/** The 银行存款余额调节表 of a month's end. */
export type Reconciliation = z.infer<typeof Reconciliation>
/** A day of the cash book. */
export const CashDay = z.object({
  countedOn: day, bookFen: fen, countedFen: fen,
  /** Null where the two agree and nothing was said. */
  reason: z.string().nullable(), countedName: z.string(),
  /** Null until it is confirmed. */
  confirmedName: z.string().nullable(), confirmedAt: z.date().nullable(), version,
})
/** A day of the cash book. */
export type CashDay = z.infer<typeof CashDay>

const ofAccount = ofBook.extend({ accountId: id })
const paging = { after: listQuery.shape.after, limit: listQuery.shape.limit }
/** What was counted, in yuan; an empty till is an answer too. */
const countedYuan = z.string().trim().min(1, '请填盘点数').max(30, '金额太长').transform((text, context) => {
  const counted = parseYuan(text)
  const problem = hasFullWidthDigits(text) ? halfWidthWanted : '请填数字，不能是负数，最多两位小数'
  if (counted !== undefined && counted >= 0 && counted < 100_000_000_000) return counted
  context.addIssue({ code: 'custom', message: problem })
  return z.NEVER
})
const columnIndex = z.coerce.number().int().min(0).max(200)
/** Which column of the file holds what. */
export const BankMapping = z.partialRecord(z.enum(bankColumns), columnIndex)
/** Which column of the file holds what. */
export type BankMapping = z.infer<typeof BankMapping>
const NOT_BANK = { status: 409, message: '请选择银行存款科目。' }
const NOT_CASH = { status: 409, message: '请选择现金科目。' }
const headings = z.object({ headings: z.array(z.string()) })

/** Operations on lines of banks and the cash book. */
export const bankOperations = {
  listBankAccounts: base.route({ method: 'GET', path: '/books/{bookId}/bank-accounts', summary: '银行和现金账户' }).input(ofBook)
    .output(z.object({ items: z.array(BankAccount) })),
  importBankStatement: base.route({ method: 'POST', path: '/books/{bookId}/bank-statements', summary: '导入银行流水', successStatus: 201 })
    .input(ofAccount.extend({
      file: z.file().max(largestFileBytes, '文件不能超过20MB，请分段导出后再导入'),
      /** Columns as somebody chose them, for a layout that is not known. */
      mapping: BankMapping.optional(),
    }))
    .output(z.object({ id, lineCount: z.number().int(), matched: z.number().int() }))
    .errors({
      NOT_BANK, FILE_BEFORE: { status: 409, message: '这个文件已经导入过，不再重复导入。' },
      LAYOUT_UNKNOWN: { status: 409, message: '没有认出这家银行的格式，请指明各列是什么，以后会记住。', data: headings },
      LAYOUT_CHANGED: { status: 409, message: '这个文件的列和上次不一样，请核对后重新指明各列是什么。', data: headings },
      LINES_UNREADABLE: {
        status: 409, message: '有些行读不出来，请在文件中改正后重新导入。',
        data: z.object({ count: z.number().int(), problems: z.array(z.object({ row: z.number().int(), message: z.string() })) }),
      },
      LINES_BEFORE: { status: 409, message: '文件中的部分流水已经导入过，请只导出之后的日期。', data: z.object({ count: z.number().int() }) },
    }),
  getImportProgress: base.route({ method: 'GET', path: '/books/{bookId}/bank-import-progress', summary: '导入进度' }).input(ofAccount)
    .output(z.object({
      /** Null while no file is taken in. */
      progress: z.object({ step: z.enum(['reading', 'writing', 'matching']), done: z.number().int(), total: z.number().int() }).nullable(),
    })).errors({ NOT_BANK }),
  listBankStatements: base.route({ method: 'GET', path: '/books/{bookId}/bank-statements', summary: '导入过的银行流水文件' })
    .input(ofAccount).output(z.object({ items: z.array(BankStatement) })).errors({ NOT_BANK }),
  withdrawBankStatement: base.route({ method: 'POST', path: '/bank-statements/{id}/withdraw', summary: '撤回导入的银行流水' })
    .input(named.extend({ reason })).output(named)
    .errors({ STATEMENT_WITHDRAWN: { status: 409, message: '这个文件已经撤回，请刷新页面。' } }),
  listBankLines: base.route({ method: 'GET', path: '/books/{bookId}/bank-lines', summary: '银行流水' })
    .input(ofAccount.extend({ ...paging, state: z.enum(['open', 'matched']).default('open') })).output(pageOf(BankLine)),
  listOpenPostings: base.route({ method: 'GET', path: '/books/{bookId}/open-postings', summary: '未对上的分录' })
    .input(ofAccount.extend(paging)).output(pageOf(OpenPosting)),
  matchBankLines: base.route({ method: 'POST', path: '/books/{bookId}/bank-matches', summary: '对账' })
    .input(ofAccount.extend({
      /** Left out, rules look for what belongs together. */
      lineIds: z.array(id).max(500, '一次最多选500行').optional(),
      postings: z.array(z.object({ journalId: id, seq: z.number().int().min(1) })).max(500, '一次最多选500行').optional(),
    })).output(z.object({ matched: z.number().int() }))
    .errors({
      NOT_BANK, NOTHING_CHOSEN: { status: 409, message: '请至少各选一行银行流水和一行分录。' },
      UNEQUAL: { status: 409, message: '两边金额不相等，请核对后重新选择。', data: z.object({ linesFen: fen, postingsFen: fen }) },
      MATCHED_BEFORE: { status: 409, message: '选中的有一行已经对上，请刷新后重新选择。' },
    }),
  unmatchBankLines: base.route({ method: 'POST', path: '/bank-matches/{id}/undo', summary: '取消对账' }).input(named).output(named),
  getReconciliation: base.route({ method: 'GET', path: '/books/{bookId}/reconciliation', summary: '银行存款余额调节表' })
    .input(ofAccount.extend({ month })).output(Reconciliation),
  listCashDays: base.route({ method: 'GET', path: '/books/{bookId}/cash-days', summary: '现金日记账盘点' }).input(ofAccount.extend({ month }))
    .output(z.object({ items: z.array(CashDay), may: z.object({ count: z.boolean(), confirm: z.boolean() }) })),
  countCashDay: base.route({ method: 'POST', path: '/books/{bookId}/cash-days', summary: '登记盘点' })
    .input(ofAccount.extend({ countedOn: localDate, counted: countedYuan, reason: line(200).optional() })).output(CashDay)
    .errors({
      NOT_CASH, DIFFERENCE_UNEXPLAINED: { status: 409, message: '盘点数和账面不一致，请写明原因。', data: z.object({ bookFen: fen, countedFen: fen }) },
      DAY_CONFIRMED: { status: 409, message: '这一天已经由会计确认，不能再改。' }, DAY_AHEAD: { status: 409, message: '只能登记今天和以前的盘点。' },
    }),
  confirmCashDay: base.route({ method: 'POST', path: '/books/{bookId}/cash-days/confirm', summary: '确认盘点' })
    .input(ofAccount.extend({ countedOn: localDate, version })).output(CashDay)
    .errors({
      DAY_CONFIRMED: { status: 409, message: '这一天已经确认过。' }, SAME_PERSON: { status: 409, message: '盘点和确认要由两个人分别办理。' },
      BOOK_MOVED: { status: 409, message: '盘点以后账面又有变动，请出纳重新盘点。', data: z.object({ bookFen: fen }) },
    }),
}
