import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line } from '#platform/contract/fields.ts'
import { accountKinds, fen, named, ofBook, restrictions, version, yuan } from './fields.ts'

/** A chart as a workbook holds a few hundred rows. */
const largestFileBytes = 5 * 1024 * 1024
const year = z.coerce.number().int('请填年份，如 2027').min(2001, '请填年份，如 2027').max(2099, '请填年份，如 2027')

/** What is wrong with a cell of a workbook. */
export const CellProblem = z.object({
  row: z.number().int(),
  /** Letter of the column; empty where the whole row or the whole table is meant. */
  column: z.string(), title: z.string(), text: z.string(), message: z.string(),
})
/** What is wrong with a cell of a workbook. */
export type CellProblem = z.infer<typeof CellProblem>

/** A balance of the chart before, and where it goes. */
export const OldBalance = z.object({
  accountId: id, code: z.string(), name: z.string(), kind: z.enum(accountKinds),
  /** Debit positive, credit negative. */
  amountFen: fen, fundId: id.nullable(), fundName: z.string().nullable(), projectId: id.nullable(), projectLabel: z.string().nullable(),
  restriction: z.enum(restrictions),
  /** Account it becomes; null while none is chosen. */
  successorId: id.nullable(),
  /** Parts that go elsewhere, in the direction of the balance. */
  parts: z.array(z.object({ accountId: id, amountFen: fen })),
})
/** A balance of the chart before, and where it goes. */
export type OldBalance = z.infer<typeof OldBalance>

/** An account of the chart before that lines may be posted to. */
export const OldAccount = z.object({
  id, code: z.string(), name: z.string(), kind: z.enum(accountKinds), successorId: id.nullable(), balanceFen: fen, isUsed: z.boolean(),
})
/** An account of the chart before. */
export type OldAccount = z.infer<typeof OldAccount>
/** An account of the next chart that lines may be posted to, with what it will open with. */
export const NewAccount = z.object({ id, code: z.string(), name: z.string(), kind: z.enum(accountKinds), openingFen: fen })
/** An account of the next chart. */
export type NewAccount = z.infer<typeof NewAccount>

/** The turn from one chart to the next. */
export const ChartChange = z.object({
  chartId: id, name: z.string(), validFrom: z.string(), status: z.enum(['draft', 'valid']), source: z.string(), version,
  /** Last month of the chart before, and whether it is closed. */
  lastMonth: z.number().int(), isLastMonthClosed: z.boolean(),
  old: z.array(OldAccount), next: z.array(NewAccount), balances: z.array(OldBalance),
  /** Totals of both sides in debit and in credit: they are equal when everything has its place. */
  totals: z.object({ oldDebitFen: fen, oldCreditFen: fen, newDebitFen: fen, newCreditFen: fen }),
  /** Balances that have no place yet, or parts that come to more than there is. */
  unplaced: z.number().int(), exceeded: z.number().int(),
  /** The voucher that brings the balances over; null while there is none. */
  voucher: z.object({ id, status: z.enum(['draft', 'submitted', 'reviewed', 'posted']) }).nullable(),
  mayChange: z.boolean(),
})
/** The turn from one chart to the next. */
export type ChartChange = z.infer<typeof ChartChange>

const ofChart = ofBook.extend({ chartId: id })
const CONVERTED = { status: 409, message: '结转凭证已经填制，要改对应关系，请先丢弃或冲销这张凭证。' }
const CHART_VALID = { status: 409, message: '这套科目表已经启用，不能再替换或放弃。' }
const KIND_DIFFERS = { status: 409, message: '新旧科目的类别和用途要一致，请另选新科目。' }
const NOT_NEXT = { status: 422, message: '请选择新科目表中最末一级的科目。' }

