import { z } from 'zod'
import { reason } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { creditCode, id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { halfWidthWanted } from '#platform/contract/amounts.ts'
import { parseYuan } from '#platform/values/money.ts'
import { hasFullWidthDigits } from '#platform/values/text.ts'
import { campaignDutyKinds, campaignStatuses, changed, day, fen, named, version } from './fields.ts'
import { CampaignQualification } from './qualifications.ts'
import { cityNumber } from './trails.ts'

/** What is due of a campaign, and until when. */
export const CampaignDuty = z.object({ kind: z.enum(campaignDutyKinds), dueOn: day, isLate: z.boolean() })
/** What is due of a campaign. */
export type CampaignDuty = z.infer<typeof CampaignDuty>
/** A campaign as lists show it. */
export const CampaignRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), bookId: id, fundId: id, fundName: z.string(), name: z.string(), startsOn: day, endsOn: day,
  isEmergency: z.boolean(), status: z.enum(campaignStatuses), filedOn: day.nullable(),
  /** Confirmed gifts that answer it. */
  raisedFen: fen, giftCount: z.number().int(),
  /** What is due next; null where nothing is. */
  duty: CampaignDuty.nullable(), version,
})
/** A campaign as lists show it. */
export type CampaignRow = z.infer<typeof CampaignRow>
/** Who asks together with the foundation. */
export const CampaignPartner = z.object({ name: z.string(), creditCode: z.string(), task: z.string(), assessedOn: day, assessment: z.string(), agreedOn: day,
  /** Its own leave to ask the public; left out where it has none. */
  qualification: z.object({ number: z.string(), grantedOn: day, /** Null where the certificate names no last day. */ validUntil: day.nullable() }).optional(),
})
/** What was told while it ran. */
export const CampaignNews = z.object({ publishedOn: day, raisedFen: fen, giftCount: z.number().int(), spentFen: fen, words: z.string() })
const plan = {
  purpose: z.string(), area: z.string(), leaderName: z.string(), officeAddress: z.string(), ways: z.string(), bankAccount: z.string(),
  beneficiaries: z.string(),
  usePlan: z.string(), costFen: fen, surplusRule: z.string(),
}
/** One campaign. */
export const Campaign = CampaignRow.extend({
  ...plan, bookName: z.string(), filingNumber: z.string().nullable(), report: z.string().nullable(), reportedOn: day.nullable(), madeName: z.string(),
  partners: z.array(CampaignPartner), news: z.array(CampaignNews),
  /** By whose leave it asks; of a plan that was not filed, by whose it would. Null where nobody's covers it, and where it was filed before this was asked. */
  qualification: CampaignQualification.nullable(),
  /** Last day on which its plan may be filed. */
  fileUntil: day,
  /** What the caller may do now. */
  may: z.object({ update: z.boolean(), discard: z.boolean(), file: z.boolean(), tell: z.boolean(), report: z.boolean() }),
})
/** One campaign. */
export type Campaign = z.infer<typeof Campaign>
/** A campaign everybody may see. */
export const OpenCampaign = z.object({
  id, name: z.string(), holderName: z.string(), purpose: z.string(), startsOn: day, endsOn: day, status: z.enum(campaignStatuses), isEmergency: z.boolean(),
  raisedFen: fen, giftCount: z.number().int(),
})
/** A campaign everybody may see. */
export type OpenCampaign = z.infer<typeof OpenCampaign>
/** Its page. */
export const OpenCampaignPage = OpenCampaign.extend({
  ...plan, filedOn: day.nullable(), filingNumber: z.string().nullable(), report: z.string().nullable(), reportedOn: day.nullable(),
  partners: z.array(CampaignPartner.pick({ name: true, task: true, assessment: true })), news: z.array(CampaignNews),
  /** By whose leave it asks; null where it was filed before this was asked. */
  qualification: CampaignQualification.nullable(), asOf: day,
})
/** Its page. */
export type OpenCampaignPage = z.infer<typeof OpenCampaignPage>

