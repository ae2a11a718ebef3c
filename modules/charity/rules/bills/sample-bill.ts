// For tests: a trade bill as WeChat publishes its layout.

/** A line; whatever is left out is as it should be. */
export type SampleLine = {
  number: string; amount: string; fee: string; isRefund?: boolean; at?: string; state?: string; currency?: string; channelNumber?: string
}
type Change = { merchantId?: string; reversed?: boolean; foot?: Partial<Record<'count' | 'amount' | 'refund' | 'fee', string>> }

const headings = ['交易时间', '公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号', '用户标识', '交易类型', '交易状态', '付款银行', '货币种类',
  '应结订单金额', '代金券金额', '微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型', '退款状态', '商品名称', '商户数据包', '手续费', '费率', '订单金额',
  '申请退款金额', '费率备注']

/** The cells of a bill; each begins with the mark WeChat writes before figures. */
export function billRows(lines: readonly SampleLine[], { merchantId = '1900000001', reversed = false, foot = {} }: Change = {}): string[][] {
  const sum = (text: (line: SampleLine) => string, decimals: number) => lines.reduce((total, line) => total + Number(text(line)), 0).toFixed(decimals)
  const sums = [['总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额', '手续费总金额', '订单总金额', '申请退款总金额'],
    [foot.count ?? `\`${String(lines.length)}`, foot.amount ?? `\`${sum((line) => (line.isRefund === true ? '0' : line.amount), 2)}`,
      foot.refund ?? `\`${sum((line) => (line.isRefund === true ? line.amount : '0'), 2)}`, '`0.00',
      foot.fee ?? `\`${sum((line) => line.fee, 5)}`, '`0.00', '`0.00']]
  const rows = [headings, ...lines.map((line) => rowOf(line, merchantId))]
  return [...(reversed ? rows.map((row) => row.toReversed()) : rows), ...sums]
}

function rowOf(line: SampleLine, merchantId: string): string[] {
  const { number, amount, fee, isRefund = false, at = '2026-03-15 10:20:30', state = isRefund ? 'REFUND' : 'SUCCESS', currency = 'CNY' } = line
  const said: Record<string, string> = {
    交易时间: at, 公众账号ID: 'wx0000000000000001', 商户号: merchantId, 微信订单号: line.channelNumber ?? '4200001',
    商户订单号: isRefund ? 'order1' : number, 用户标识: 'openid-of-somebody', 交易类型: 'NATIVE', 交易状态: state, 付款银行: 'OTHERS', 货币种类: currency,
    应结订单金额: isRefund ? '0.00' : amount, 微信退款单号: isRefund ? '5000001' : '0',
    商户退款单号: isRefund ? number : '0', 退款金额: isRefund ? amount : '0.00', 手续费: fee, 费率: '0.60%', 订单金额: isRefund ? '0.00' : amount,
  }
  return headings.map((heading) => `\`${said[heading] ?? ''}`)
}
