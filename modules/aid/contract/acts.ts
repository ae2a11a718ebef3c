import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import {
  CASE_CLOSED, changed, CHILD_ERASED, day, fen, forms, kindCode, named, payerKinds, reaches, reason, SERVICE_CONSENT_MISSING, version, words, yuan,
} from './fields.ts'

/** Where an act of aid stands. */
export const actStatuses = ['offered', 'given', 'received', 'voided'] as const
/** How one knows that it arrived. */
export const proofs = ['signature', 'witness', 'unwanted'] as const
/** Where an act of aid stands. */
export type ActStatus = (typeof actStatuses)[number]
/** How one knows that it arrived. */
export type Proof = (typeof proofs)[number]

/** Most shares of one act. */
export const mostShares = 20
/** Largest scan of a receipt: a page photographed with a telephone fits many times. */
const largestScanBytes = 10 * 1024 * 1024

/** What one payer gives. */
export const Share = z.object({
  id, payerKind: z.enum(payerKinds),
  /** Null for a person, whose name is sealed. */
  payerName: z.string().nullable(), form: z.enum(forms), amountFen: fen.nullable(), item: z.string().nullable(), quantity: z.number().int().nullable(),
  countedIn: z.string().nullable(), minutes: z.number().int().nullable(), times: z.number().int().nullable(), withdrawnOn: day.nullable(),
})
/** What one payer gives. */
export type Share = z.infer<typeof Share>

/** What one payer will give. Which fields are needed follows from the form. */
export const NewShare = z.object({
  payerKind: z.enum(payerKinds), payerName: line(60), form: z.enum(forms),
  /** Money, or what goods or service are worth, in yuan, at most two decimals. */
  amount: yuan.optional(), item: line(60).optional(), quantity: z.number().int('请填整数').min(1, '至少为1').max(1_000_000, '数量太大').optional(),
  countedIn: line(8).optional(), minutes: z.number().int('请填整数').min(1, '至少1分钟').max(100_000, '时间太长').optional(),
  times: z.number().int('请填整数').min(1, '至少1次').max(1000, '次数太多').optional(),
})
/** What one payer will give. */
export type NewShare = z.output<typeof NewShare>

/** An act of aid as lists show it: masked, with the total of its shares. */
export const ActRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), caseId: id, childId: id, label: z.string(), kind: z.string(), kindName: z.string(), reach: z.enum(reaches),
  isCourtesyCall: z.boolean(), needId: id.nullable(), wishId: id.nullable(), status: z.enum(actStatuses), totalFen: fen, moneyFen: fen, goodsFen: fen,
  payerKinds: z.array(z.enum(payerKinds)), offeredOn: day, givenOn: day.nullable(), receivedOn: day.nullable(), version,
})
/** An act of aid as lists show it. */
export type ActRow = z.infer<typeof ActRow>
/** One act of aid, still masked. */
export const Act = ActRow.extend({
  shares: z.array(Share), offeredName: z.string(), proof: z.enum(proofs).nullable(), hasScan: z.boolean(), voidedOn: day.nullable(),
  voidReason: z.string().nullable(),
  /** What the caller may do now. */
  may: z.object({ open: z.boolean(), share: z.boolean(), give: z.boolean(), receive: z.boolean(), void: z.boolean(), scan: z.boolean(), print: z.boolean() }),
})
/** One act of aid. */
export type Act = z.infer<typeof Act>
/** What was written about it, opened. */
export const ActWords = z.object({
  words: z.string(), signedBy: z.string().nullable(), witnesses: z.array(z.string()), unwantedReason: z.string().nullable(),
  /** Names of persons who pay, by share. */
  payers: z.array(z.object({ id, name: z.string() })),
})
/** What was written about it, opened. */
export type ActWords = z.infer<typeof ActWords>

/** What will be given. */
export const NewAct = z.object({
  caseId: id, needId: id.optional(), wishId: id.optional(), kind: kindCode, reach: z.enum(reaches).default('child'), isCourtesyCall: z.boolean().default(false),
  words: words(1000).default(''), shares: z.array(NewShare).min(1, '请至少填一方出资').max(mostShares, `最多${mostShares}方`),
})
/** What will be given. */
export type NewAct = z.output<typeof NewAct>

