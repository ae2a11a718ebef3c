import { z } from 'zod'
import { restrictions, postingRefusals, reason, yuan } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose, unitCode } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { Charge, CHARGE_LIVE, Refund } from './charges.ts'
import { PartyCheck } from './parties.ts'
import { changed, channels, consentForms, day, donorKinds, fen, giftChangeKinds, giftForms, giftStatuses, named, version } from './fields.ts'

/** A gift as lists show it: donors who are persons are masked. */
export const GiftRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), bookId: id, donorId: id, donorKind: z.enum(donorKinds), donorLabel: z.string(),
    form: z.enum(giftForms), amountFen: fen,
  fundId: id, fundName: z.string(), projectLabel: z.string().nullable(), promisedOn: day, receivedOn: day.nullable(), status: z.enum(giftStatuses),
  receiptNumber: z.string().nullable(), version,
})
/** A gift as lists show it. */
export type GiftRow = z.infer<typeof GiftRow>
/** What happened to a gift in the books. */
export const GiftChange = z.object({
  id, change: z.enum(giftChangeKinds), onDay: day, amountFen: fen, fundName: z.string(), reason: z.string().nullable(),
    consentForm: z.enum(consentForms).nullable(),
  consentOn: day.nullable(), changedName: z.string(),
})
/** What happened to a gift. */
export type GiftChange = z.infer<typeof GiftChange>
/** Goods of a gift that left the stock, as staff see them. */
export const GiftHandOut = z.object({
  id, onDay: day, quantity: z.number().int(), amountFen: fen, unitName: z.string(), children: z.number().int(), households: z.number().int(),
  handedName: z.string(),
})
/** Goods of a gift that left the stock. */
export type GiftHandOut = z.infer<typeof GiftHandOut>
/** One gift. */
export const Gift = GiftRow.extend({
  bookName: z.string(), item: z.string().nullable(), quantity: z.number().int().nullable(), countedIn: z.string().nullable(),
    valueBasis: z.string().nullable(),
  needKind: z.string().nullable(), wish: z.string().nullable(), channel: z.enum(channels).nullable(), bankReference: z.string().nullable(),
  /** Shows the trail to whoever has it. */
  traceCode: z.string().nullable(), receiptCode: z.string().nullable(), receiptOn: day.nullable(), receiptHandler: z.string().nullable(),
    madeName: z.string(),
  confirmedName: z.string().nullable(), restriction: z.enum(restrictions),
  /** Agreement and instalment it meets. */
  agreementId: id.nullable(), agreementTitle: z.string().nullable(), instalment: z.number().int().nullable(),
  /** Campaign it answers. */
  campaignId: id.nullable(), campaignName: z.string().nullable(),
  /** Whether its donor may be a related party; null where it was not asked yet, or the donor is anonymous. */
  partyCheck: PartyCheck.nullable(),
  /** The last time its money was asked for online. */
  charge: Charge.nullable(),
  /** What goes back of it the way it was paid. */
  refunds: z.array(Refund),
  /** Goods of it in stock. */
  leftQuantity: z.number().int().nullable(), changes: z.array(GiftChange), handOuts: z.array(GiftHandOut),
  /** What the caller may do now. */
  may: z.object({
    update: z.boolean(), discard: z.boolean(), confirm: z.boolean(), correct: z.boolean(), move: z.boolean(), refund: z.boolean(), receipt: z.boolean(),
    handOut: z.boolean(), trace: z.boolean(),
    /** Letter and certificate. */
    thank: z.boolean(),
    /** Ask for its money online. */
    charge: z.boolean(),
  }),
})
/** One gift. */
export type Gift = z.infer<typeof Gift>

