import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { CASE_CLOSED, changed, CHILD_ERASED, day, fen, kindCode, named, reaches, SERVICE_CONSENT_MISSING, version, words, yuan } from './fields.ts'

/** Where a need stands. */
export const needStatuses = ['raised', 'approved', 'declined', 'offered', 'given', 'received', 'closed', 'withdrawn'] as const
/** Where a need stands. */
export type NeedStatus = (typeof needStatuses)[number]

/** A need as lists show it: masked. */
export const NeedRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), caseId: id, childId: id, label: z.string(), kind: z.string(), kindName: z.string(), reach: z.enum(reaches),
  amountFen: fen.nullable(), wantedBy: day.nullable(), status: z.enum(needStatuses),
  /** The day passed and it was not given yet. */
  isOverdue: z.boolean(), raisedOn: day, raisedName: z.string(), decidedOn: day.nullable(), decidedName: z.string().nullable(), version,
})
/** A need as lists show it. */
export type NeedRow = z.infer<typeof NeedRow>
/** One need, still masked. */
export const Need = NeedRow.extend({
  /** The act of aid that answers it; null while there is none. */
  actId: id.nullable(),
  /** What the caller may do now. */
  may: z.object({ open: z.boolean(), decide: z.boolean(), withdraw: z.boolean(), offer: z.boolean(), close: z.boolean() }),
})
/** One need. */
export type Need = z.infer<typeof Need>
/** What was written, opened. */
export const NeedWords = z.object({ words: z.string(), answer: z.string().nullable() })
/** What was written, opened. */
export type NeedWords = z.infer<typeof NeedWords>

/** What is asked for. */
export const NewNeed = z.object({
  caseId: id, kind: kindCode, reach: z.enum(reaches).default('child'),
  /** What is needed and why; sealed. */
  words: words(1000).min(1, '请写明需要什么'),
  /** Estimate in yuan, at most two decimals. */
  amount: yuan.optional(), wantedBy: localDate.optional(),
})
/** What is asked for. */
export type NewNeed = z.output<typeof NewNeed>

/** Filters of the list, without paging. */
export const NeedFilters = listQuery.omit({ q: true }).extend({
  status: z.enum(needStatuses).optional(), kind: kindCode.optional(), overdue: z.stringbool().optional(), caseId: id.optional(), childId: id.optional(),
})
/** Filters of the list. */
export type NeedFilters = z.output<typeof NeedFilters>

const WRONG_STATUS = { status: 409, message: '这项需求的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(needStatuses) }) }

/** Operations on needs. */
export const needOperations = {
  listNeeds: base.route({ method: 'GET', path: '/needs', summary: '需求' }).input(NeedFilters).output(pageOf(NeedRow)),
  getNeed: base.route({ method: 'GET', path: '/needs/{id}', summary: '一项需求' }).input(named).output(Need),
  raiseNeed: base.route({ method: 'POST', path: '/needs', summary: '提出需求', successStatus: 201 }).meta({ idempotent: true }).input(NewNeed).output(NeedRow)
    .errors({ CASE_CLOSED, SERVICE_CONSENT_MISSING, CHILD_ERASED }),
  decideNeed: base.route({ method: 'POST', path: '/needs/{id}/decide', summary: '审批需求' })
    .input(changed.extend({ approved: z.boolean(), answer: words(500).default('') })).output(NeedRow)
    .errors({ WRONG_STATUS, CHILD_ERASED, OWN_NEED: { status: 403, message: '自己提出的需求要由别人审批。' } }),
  withdrawNeed: base.route({ method: 'POST', path: '/needs/{id}/withdraw', summary: '撤回需求' })
    .input(changed.extend({ answer: words(500).min(1, '请写明撤回的原因') })).output(NeedRow)
    .errors({ WRONG_STATUS, CHILD_ERASED, NOT_OWN_NEED: { status: 403, message: '只能撤回自己提出的需求；别人提出的请由办公室审批或撤回。' } }),
  closeNeed: base.route({ method: 'POST', path: '/needs/{id}/close', summary: '办结需求' })
    .input(changed.extend({ answer: words(500).default('') })).output(NeedRow).errors({ WRONG_STATUS, CHILD_ERASED }),
  openNeed: base.route({ method: 'POST', path: '/needs/{id}/open', summary: '打开需求内容（留痕）' }).input(named).output(NeedWords).errors({ CHILD_ERASED }),
}
