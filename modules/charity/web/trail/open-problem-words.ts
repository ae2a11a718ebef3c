import { defineWords } from '#platform/ui/words.ts'

/** What the public reads when a page cannot be shown, by the code of the refusal: the server itself answers in Chinese. */
export const openProblemWords = defineWords({
  TRACE_UNKNOWN: '没有找到这个查询码，请对照票据或证书逐位核对。', FUND_NOT_OPEN: '这项资金没有公布，或者已经收回。', CAMPAIGN_UNKNOWN: '没有找到这次募捐，可能还没有公布。',
  RATE_LIMITED: '操作过于频繁，请稍后再试。', INVALID_INPUT: '网址不完整，请从公布的资金或募捐页面重新打开。',
}, {
  TRACE_UNKNOWN: 'Nobody has this code. Please compare it with the receipt or certificate, sign by sign.',
  FUND_NOT_OPEN: 'This fund is not published, or no more.', CAMPAIGN_UNKNOWN: 'There is no such campaign; it may not be published yet.',
  RATE_LIMITED: 'Too many questions at once. Please try again in a while.',
  INVALID_INPUT: 'The address is not complete. Please come from the published funds or campaigns.',
})