const designation = {
  fundId: id,
  /** Project it is for, as a label. */
  projectLabel: line(100).optional(),
  needKind: line(40).optional(),
  /** What else the donor wishes, without anybody's name. */
  wish: prose(300).default(''),
  /** Instalment of an agreement it meets. */
  /** Campaign it answers. */
  campaignId: id.optional(),
  agreementId: id.optional(), instalment: z.number().int().min(1).optional(),
}
const content = {
  form: z.enum(giftForms), amount: yuan, item: line(60).optional(), quantity: z.number().int('请填整数').min(1).max(1_000_000).optional(),
    countedIn: line(10).optional(),
  /** Where the fair value was read. */
  valueBasis: line(100).optional(), promisedOn: localDate, ...designation,
}
/** A gift that was announced. */
export const NewGift = z.object({ bookId: id, donorId: id, ...content })
/** A gift that was announced. */
export type NewGift = z.output<typeof NewGift>
/** How it arrived. */
export const Arrival = changed.extend({
  receivedOn: localDate,
  /** Only for money. */
  channel: z.enum(channels).optional(), accountId: id.optional(), bankReference: line(60).optional(),
  /** Only for goods. */
  place: line(60).optional(), useBy: localDate.optional(),
})
/** How it arrived. */
export type Arrival = z.output<typeof Arrival>
/** The official receipt, as it was made elsewhere. */
export const GiftReceipt = changed.extend({
  receiptCode: z.string().trim().regex(/^[0-9A-Za-z]{6,20}$/, '票据代码为6至20位数字或字母'),
  receiptNumber: z.string().trim().regex(/^[0-9A-Za-z]{4,20}$/, '票据号码为4至20位数字或字母'),
  receiptOn: localDate, receiptHandler: line(40),
})
/** The official receipt. */
export type GiftReceipt = z.output<typeof GiftReceipt>

/** A set of books gifts may go into. */
export const GivingBook = z.object({
  id, name: z.string(), unitCode: z.string(), unitName: z.string(), funds: z.array(z.object({ id, name: z.string(), restriction: z.enum(restrictions) })),
  accounts: z.array(z.object({ id, code: z.string(), name: z.string(), duty: z.enum(['cash', 'bank']) })),
})
/** A set of books gifts may go into. */
export type GivingBook = z.infer<typeof GivingBook>

/** Filters of the list, without paging. */
export const GiftFilters = listQuery.omit({ q: true }).extend({
  status: z.enum(giftStatuses).optional(), form: z.enum(giftForms).optional(), donorId: id.optional(), fundId: id.optional(), bookId: id.optional(),
})
/** Filters of the list. */
export type GiftFilters = z.output<typeof GiftFilters>