/** Operations on the turn from one chart to the next. */
export const chartOperations = {
  importChart: base.route({ method: 'POST', path: '/books/{bookId}/charts', summary: '导入新科目表', successStatus: 201 })
    .input(ofBook.extend({ name: line(60), year, file: z.file().max(largestFileBytes, '文件不能超过5MB，请只保留科目表') }))
    .output(z.object({ chartId: id, accounts: z.number().int(), mapped: z.number().int() }))
    .errors({
      CHART_VALID, YEAR_TAKEN: { status: 409, message: '新科目表要从现有科目表之后的年度开始，请改填年份。' },
      YEAR_BEGUN: { status: 409, message: '这一年已经有凭证或分录，新科目表只能从还没有记账的年度开始，请改填下一年。' },
      CELLS_WRONG: {
        status: 409, message: '有些单元格要改正，请在文件中改好后重新导入。', data: z.object({ count: z.number().int(), problems: z.array(CellProblem) }),
      },
    }),
  getChartChange: base.route({ method: 'GET', path: '/books/{bookId}/chart-change', summary: '新旧科目衔接' }).input(ofBook)
    .output(z.object({ change: ChartChange.nullable() })),
  mapAccount: base.route({ method: 'POST', path: '/books/{bookId}/charts/{chartId}/map', summary: '指定新科目' })
    .input(ofChart.extend({ accountId: id, successorId: id.nullable() })).output(named).errors({ CONVERTED, KIND_DIFFERS, NOT_NEXT }),
  splitBalance: base.route({ method: 'POST', path: '/books/{bookId}/charts/{chartId}/split', summary: '拆分余额' })
    .input(ofChart.extend({
      accountId: id, fundId: id.optional(), projectId: id.optional(),
      parts: z.array(z.object({ accountId: id, amount: yuan })).max(20, '一笔余额最多拆成20份'),
    })).output(named)
    .errors({
      CONVERTED, KIND_DIFFERS, NOT_NEXT, NOT_OF_THESE_BOOKS: { status: 422, message: '没有这笔余额，请刷新后重新选择。' },
      PARTS_EXCEED: { status: 409, message: '拆分的合计超过了这笔余额，请减少金额。', data: z.object({ balanceFen: fen }) },
      SAME_ACCOUNT: { status: 409, message: '同一个新科目请只填一行。' },
    }),
  startChart: base.route({ method: 'POST', path: '/books/{bookId}/charts/{chartId}/start', summary: '启用新科目表' })
    .input(ofChart.extend({ version })).output(named)
    .errors({
      CHART_VALID, YEAR_BEGUN: { status: 409, message: '这一年已经有凭证或分录，不能再换科目表；请把新科目表改到下一年导入。' },
      UNPLACED: { status: 409, message: '还有用过的旧科目没有对应的新科目，请先逐个指定。', data: z.object({ codes: z.array(z.string()) }) },
    }),
  discardChart: base.route({ method: 'POST', path: '/books/{bookId}/charts/{chartId}/discard', summary: '放弃导入的科目表' })
    .input(ofChart).output(named).errors({ CHART_VALID }),
  convertBalances: base.route({ method: 'POST', path: '/books/{bookId}/charts/{chartId}/convert', summary: '填制衔接凭证', successStatus: 201 })
    .input(ofChart).output(named)
    .errors({
      CONVERTED, CHART_DRAFT: { status: 409, message: '请先启用新科目表，再结转余额。' },
      YEAR_OPEN: { status: 409, message: '上一年度还没有结完账，请先结账再结转余额。', data: z.object({ month: z.number().int() }) },
      UNPLACED: { status: 409, message: '还有余额没有对应的新科目，请先逐个指定。', data: z.object({ codes: z.array(z.string()) }) },
      PARTS_EXCEED: { status: 409, message: '有的拆分超过了余额，请先改正。', data: z.object({ codes: z.array(z.string()) }) },
      NOTHING_TO_CONVERT: { status: 409, message: '旧科目没有余额，不需要结转。' },
      PERIOD_MISSING: { status: 409, message: '新年度的第一个月还没有开账，请先开账。', data: z.object({ month: z.number().int() }) },
    }),
}
