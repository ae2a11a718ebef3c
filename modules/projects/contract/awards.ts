import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { postingRefusals } from '#modules/ledger/contract.ts'
import {
  accountProblems, awardStatuses, changed, day, fen, findingCode, kindCode, named, Payee, reason, refusalKinds, relations, version, words, yuan,
} from './fields.ts'

/** A kind of award with its criteria. */
export const AwardKind = z.object({ code: z.string(), name: z.string(), mostFen: fen, mostPerYear: z.number().int(), needsChild: z.boolean() })
/** A kind of award with its criteria. */
export type AwardKind = z.infer<typeof AwardKind>

/** An award as lists show it: masked. */
export const AwardRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), kind: z.string(), kindName: z.string(), label: z.string(), isOutside: z.boolean(),
  peopleCount: z.number().int(), amountFen: fen,
  /** 张某, or the name of a body. */
  payeeLabel: z.string().nullable(), accountTail: z.string().nullable(), accountProblem: z.enum(accountProblems).nullable(),
  /** Why the last transfer failed. */
  refusalKind: z.enum(refusalKinds).nullable(),
  status: z.enum(awardStatuses), batchId: id.nullable(), appliedOn: day, appliedName: z.string(), paidOn: day.nullable(), receivedOn: day.nullable(), version,
})
/** An award as lists show it. */
export type AwardRow = z.infer<typeof AwardRow>

/** One look at what became of an award. */
export const AwardVisit = z.object({ id, madeOn: day, isUsedAsMeant: z.boolean(), madeName: z.string() })
/** One look at what became of an award. */
export type AwardVisit = z.infer<typeof AwardVisit>

/** One award, still masked. */
export const Award = AwardRow.extend({
  householdsCount: z.number().int(), relation: z.enum(relations),
  /** Case of the child, for those who read cases. */
  caseId: id.nullable(), findings: z.array(findingCode), endReason: z.string().nullable(), hasScan: z.boolean(), visits: z.array(AwardVisit),
  /** What the caller may do now. */
  may: z.object({
    open: z.boolean(), correct: z.boolean(), withdraw: z.boolean(), decline: z.boolean(), attach: z.boolean(), visit: z.boolean(), openScan: z.boolean(),
      takeBack: z.boolean(),
  }),
})
/** One award. */
export type Award = z.infer<typeof Award>

/** What is sealed of an award, opened. */
export const AwardWords = z.object({
  words: z.string(), payee: z.object({ name: z.string(), account: z.string(), bank: z.string() }).nullable(),
  /** What the bank said when a transfer failed last. */
  refusal: z.string().nullable(), notes: z.array(z.object({ id, note: z.string() })),
})
/** What is sealed of an award, opened. */
export type AwardWords = z.infer<typeof AwardWords>

/** What is applied for. */
export const NewAward = z.object({
  kind: kindCode, amount: yuan,
  /** Why; sealed. */
  words: words(1000).min(1, '请写明申请的理由'),
  /** Case of the child it is for; none where people are counted outside. */
  caseId: id.optional(),
  /** Approved need of that child it comes from. */
  needId: id.optional(),
  /** Whom it is for where people are counted outside: a class, a village; nobody's name. */
  group: line(60).optional(), peopleCount: z.number().int().min(1).max(100_000).optional(), householdsCount: z.number().int().min(0).max(100_000).optional(),
  payee: Payee.optional(), relation: z.enum(relations),
})
/** What is applied for. */
export type NewAward = z.output<typeof NewAward>

/** Filters of the list, without paging. */
export const AwardFilters = listQuery.omit({ q: true }).extend({
  status: z.enum(awardStatuses).optional(), kind: kindCode.optional(), batchId: id.optional(), isWaiting: z.stringbool().optional(),
})
/** Filters of the list. */
export type AwardFilters = z.output<typeof AwardFilters>

