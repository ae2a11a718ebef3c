// What a donor sees of the own gifts.
import { z } from 'zod'
import { releaseReasons } from '#modules/aid/contract.ts'
import { yuan } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, line } from '#platform/contract/fields.ts'
import { chargeRefusals, PayChannels } from './charges.ts'
import { DonorRow } from './donors.ts'
import { agreementKinds, agreementStatuses, changed, day, donorKinds, fen, giftForms, giftStatuses, named } from './fields.ts'
import { Trail } from './trails.ts'

/** Where a wish stands for the donor who claimed it. */
export const ownClaimStatuses = ['living', 'lapsed', 'released', 'fulfilled'] as const
/** A gift as its donor sees it. */
export const OwnGift = z.object({
  id, form: z.enum(giftForms), amountFen: fen, item: z.string().nullable(), quantity: z.number().int().nullable(), countedIn: z.string().nullable(),
  fundName: z.string(), projectLabel: z.string().nullable(), status: z.enum(giftStatuses), promisedOn: day, receivedOn: day.nullable(),
  traceCode: z.string().nullable(), receiptCode: z.string().nullable(), receiptNumber: z.string().nullable(), receiptOn: day.nullable(),
})
/** A gift as its donor sees it. */
export type OwnGift = z.infer<typeof OwnGift>
/** An agreement as its donor sees it. */
export const OwnAgreement = z.object({
  id, kind: z.enum(agreementKinds), title: z.string(), signedOn: day, totalFen: fen, arrivedFen: fen, status: z.enum(agreementStatuses),
  nextDueOn: day.nullable(),
})
/** An agreement as its donor sees it. */
export type OwnAgreement = z.infer<typeof OwnAgreement>
/** A wish nobody claimed yet, as everybody may see it. */
export const OpenWish = z.object({ id, area: z.string(), ageBand: z.string().nullable(), text: z.string(), amountFen: fen.nullable() })
/** A wish nobody claimed yet. */
export type OpenWish = z.infer<typeof OpenWish>
/** A wish the donor claimed, as everybody may see it. */
export const OwnClaim = z.object({
  id, status: z.enum(ownClaimStatuses), claimedOn: day, untilOn: day, endedOn: day.nullable(),
  /** Null where the wish is no longer shown. */
  text: z.string().nullable(), area: z.string().nullable(), ageBand: z.string().nullable(), amountFen: fen.nullable(), thanks: z.string().nullable(),
})
/** A wish the donor claimed. */
export type OwnClaim = z.infer<typeof OwnClaim>
/** An order the donor made itself or the foundation made for the donor, that is not in the books yet. */
export const OwnCharge = z.object({
  id, giftId: id, fundName: z.string(), amountFen: fen, status: z.enum(['asked', 'open', 'paid']),
  /** Address to scan; null until the channel gave it. */
  codeUrl: z.string().nullable(), expiresAt: z.string(),
})
/** An order that is not in the books yet. */
export type OwnCharge = z.infer<typeof OwnCharge>
/** What a donor gives online: how much, for which published fund. */
export const OwnOrder = z.object({ fundId: id, amount: yuan })
/** What a donor gives online. */
export type OwnOrder = z.output<typeof OwnOrder>
/** The page of a donor. */
export const OwnPage = z.object({
  /** Null while the foundation has not linked the account. */
  donor: z.object({
    id, kind: z.enum(donorKinds), label: z.string(), creditCode: z.string().nullable(), givenFen: fen, giftCount: z.number().int(),
  }).nullable(),
  agreements: z.array(OwnAgreement),
  /** Public pages of what the donor gave to. */
  reports: z.array(z.object({ kind: z.enum(['fund', 'campaign']), id, name: z.string() })),
  wishes: z.array(OpenWish), claims: z.array(OwnClaim), channels: PayChannels, city: z.number().int(),
  /** Published funds the donor may give to online; none where online payment is not set up. */
  funds: z.array(z.object({ id, name: z.string(), words: z.string() })), orders: z.array(OwnCharge),
})
/** The page of a donor. */
export type OwnPage = z.infer<typeof OwnPage>

const NOT_LINKED = { status: 409, message: '您的账号还没有关联捐赠人，请先联系基金会，报上您的登录名。' }
/** Where the last page ended. */
const place = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, '请从第一页重新看起')

/** Operations of a donor on own gifts, and the one that gives a donor the account. */
export const ownOperations = {
  getOwnPage: base.route({ method: 'GET', path: '/my-gifts/overview', summary: '我的捐赠' }).input(z.object({})).output(OwnPage),
  listOwnGifts: base.route({ method: 'GET', path: '/my-gifts', summary: '我的各笔捐赠' }).input(z.object({ after: place.optional() }))
    .output(z.object({ items: z.array(OwnGift), next: z.string().nullable() })),
  getOwnTrail: base.route({ method: 'GET', path: '/my-gifts/{id}/trail', summary: '我的一笔捐赠的去向' }).input(named).output(Trail),
  orderOwnGift: base.route({ method: 'POST', path: '/my-gifts/orders', summary: '自己在线捐赠' }).input(OwnOrder).output(OwnCharge).errors({
    ...chargeRefusals, NOT_LINKED, FUND_NOT_SHOWN: { status: 409, message: '这项资金现在不能在线捐赠，请另选一项。' },
    TOO_MANY_ORDERS: { status: 409, message: '您有几笔捐赠还没有付款，请先付款，或者等它们过期以后再捐。' },
  }),
  claimOwnWish: base.route({ method: 'POST', path: '/my-gifts/wishes/{id}/claim', summary: '自己认领微心愿' }).input(named).output(named).errors({
    NOT_LINKED, WISH_TAKEN: { status: 409, message: '这个心愿刚刚被别人认领了，请另选一个。' },
    TOO_MANY_CLAIMS: { status: 409, message: '您认领的心愿还有几个没有实现，请先实现它们，再认领新的。' },
  }),
  releaseOwnClaim: base.route({ method: 'POST', path: '/my-gifts/claims/{id}/release', summary: '自己退认微心愿' })
    .input(named.extend({ /** Why; the office of the wish is told. */ reason: z.enum(releaseReasons, '请选择退认的原因') })).output(named).errors({
      CLAIM_ENDED: { status: 409, message: '这次认领已经结束，不用再退，请刷新页面。' },
      AID_BEGUN: { status: 409, message: '当地已经登记了这份帮扶，东西正在转交，不能再退认；有变化请直接联系工作人员。' },
    }),
  linkDonor: base.route({ method: 'PUT', path: '/donors/{id}/account', summary: '关联捐赠人的账号' })
    .input(changed.extend({ /** Name the donor signs in with; none takes the account off. */ signInName: line(40).optional() })).output(DonorRow).errors({
      ACCOUNT_UNKNOWN: { status: 409, message: '没有这个登录名的捐赠人账号，请先请安全管理员开设账号并授予“捐赠人”角色。' },
      ACCOUNT_TAKEN: { status: 409, message: '这个账号已经关联了另一位捐赠人，请核对登录名。' },
      NOT_LINKABLE: { status: 409, message: '匿名或已经合并的捐赠人不能关联账号。' },
    }),
}
