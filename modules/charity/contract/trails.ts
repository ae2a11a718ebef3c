import { z } from 'zod'
import { costClasses } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, prose, unitCode } from '#platform/contract/fields.ts'
import { day, fen, giftForms, named } from './fields.ts'

/** Spending of a month that a gift paid for. */
export const TrailPart = z.object({ month: z.number().int(), costClass: z.enum(costClasses).nullable(), projectLabel: z.string().nullable(), amountFen: fen })
/** A gift within one fund. */
export const TrailFund = z.object({
  fundName: z.string(),
  /** What of the gift stands in the fund. */
  amountFen: fen,
  parts: z.array(TrailPart),
  /** What of it is not spent yet. */
  leftFen: fen,
})
/** A gift within one fund. */
export type TrailFund = z.infer<typeof TrailFund>
/** How many a fund reached in one month, small groups merged. */
export const Cell = z.object({
  fundName: z.string(), month: z.number().int(),
  groups: z.array(z.object({
    place: z.string(),
    /** Several units of the place, not the place alone. */
    isMerged: z.boolean(), children: z.number().int(), households: z.number().int(),
  })),
  /** Fewer than five in all: nothing is told. */
  isWithheld: z.boolean(),
})
/** How many a fund reached in one month. */
export type Cell = z.infer<typeof Cell>
/** Where a gift went, without donor and without child. */
export const Trail = z.object({
  form: z.enum(giftForms), isRefunded: z.boolean(),
  /** What of it stands: nothing once all of it went back. */
  amountFen: fen,
  /** What it was before anything went back. */
  givenFen: fen,
  /** What went back to the donor, part by part. */
  refunds: z.array(z.object({ onDay: day, amountFen: fen })),
  receivedOn: day, holderName: z.string(), projectLabel: z.string().nullable(),
  item: z.string().nullable(), quantity: z.number().int().nullable(), countedIn: z.string().nullable(), funds: z.array(TrailFund),
  /** Goods of it that were handed out. */
  handOuts: z.array(z.object({ month: z.number().int(), quantity: z.number().int(), amountFen: fen })), cells: z.array(Cell), asOf: day,
})
/** Where a gift went. */
export type Trail = z.infer<typeof Trail>

/** A fund everybody may look at. */
export const OpenFund = z.object({ id, name: z.string(), holderName: z.string(), words: z.string(), publishedOn: day })
/** A fund everybody may look at. */
export type OpenFund = z.infer<typeof OpenFund>
/** Its figures month by month. */
export const OpenFundPage = OpenFund.extend({
  /** What it held when its books began. */
  openingFen: fen, incomeFen: fen, spentFen: fen, leftFen: fen,
  months: z.array(z.object({ month: z.number().int(), giftsFen: fen, otherFen: fen, spentFen: fen })),
  byClass: z.array(z.object({ costClass: z.enum(costClasses).nullable(), amountFen: fen })), cells: z.array(Cell), asOf: day,
})
/** Its figures month by month. */
export type OpenFundPage = z.infer<typeof OpenFundPage>
/** A fund of the books, and whether it is shown. */
export const ShownFund = z.object({
  id, bookName: z.string(), name: z.string(),
  /** Its publication; null while it is not shown. */
  publicationId: id.nullable(), words: z.string(),
})
/** A fund of the books. */
export type ShownFund = z.infer<typeof ShownFund>

/** A city as addresses name it. */
export const cityNumber = z.coerce.number().int().min(1).max(999_999_999)
/** What is typed from a paper: spaces and small letters are forgiven. */
export const traceCode = z.string().trim().min(8, '查询码不完整，请照票据或证书填写全部').max(60, '查询码太长，请核对')

const TRACE_UNKNOWN = { status: 404, message: '没有找到这个查询码，请对照票据或证书逐位核对。' }
const FUND_NOT_OPEN = { status: 404, message: '这项资金没有公布，或者已经收回。' }
const FUND_SHOWN = { status: 409, message: '这项资金已经公布，请刷新页面。' }

/** Operations on where the money went. */
export const trailOperations = {
  getTrail: base.route({ method: 'GET', path: '/gifts/{id}/trail', summary: '一笔捐赠的去向' }).input(named).output(Trail),
  traceGift: base.route({ method: 'POST', path: '/trace', summary: '凭查询码看捐赠去向（不用登录）' }).meta({ anonymous: true })
    .input(z.object({ code: traceCode })).output(Trail).errors({ TRACE_UNKNOWN }),
  listOpenFunds: base.route({ method: 'GET', path: '/open-funds', summary: '公布的资金（不用登录）' }).meta({ anonymous: true })
    .input(z.object({ city: cityNumber })).output(z.object({ items: z.array(OpenFund) })),
  getOpenFund: base.route({ method: 'GET', path: '/open-funds/{id}', summary: '一项公布的资金（不用登录）' }).meta({ anonymous: true })
    .input(z.object({ id, city: cityNumber })).output(OpenFundPage).errors({ FUND_NOT_OPEN }),
  listShownFunds: base.route({ method: 'GET', path: '/shown-funds', summary: '资金与公布情况' }).input(z.object({})).output(z.object({ items: z.array(ShownFund) })),
  publishFund: base.route({ method: 'POST', path: '/shown-funds/{id}', summary: '公布资金' }).input(named.extend({ words: prose(500).min(1, '请写这项资金做什么用') }))
    .output(ShownFund).errors({ FUND_SHOWN }),
  withdrawFund: base.route({ method: 'DELETE', path: '/shown-funds/{id}', summary: '收回公布' }).input(named).output(ShownFund).errors({ FUND_NOT_OPEN }),
  recordReach: base.route({ method: 'POST', path: '/shown-funds/{id}/reaches', summary: '登记受益情况', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend({
      month: z.number().int().min(200001).max(209912).refine((value) => value % 100 >= 1 && value % 100 <= 12, '请填月份，如 202603'), unit: unitCode,
      children: z.number().int('请填整数').min(0).max(1_000_000), households: z.number().int('请填整数').min(0).max(1_000_000),
    })).output(z.object({ id })),
}
