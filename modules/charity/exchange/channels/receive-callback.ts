import type { CallbackRoute } from '#platform/http/callback.ts'
import type { AnonymousContext } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import { takePayment, takeRefund } from '../../queries/charges/take-payment.ts'
import { NotBelieved } from './channel.ts'
import { findOnline } from './list-channels.ts'

/** Callbacks of one address in a minute: whoever floods us gets neither a file read nor a signature checked. */
const asked = new RateLimit(600)

const refused = (status: number, message: string) => ({ status, body: { code: 'FAIL', message } })

/**
 * WeChat Pay tells that a charge was paid or how a refund stands. Whatever is not signed, fresh, ours and new is answered with FAIL; what is said again is
 * agreed to again. The books follow by a job: no callback waits for them.
 */
export const receiveWechatCallback: CallbackRoute = {
  path: '/charity/callbacks/wechat/:city',
  summary: '微信支付通知',
  run: async (context, { params, headers, body }) => {
    if (!asked.allows(context.request.address, context.now.getTime())) return refused(429, '过于频繁')
    const cityId = /^\d{6}$/.test(params['city'] ?? '') ? Number(params['city']) : undefined
    const channel = cityId === undefined ? undefined : await findChannel(context, cityId)
    if (cityId === undefined || channel === undefined) return refused(404, '没有开通')
    try {
      const said = channel.readCallback({ headers, body }, context.now)
      if ('nothing' in said) return { status: 204 }
      const asking = { cityId, channel: channel.kind, ground: context.pool }
      const answer = 'payment' in said ? await takePayment(asking, said.payment) : await takeRefund(asking, said.refund)
      if (answer === 'taken' || answer === 'known') return { status: 204 }
      return refused(answer === 'replayed' ? 409 : 422, words[answer])
    } catch (error) {
      if (error instanceof NotBelieved) return refused(error.reason === 'content' ? 400 : 401, words[error.reason])
      throw error
    }
  },
}

const words: Readonly<Record<NotBelieved['reason'] | 'replayed' | 'unknown' | 'differs', string>> = {
  incomplete: '缺少签名信息', stale: '时间戳超过五分钟', serial: '证书序列号未知', signature: '验签失败', content: '内容无法解密', merchant: '商户不符',
  replayed: '重复的通知', unknown: '订单不存在', differs: '金额或支付单号不符',
}

async function findChannel({ installation, now }: AnonymousContext, cityId: number) {
  return (await findOnline({ dataFolder: installation.dataFolder, cityId, now: () => now }))?.channel
}
