// What an online channel says of a day, and where that differs from what stands here.
import { z } from 'zod'
import { postingRefusals, reason } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { day, fen, named } from './fields.ts'

/** How a bill and what stands here may differ. */
export const billDifferenceKinds = ['unknown', 'amount', 'not-taken', 'twice', 'missing'] as const
/** Where a difference stands. */
export const billDifferenceStatuses = ['open', 'cleared', 'settled', 'withdrawn'] as const
/** What a line of a bill is. */
export const billLineKinds = ['payment', 'refund'] as const

/** Bill of a day, as it was loaded. */
export const ChannelBill = z.object({
  id, billedOn: day, bookName: z.string(), paymentCount: z.number().int(), paymentFen: fen, refundCount: z.number().int(), refundFen: fen,
  /** What the channel keeps of the day; negative where more of it came back. */
  feeFen: fen, fundName: z.string(), bookedOn: day, openCount: z.number().int(), loadedName: z.string(),
  /** Differences somebody dealt with: from then on the bill stays. */
  settledCount: z.number().int(),
  /** Who took it back, on which day and why; null while it holds. */
  withdrawn: z.object({ on: day, name: z.string(), reason: z.string() }).nullable(),
})
/** Bill of a day. */
export type ChannelBill = z.infer<typeof ChannelBill>
/** Where a bill and what stands here say different things. */
export const BillDifference = z.object({
  id, billedOn: day, kind: z.enum(billDifferenceKinds), lineKind: z.enum(billLineKinds), number: z.string(),
  /** Null where it is not on the bill. */
  billFen: fen.nullable(),
  /** Null where it is unknown here. */
  ownFen: fen.nullable(),
  /** Gift it belongs to; null where that is unknown. */
  giftId: id.nullable(), status: z.enum(billDifferenceStatuses), note: z.string().nullable(), settledName: z.string().nullable(),
})
/** Where a bill and what stands here say different things. */
export type BillDifference = z.infer<typeof BillDifference>
/** Whether bills are loaded at all, and which funds may bear the fee. */
export const BillGround = z.object({
  /** Whether a merchant is set up whose books the reader sees. */
  isOnline: z.boolean(), funds: z.array(z.object({ id, name: z.string() })),
  /** Fund that bore the last fee; null before the first bill. */
  lastFundId: id.nullable(),
  /** Days within the last weeks on which gifts were paid online and no bill was loaded. */
  missingOn: z.array(day),
})
/** Whether bills are loaded, and which funds may bear the fee. */
export type BillGround = z.infer<typeof BillGround>

const largestFileBytes = 20 * 1024 * 1024
const paging = { after: listQuery.shape.after, limit: listQuery.shape.limit }

/** Operations on bills of online channels. */
export const billOperations = {
  getBillGround: base.route({ method: 'GET', path: '/channel-bills/ground', summary: '对账单的设置' }).input(z.object({})).output(BillGround),
  listChannelBills: base.route({ method: 'GET', path: '/channel-bills', summary: '支付渠道对账单' }).input(z.object(paging)).output(pageOf(ChannelBill)),
  loadChannelBill: base.route({ method: 'POST', path: '/channel-bills', summary: '导入支付渠道对账单', successStatus: 201 })
    .input(z.object({
      file: z.file().max(largestFileBytes, '文件不能超过20MB'), billedOn: localDate,
      /** Unrestricted fund that bears the fee. */
      fundId: id,
      /** Day of the fee in the books; the day of the bill when left out. */
      bookedOn: localDate.optional(),
    })).output(ChannelBill).errors({
      ...postingRefusals,
      ONLINE_NOT_SET_UP: { status: 409, message: '还没有开通微信支付，没有对账单可以导入。' },
      FUND_NOT_OPEN: { status: 409, message: '这项资金已经关闭，请重新选择资金。' },
      ACCOUNT_MISSING: { status: 409, message: '账套在这一天适用的科目表里没有需要的科目，请先请会计设置。', data: z.object({ code: z.string() }) },
      BILL_BEFORE: { status: 409, message: '这一天的对账单已经导入过，手续费已经入账，不再重复导入。' },
      BILL_LAYOUT: {
        status: 409, message: '这个文件不是微信支付的交易账单（所有订单），或者格式变了，请在商户平台重新下载后再导入。', data: z.object({ missing: z.array(z.string()) }),
      },
      BILL_OF_ANOTHER: { status: 409, message: '这是另一个商户号的对账单，请核对后重新下载。' },
      BILL_DAY: { status: 409, message: '文件里有别的日期的支付，请核对账单日期，按天下载。', data: z.object({ on: day }) },
      BILL_DOES_NOT_FOOT: { status: 409, message: '各行相加和文件末尾的合计不一致，文件可能不完整，请重新下载。' },
      LINES_UNREADABLE: {
        status: 409, message: '有些行读不出来，请重新下载，不要用表格软件改动后再导入。',
        data: z.object({ count: z.number().int(), problems: z.array(z.object({ row: z.number().int(), message: z.string() })) }),
      },
    }),
  withdrawChannelBill: base.route({ method: 'POST', path: '/channel-bills/{id}/withdrawal', summary: '撤回对账单' })
    .input(named.extend({
      reason,
      /** Day on which its fee is reversed; the day it was booked on when left out. */
      onDay: localDate.optional(),
    })).output(ChannelBill).errors({
      ...postingRefusals,
      BILL_WITHDRAWN: { status: 409, message: '这份对账单已经撤回，请刷新页面。' },
      BILL_SETTLED: {
        status: 409, message: '这份对账单已有处理过的差异，不能撤回；手续费有误的，请用凭证更正。', data: z.object({ count: z.number().int() }),
      },
    }),
  listBillDifferences: base.route({ method: 'GET', path: '/bill-differences', summary: '对账差异' })
    .input(z.object({ ...paging, status: z.enum(billDifferenceStatuses).optional() })).output(pageOf(BillDifference)),
  settleBillDifference: base.route({ method: 'POST', path: '/bill-differences/{id}/settle', summary: '处理对账差异' })
    .input(named.extend({ /** What was found, without anybody's name. */ note: line(200) })).output(BillDifference)
    .errors({ DIFFERENCE_CLOSED: { status: 409, message: '这个差异已经处理过了，请刷新页面。' } }),
}
