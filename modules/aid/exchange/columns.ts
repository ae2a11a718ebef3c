import type { WrittenColumn } from '#platform/sheets/write-stream.ts'
import type { ActRow, NeedRow, WishRow } from '../contract.ts'
import { actStatusWords, needStatusWords, payerWords, reachWords, wishStatusWords } from '../rules/words.ts'

/** Media type of a workbook. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const common: WrittenColumn[] = [{ key: 'unitName', title: '单位', width: 26 }, { key: 'label', title: '孩子', width: 18 }]

/** Columns of the list of needs. */
export const needColumns: WrittenColumn[] = [
  ...common, { key: 'kindName', title: '类别', width: 12 }, { key: 'reach', title: '对象', width: 8 },
  { key: 'amountFen', title: '预计金额（元）', kind: 'money', width: 16 }, { key: 'wantedBy', title: '需要日期', kind: 'date', width: 14 },
  { key: 'status', title: '状态', width: 12 }, { key: 'late', title: '逾期', width: 8 },
  { key: 'raisedOn', title: '提出日期', kind: 'date', width: 14 }, { key: 'raisedName', title: '提出人', width: 12 },
  { key: 'decidedOn', title: '审批日期', kind: 'date', width: 14 }, { key: 'decidedName', title: '审批人', width: 12 },
]
/** A need as a row of the workbook. */
export const needCells = (need: NeedRow): Record<string, unknown> => (
  { ...need, reach: reachWords[need.reach], status: needStatusWords[need.status], late: need.isOverdue ? '逾期' : '' })

/** Columns of the list of acts. */
export const actColumns: WrittenColumn[] = [
  ...common, { key: 'kindName', title: '类别', width: 12 }, { key: 'reach', title: '对象', width: 8 }, { key: 'courtesy', title: '慰问', width: 8 },
  { key: 'moneyFen', title: '资金（元）', kind: 'money', width: 16 }, { key: 'goodsFen', title: '物资折价（元）', kind: 'money', width: 16 },
  { key: 'totalFen', title: '合计（元）', kind: 'money', width: 16 }, { key: 'payers', title: '出资方', width: 24 }, { key: 'status', title: '状态', width: 12 },
  { key: 'offeredOn', title: '登记日期', kind: 'date', width: 14 }, { key: 'givenOn', title: '给予日期', kind: 'date', width: 14 },
  { key: 'receivedOn', title: '签收日期', kind: 'date', width: 14 },
]
/** An act as a row of the workbook. */
export const actCells = (act: ActRow): Record<string, unknown> => ({
  ...act, reach: reachWords[act.reach], courtesy: act.isCourtesyCall ? '慰问' : '', payers: act.payerKinds.map((kind) => payerWords[kind]).join('、'),
  status: actStatusWords[act.status],
})

/** Columns of the list of wishes. */
export const wishColumns: WrittenColumn[] = [
  ...common, { key: 'status', title: '状态', width: 12 }, { key: 'amountFen', title: '预计金额（元）', kind: 'money', width: 16 },
  { key: 'authorName', title: '执笔', width: 12 }, { key: 'writtenOn', title: '写成日期', kind: 'date', width: 14 },
  { key: 'publishedOn', title: '发布日期', kind: 'date', width: 14 }, { key: 'claimUntilOn', title: '认领到期', kind: 'date', width: 14 },
  { key: 'fulfilledOn', title: '实现日期', kind: 'date', width: 14 }, { key: 'endedOn', title: '结束日期', kind: 'date', width: 14 },
]
/** A wish as a row of the workbook. */
export const wishCells = (wish: WishRow): Record<string, unknown> => ({ ...wish, status: wishStatusWords[wish.status] })
