import type { CampaignDutyKind, CampaignStatus, AgreementKind, AgreementStatus, Channel, ConsentForm, DonorKind, GiftForm, GiftStatus } from '../contract.ts'

/** Who gives, in words. */
export const donorKindWords: Readonly<Record<DonorKind, string>> = { person: '个人', enterprise: '单位', anonymous: '匿名' }
/** What is given, in words. */
export const giftFormWords: Readonly<Record<GiftForm, string>> = { money: '资金', goods: '物资', service: '服务' }
/** Where a gift stands, in words. */
export const giftStatusWords: Readonly<Record<GiftStatus, string>> = { draft: '待确认到账', confirmed: '已到账', refunded: '已退赠', discarded: '已丢弃' }
/** What a promise is, in words. */
export const agreementKindWords: Readonly<Record<AgreementKind, string>> = { agreement: '捐赠协议', pledge: '认捐' }
/** Where an agreement stands, in words. */
export const agreementStatusWords: Readonly<Record<AgreementStatus, string>> = { open: '履行中', fulfilled: '已履行', ended: '已终止' }
/** Where a campaign stands, in words. */
export const campaignStatusWords: Readonly<Record<CampaignStatus, string>> = { draft: '待备案', filed: '已备案', reported: '已公布总结', discarded: '已丢弃' }
/** What is due of a campaign, in words. */
export const campaignDutyWords: Readonly<Record<CampaignDutyKind, string>> = {
  filing: '方案备案', emergency: '公布款物接收情况', progress: '公布进展', report: '公布总结',
}
/** How money came, in words. */
export const channelWords: Readonly<Record<Channel, string>> = { bank: '银行转账', cash: '现金', wechat: '微信支付' }
/** How a donor agreed, in words. */
export const consentFormWords: Readonly<Record<ConsentForm, string>> = { letter: '书面信函', message: '短信或邮件', agreement: '补充协议' }
