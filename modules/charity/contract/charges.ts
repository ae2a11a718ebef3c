import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { changed, channels, fen, giftStatuses } from './fields.ts'

/** Where a charge stands. */
export const chargeStatuses = ['asked', 'open', 'paid', 'booked', 'closed'] as const
/** What a donor is asked to pay online. */
export const Charge = z.object({
  id, channel: z.literal('wechat'), number: z.string(), amountFen: fen,
  /** Address the donor scans; null until the channel gave it. */
  codeUrl: z.string().nullable(), status: z.enum(chargeStatuses), expiresAt: z.string(), paidAt: z.string().nullable(),
  /** Why it is paid and not booked; a code of a refusal. */
  obstacle: z.string().nullable(),
})
/** What a donor is asked to pay online. */
export type Charge = z.infer<typeof Charge>
/** Where a refund stands that goes back the way it was paid. */
export const refundStatuses = ['wanted', 'asked', 'done', 'failed'] as const
/** What goes back the way it was paid. */
export const Refund = z.object({
  id, amountFen: fen, status: z.enum(refundStatuses),
  /** Why it failed or waits; a code of ours or of the channel. */
  obstacle: z.string().nullable(), returnedAt: z.string().nullable(), createdAt: z.string(),
})
/** What goes back the way it was paid. */
export type Refund = z.infer<typeof Refund>
/** How money may come to the foundation. */
export const PayChannels = z.object({
  items: z.array(z.object({ kind: z.enum(channels), isByHand: z.boolean() })),
  /** Holder, bank and account for a transfer, as the city wrote it. */
  bankTransfer: z.string().nullable(),
})
/** How money may come to the foundation. */
export type PayChannels = z.infer<typeof PayChannels>

/** What refuses a charge. */
export const chargeRefusals = {
  NOT_MONEY: { status: 409, message: '只有捐赠资金可以在线支付，物资和服务请线下交接。' },
  ONLINE_NOT_SET_UP: { status: 409, message: '还没有开通在线支付，请通过银行转账捐赠。' },
  CHARGE_BEING_ASKED: { status: 409, message: '正在向支付平台要付款码，请稍等几秒再试。' },
  GATEWAY_SILENT: { status: 502, message: '支付平台暂时没有答复，请稍后再试，或者通过银行转账捐赠。' },
}
/** A gift is left alone while its donor may still pay it. */
export const CHARGE_LIVE = { status: 409, message: '捐赠人正在在线支付这笔捐赠，请等支付入账或者过期以后再办。' }

/** Operations on online payment. */
export const chargeOperations = {
  listPayChannels: base.route({ method: 'GET', path: '/gifts/channels', summary: '收款方式' }).input(z.object({})).output(PayChannels),
  openCharge: base.route({ method: 'POST', path: '/gifts/{id}/charges', summary: '在线支付', successStatus: 201 }).input(changed).output(Charge).errors({
    WRONG_STATUS: { status: 409, message: '这笔捐赠的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(giftStatuses) }) }, ...chargeRefusals }),
}