/** How one knows that it arrived. */
export const NewReceipt = z.object({
  proof: z.enum(proofs), receivedOn: localDate,
  /** Who signed on paper. */
  signedBy: line(40).optional(),
  /** Two people who saw it. */
  witnesses: z.array(line(40)).max(2, '见证人填两位').default([]),
  /** Why the family wanted nothing signed. */
  unwantedReason: line(200).optional(),
})
/** How one knows that it arrived. */
export type NewReceipt = z.output<typeof NewReceipt>

/** Filters of the list, without paging. */
export const ActFilters = listQuery.omit({ q: true }).extend({
  status: z.enum(actStatuses).optional(), kind: kindCode.optional(), payer: z.enum(payerKinds).optional(), courtesy: z.stringbool().optional(),
  caseId: id.optional(), childId: id.optional(),
})
/** Filters of the list. */
export type ActFilters = z.output<typeof ActFilters>

const WRONG_STATUS = { status: 409, message: '这次帮扶的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(actStatuses) }) }

/** Operations on acts of aid. */
export const actOperations = {
  listActs: base.route({ method: 'GET', path: '/aid-acts', summary: '帮扶行动' }).input(ActFilters).output(pageOf(ActRow)),
  getAct: base.route({ method: 'GET', path: '/aid-acts/{id}', summary: '一次帮扶' }).input(named).output(Act),
  offerAct: base.route({ method: 'POST', path: '/aid-acts', summary: '登记帮扶', successStatus: 201 }).meta({ idempotent: true }).input(NewAct).output(ActRow)
    .errors({
      CASE_CLOSED, SERVICE_CONSENT_MISSING, CHILD_ERASED,
      NEED_NOT_APPROVED: { status: 409, message: '这项需求还没有批准，或已经有人帮扶；请打开需求查看。' },
      WISH_NOT_CLAIMED: { status: 409, message: '这个心愿还没有人认领，或认领已经失效；请先登记认领。' },
    }),
  addShare: base.route({ method: 'POST', path: '/aid-acts/{id}/shares', summary: '增加出资方', successStatus: 201 }).meta({ idempotent: true })
    .input(changed.extend({ share: NewShare })).output(ActRow)
    .errors({ WRONG_STATUS, TOO_MANY_SHARES: { status: 409, message: `一次帮扶最多登记${mostShares}方，请另登记一次。` } }),
  withdrawShare: base.route({ method: 'POST', path: '/aid-acts/{id}/shares/{shareId}/withdraw', summary: '出资方退出' })
    .input(changed.extend({ shareId: id })).output(ActRow)
    .errors({ WRONG_STATUS, LAST_SHARE: { status: 409, message: '这是最后一方；如果帮扶不再进行，请作废这次帮扶。' } }),
  giveAct: base.route({ method: 'POST', path: '/aid-acts/{id}/give', summary: '登记已给予' }).input(changed.extend({ givenOn: localDate })).output(ActRow)
    .errors({ WRONG_STATUS }),
  receiveAct: base.route({ method: 'POST', path: '/aid-acts/{id}/receive', summary: '登记签收' }).input(changed.extend(NewReceipt.shape)).output(ActRow)
    .errors({ WRONG_STATUS, CHILD_ERASED }),
  attachReceiptScan: base.route({ method: 'POST', path: '/aid-acts/{id}/scan', summary: '附上签收单扫描件' })
    .errors({
      WRONG_STATUS, CHILD_ERASED, NO_SIGNATURE: { status: 409, message: '只有纸质签名的签收可以附扫描件。' },
      SCAN_ATTACHED: { status: 409, message: '这次帮扶已经附有签收单扫描件。' },
    })
    .input(z.object({ id, file: z.file().max(largestScanBytes, '扫描件不能超过10MB，请压缩后再上传') })).output(named),
  voidAct: base.route({ method: 'POST', path: '/aid-acts/{id}/void', summary: '作废帮扶' }).input(changed.extend({ reason })).output(ActRow)
    .errors({ WRONG_STATUS }),
  openAct: base.route({ method: 'POST', path: '/aid-acts/{id}/open', summary: '打开帮扶内容（留痕）' }).input(named).output(ActWords).errors({ CHILD_ERASED }),
}