const WRONG_STATUS = { status: 409, message: '这笔捐赠的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(giftStatuses) }) }
const OWN_GIFT = { status: 403, message: '自己登记的捐赠要由另一位会计确认到账。' }
const FUND_NOT_OPEN = { status: 409, message: '这项资金已经关闭，请重新选择资金。' }
const ACCOUNT_MISSING = { status: 409, message: '账套在这一天适用的科目表里没有需要的科目，请先请会计设置。', data: z.object({ code: z.string() }) }
const AGREEMENT_CLOSED = { status: 409, message: '这份捐赠协议已经履行完毕或者终止，请不选协议，或者另选一份。' }
const RECEIPT_KNOWN = { status: 409, message: '这个票据代码和号码已经登记在另一笔捐赠上，请核对票据。' }
const NOTHING_LEFT = { status: 409, message: '这笔捐赠在原来的资金里已经用完，没有可以改变用途的余额。' }
const SAME_FUND = { status: 409, message: '新的用途和原来的资金相同，请选择另一项资金。' }
const WAS_MOVED = { status: 409, message: '这笔捐赠已经改变过用途或者退过一部分，不能再更正金额；如确有错误，请退赠后重新登记。' }
const MORE_THAN_GIVEN = { status: 409, message: '退回的金额不能超过这笔捐赠；部分退赠只适用于资金。' }
const GOODS_GONE = { status: 409, message: '这批物资已经发放了一部分，不能再更正或退赠。' }
const STOCK_SHORT = { status: 409, message: '库存不够这次发放，请减少数量。', data: z.object({ leftQuantity: z.number().int() }) }
const BEFORE_ARRIVAL = { status: 409, message: '日期不能早于到账的日期，也不能晚于今天。', data: z.object({ receivedOn: day }) }
const booked = { ...postingRefusals, WRONG_STATUS, ACCOUNT_MISSING }

/** Operations on gifts. */
export const giftOperations = {
  listGivingBooks: base.route({ method: 'GET', path: '/gifts/books',
    summary: '可以登记捐赠的账套' }).input(z.object({})).output(z.object({ items: z.array(GivingBook) })),
  listGifts: base.route({ method: 'GET', path: '/gifts', summary: '捐赠' }).input(GiftFilters).output(pageOf(GiftRow)),
  getGift: base.route({ method: 'GET', path: '/gifts/{id}', summary: '一笔捐赠' }).input(named).output(Gift),
  draftGift: base.route({ method: 'POST', path: '/gifts', summary: '登记捐赠', successStatus: 201 }).meta({ idempotent: true })
    .input(NewGift).output(GiftRow).errors({ FUND_NOT_OPEN, AGREEMENT_CLOSED }),
  updateGift: base.route({ method: 'PUT', path: '/gifts/{id}', summary: '修改捐赠' }).input(changed.extend(content)).output(GiftRow)
    .errors({ WRONG_STATUS, FUND_NOT_OPEN, AGREEMENT_CLOSED, CHARGE_LIVE }),
  discardGift: base.route({ method: 'POST', path: '/gifts/{id}/discard', summary: '丢弃草稿' }).input(changed).output(GiftRow)
    .errors({ WRONG_STATUS, CHARGE_LIVE }),
  confirmGift: base.route({ method: 'POST', path: '/gifts/{id}/confirm', summary: '确认到账' }).meta({ idempotent: true }).input(Arrival).output(GiftRow)
    .errors({ ...booked, OWN_GIFT, FUND_NOT_OPEN, CHARGE_LIVE }),
  correctGift: base.route({ method: 'POST', path: '/gifts/{id}/correct', summary: '更正已入账的捐赠' }).meta({ idempotent: true })
    .input(changed.extend({ amount: yuan, fundId: id, onDay: localDate, reason })).output(GiftRow)
    .errors({ ...booked, FUND_NOT_OPEN, WAS_MOVED, GOODS_GONE, BEFORE_ARRIVAL }),
  changePurpose: base.route({ method: 'POST', path: '/gifts/{id}/purpose', summary: '改变用途' }).meta({ idempotent: true })
    .input(changed.extend({ fundId: id, onDay: localDate, consentForm: z.enum(consentForms), consentOn: localDate, reason })).output(GiftRow)
    .errors({ ...booked, FUND_NOT_OPEN, SAME_FUND, NOTHING_LEFT, BEFORE_ARRIVAL }),
  refundGift: base.route({ method: 'POST', path: '/gifts/{id}/refund', summary: '退赠' }).meta({ idempotent: true })
    .input(changed.extend({
      onDay: localDate, reason,
      /** A part of the money goes back; all of it when left out. */
      amount: yuan.optional(),
    })).output(GiftRow).errors({ ...booked, FUND_NOT_OPEN, GOODS_GONE, BEFORE_ARRIVAL, MORE_THAN_GIVEN }),
  handOutGoods: base.route({ method: 'POST', path: '/gifts/{id}/hand-outs', summary: '发放物资' }).meta({ idempotent: true })
    .input(changed.extend({
      onDay: localDate, quantity: z.number().int('请填整数').min(1).max(1_000_000), unit: unitCode, children: z.number().int('请填整数').min(0).max(1_000_000),
      households: z.number().int('请填整数').min(0).max(1_000_000),
    })).output(GiftRow).errors({ ...booked, STOCK_SHORT, BEFORE_ARRIVAL }),
  recordReceipt: base.route({ method: 'PUT', path: '/gifts/{id}/receipt', summary: '登记捐赠票据' }).input(GiftReceipt).output(GiftRow)
    .errors({ WRONG_STATUS, RECEIPT_KNOWN }),
}