/** The state changed meanwhile. */
export const WRONG_STATUS = { status: 409, message: '这笔资助的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(awardStatuses) }) }
/** What is told where a child of it was erased. */
export const CHILD_ERASED = { status: 410, message: '这个孩子的信息已按申请删除，不能再办理。' }
const CASE_CLOSED = { status: 409, message: '这个个案已经结案；如需申请资助，请先重新开案。' }
const SERVICE_CONSENT_MISSING = { status: 409, message: '监护人接受帮扶的同意已经没有了；请先在孩子的档案里登记新的同意。' }
const NEED_NOT_APPROVED = { status: 409, message: '这项需求还没有批准，或者已经有了着落；请先核对需求再申请。' }
const NEED_ANSWERED = { status: 409, message: '这项需求已经申请过资助，请在那一笔上办理。' }
const AWARD_LISTED = { status: 409, message: '这笔资助已经列入批次，收款人不能再改；请编制批次的会计先把它移出名单，更正后再列入。' }
const NOT_OWN_AWARD = { status: 403, message: '只能撤回自己提出的申请；别人提出的请由列批次的人不予资助。' }

/** Operations on awards. */
export const awardOperations = {
  listAwardKinds: base.route({ method: 'GET', path: '/award-kinds', summary: '资助类别与标准' }).input(z.object({})).output(z.object({ items: z.array(AwardKind) })),
  listAwards: base.route({ method: 'GET', path: '/awards', summary: '资助' }).input(AwardFilters).output(pageOf(AwardRow)),
  getAward: base.route({ method: 'GET', path: '/awards/{id}', summary: '一笔资助' }).input(named).output(Award),
  applyForAward: base.route({ method: 'POST', path: '/awards', summary: '申请资助', successStatus: 201 }).meta({ idempotent: true })
    .input(NewAward).output(AwardRow)
    .errors({ CASE_CLOSED, SERVICE_CONSENT_MISSING, CHILD_ERASED, NEED_NOT_APPROVED, NEED_ANSWERED }),
  correctPayee: base.route({ method: 'PUT', path: '/awards/{id}/payee', summary: '更正收款人' }).input(changed.extend({ payee: Payee, relation: z.enum(relations) }))
    .output(AwardRow).errors({ WRONG_STATUS, CHILD_ERASED, AWARD_LISTED }),
  openAward: base.route({ method: 'POST', path: '/awards/{id}/open', summary: '打开理由、收款人和账号（写明原因并留痕）' })
    .input(named.extend({ reason })).output(AwardWords).errors({ CHILD_ERASED }),
  withdrawAward: base.route({ method: 'POST', path: '/awards/{id}/withdraw', summary: '撤回申请' }).input(changed.extend({ reason })).output(AwardRow)
    .errors({ WRONG_STATUS, CHILD_ERASED, NOT_OWN_AWARD }),
  declineAward: base.route({ method: 'POST', path: '/awards/{id}/decline', summary: '不予资助' }).input(changed.extend({ reason })).output(AwardRow)
    .errors({ WRONG_STATUS, CHILD_ERASED }),
  attachAwardReceipt: base.route({ method: 'POST', path: '/awards/{id}/receipt', summary: '附上签收单扫描件' })
    .input(named.extend({ receivedOn: localDate, file: z.file().max(10_000_000) })).output(AwardRow).errors({ WRONG_STATUS, CHILD_ERASED }),
  returnTransfer: base.route({ method: 'POST', path: '/awards/{id}/return-transfer', summary: '登记退汇' })
    .input(changed.extend({ returnedOn: localDate, reason })).output(AwardRow).errors({ WRONG_STATUS, CHILD_ERASED, ...postingRefusals }),
  recordAwardVisit: base.route({ method: 'POST', path: '/awards/{id}/visits', summary: '记录资助回访', successStatus: 201 })
    .input(named.extend({ madeOn: localDate, isUsedAsMeant: z.boolean(), note: words(1000).min(1, '请写明回访的情况') })).output(AwardVisit)
    .errors({ WRONG_STATUS, CHILD_ERASED }),
}