/** An amount in yuan that may be nothing. */
const yuanOrNothing = z.string().trim().max(30, '金额太长').transform((text, context) => {
  const amount = parseYuan(text)
  if (amount !== undefined && amount >= 0 && amount < 100_000_000_000) return amount
  const problem = hasFullWidthDigits(text) ? halfWidthWanted : '请填金额，如 0、300 或 1,250.50，最多两位小数，不能是负数，应小于10亿元'
  context.addIssue({ code: 'custom', message: problem })
  return z.NEVER
})
const said = (max: number, missing: string) => prose(max).min(1, missing)
const content = {
  fundId: id, name: line(80), purpose: said(500, '请写明募捐目的'), startsOn: localDate, endsOn: localDate, area: line(100), leaderName: line(40),
  officeAddress: line(120), ways: said(300, '请写明接受捐赠的方式'), bankAccount: line(120), beneficiaries: said(300, '请写明受益人范围，不写姓名'),
  usePlan: said(1000, '请写明募得款物的用途'), cost: yuanOrNothing, surplusRule: said(300, '请写明剩余财产的处理'), isEmergency: z.boolean().default(false),
  partners: z.array(z.object({
    name: line(80), creditCode, task: line(200), assessedOn: localDate, assessment: said(500, '请写明对合作方的评估'), agreedOn: localDate,
    /** Its own leave to ask the public. */
    qualification: z.object({ number: line(60), grantedOn: localDate, validUntil: localDate.nullable().default(null) }).optional(),
  })).max(20, '最多20家合作方').default([]),
}
/** A campaign that is planned. */
export const NewCampaign = z.object({ bookId: id, ...content })
/** A campaign that is planned. */
export type NewCampaign = z.output<typeof NewCampaign>
/** A plan that is rewritten. */
export const CampaignChange = changed.extend(content)
/** A plan that is rewritten. */
export type CampaignChange = z.output<typeof CampaignChange>
/** Filters of the list. */
export const CampaignFilters = listQuery.omit({ q: true }).extend({ status: z.enum(campaignStatuses).optional(), bookId: id.optional() })
/** Filters of the list. */
export type CampaignFilters = z.output<typeof CampaignFilters>

const WRONG_STATUS = { status: 409, message: '这次募捐的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(campaignStatuses) }) }
const FUND_NOT_OPEN = { status: 409, message: '这项资金已经关闭，请重新选择资金。' }
const NOT_ENDED = { status: 409, message: '募捐还没有结束，结束以后再公布总结。', data: z.object({ endsOn: day }) }
const NOT_BEGUN = { status: 409, message: '募捐还没有开始，开始以后再公布进展。', data: z.object({ startsOn: day }) }
const NOT_QUALIFIED = {
  status: 409,
  message: '募捐期间基金会没有登记有效的公开募捐资格，方案里也没有具有资格的合作方，不能开展公开募捐（慈善法第二十二条）。请先登记资格证书，或在方案里写明具有资格的合作方。',
}
const HAS_GIFTS = { status: 409, message: '已经有捐赠登记在这次募捐上，不能丢弃；请补办备案。' }
const CAMPAIGN_UNKNOWN = { status: 404, message: '没有找到这次募捐，可能还没有公布。' }

/** Operations on campaigns. */
export const campaignOperations = {
  listCampaigns: base.route({ method: 'GET', path: '/campaigns', summary: '公开募捐' }).input(CampaignFilters).output(pageOf(CampaignRow)),
  getCampaign: base.route({ method: 'GET', path: '/campaigns/{id}', summary: '一次公开募捐' }).input(named).output(Campaign),
  planCampaign: base.route({ method: 'POST', path: '/campaigns', summary: '制定募捐方案', successStatus: 201 }).meta({ idempotent: true })
    .input(NewCampaign).output(CampaignRow).errors({ FUND_NOT_OPEN, NOT_QUALIFIED }),
  updateCampaign: base.route({ method: 'PUT', path: '/campaigns/{id}', summary: '修改募捐方案' }).input(CampaignChange).output(CampaignRow)
    .errors({ WRONG_STATUS, FUND_NOT_OPEN, NOT_QUALIFIED }),
  discardCampaign: base.route({ method: 'POST', path: '/campaigns/{id}/discard', summary: '丢弃募捐方案' }).input(changed.extend({ reason })).output(CampaignRow)
    .errors({ WRONG_STATUS, HAS_GIFTS }),
  fileCampaign: base.route({ method: 'POST', path: '/campaigns/{id}/filing', summary: '登记备案' }).meta({ idempotent: true })
    .input(changed.extend({ filedOn: localDate, filingNumber: line(60) })).output(CampaignRow).errors({ WRONG_STATUS, NOT_QUALIFIED }),
  publishProgress: base.route({ method: 'POST', path: '/campaigns/{id}/news', summary: '公布募捐进展' }).meta({ idempotent: true })
    .input(changed.extend({ spent: yuanOrNothing, words: said(1000, '请写明进展和使用情况') })).output(CampaignRow)
    .errors({ WRONG_STATUS, NOT_BEGUN, NOT_QUALIFIED }),
  reportCampaign: base.route({ method: 'POST', path: '/campaigns/{id}/report', summary: '公布募捐总结' }).meta({ idempotent: true })
    .input(changed.extend({ spent: yuanOrNothing, words: said(3000, '请写明募得款物、使用、成本和合作方监督情况') })).output(CampaignRow)
    .errors({ WRONG_STATUS, NOT_ENDED }),
  listOpenCampaigns: base.route({ method: 'GET', path: '/open-campaigns', summary: '公开募捐（不用登录）' }).meta({ anonymous: true })
    .input(z.object({ city: cityNumber })).output(z.object({ items: z.array(OpenCampaign) })),
  getOpenCampaign: base.route({ method: 'GET', path: '/open-campaigns/{id}', summary: '一次公开募捐的进展（不用登录）' }).meta({ anonymous: true })
    .input(z.object({ id, city: cityNumber })).output(OpenCampaignPage).errors({ CAMPAIGN_UNKNOWN }),
}
