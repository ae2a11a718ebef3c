import { defineWords } from '#platform/ui/words.ts'

const refused: Readonly<Record<string, string>> = {
  FUND_NOT_OPEN: '资金已经关闭', PERIOD_CLOSED: '所在月份已经结账', AMOUNT_DIFFERS: '支付通知的金额与订单不符，没有采信', ACCOUNT_MISSING: '账套缺少需要的科目',
  ONLINE_NOT_SET_UP: '在线支付的商户设置不见了', WRONG_STATUS: '这笔捐赠已经办结，请会计另行登记或者退回',
}
const declined: Readonly<Record<string, string>> = {
  NOT_ENOUGH: '商户账户余额不足，充值后自动再试', REFUND_FAILED: '支付平台没有退成，请改由银行转账退回', INVALID_REQUEST: '超过期限或者不能原路退回，请改由银行转账退回',
  USER_ACCOUNT_ABNORMAL: '捐赠人的支付账户不能收款，请改由银行转账退回',
}
const declinedInEnglish: Readonly<Record<string, string>> = {
  NOT_ENOUGH: 'the merchant has too little money; it is tried again', REFUND_FAILED: 'the gateway could not return it; please transfer it by bank',
  INVALID_REQUEST: 'it is too old or cannot go back that way; please transfer it by bank',
  USER_ACCOUNT_ABNORMAL: 'the account of the donor takes no money; please transfer it by bank',
}
const refusedInEnglish: Readonly<Record<string, string>> = {
  FUND_NOT_OPEN: 'the fund is closed', PERIOD_CLOSED: 'the month is closed', AMOUNT_DIFFERS: 'a callback named another amount and was not believed',
  ACCOUNT_MISSING: 'the books lack an account', ONLINE_NOT_SET_UP: 'the merchant is not set up any more',
  WRONG_STATUS: 'the gift is settled already; please record or return the money by hand',
}

/** What pages say of online payment. */
export const chargeWords = defineWords({
  pay: '在线支付', title: '微信支付', lead: '捐赠人用微信扫码付款。付款以后自动入账，不用再确认到账。', makeCode: '生成付款码', until: (time: string) => `请在 ${time} 以前付款。`,
  notSetUp: '还没有开通在线支付，请通过银行转账捐赠。', transfer: (text: string) => `转账账户：${text}`, noTransfer: '转账账户请向基金会索取；到账以后由会计确认。', code: '付款码',
  state: '在线支付', states: { asked: '正在要付款码', open: '等待付款', paid: '已付款，正在入账', booked: '已付款，已入账', closed: '没有付款，已经关闭' }, refund: '原路退回',
  refundStates: { wanted: '等待退回', asked: '支付平台正在退回', done: '已退回', failed: '没有退成' },
  refundLine: (yuan: string, state: string) => `${yuan} 元，${state}`, declined: (code: string) => declined[code] ?? '支付平台暂时没有受理，会再试',
  noCode: '付款码还没有生成，请稍等几秒再看。', expired: '没有付款，已经过期',
  obstacle: (code: string) => `还没有入账：${refused[code] ?? '请会计核对'}。会计处理后会自动入账。`,
}, {
  pay: 'Pay online', title: 'WeChat Pay', lead: 'The donor scans the code. Once paid it enters the books by itself; nobody has to confirm it.',
  makeCode: 'Make a code', until: (time: string) => `Please pay before ${time}.`,
  notSetUp: 'Online payment is not set up yet; please give by bank transfer.',
  transfer: (text: string) => `Account for transfers: ${text}`, noTransfer: 'Please ask the foundation for its account; an accountant confirms the arrival.',
  code: 'Payment code', state: 'Online payment',
  states: {
    asked: 'asking for the code', open: 'waiting for the payment', paid: 'paid, about to enter the books', booked: 'paid and in the books',
    closed: 'not paid, closed',
  },
  refund: 'Goes back the way it came',
  refundStates: { wanted: 'about to be returned', asked: 'being returned by the gateway', done: 'returned', failed: 'not returned' },
  refundLine: (yuan: string, state: string) => `${yuan} yuan, ${state}`,
  declined: (code: string) => declinedInEnglish[code] ?? 'the gateway did not take it yet; it is tried again',
  noCode: 'The code is not there yet; please wait a few seconds.',
  expired: 'not paid in time',
  obstacle: (code: string) => `Not in the books yet: ${refusedInEnglish[code] ?? 'please let an accountant look'}. It follows by itself once that is solved.`,
})
