import { z } from 'zod'
import { reason, yuan } from '#modules/ledger/contract.ts'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { PartyCheck } from './parties.ts'
import { agreementKinds, agreementStatuses, changed, day, fen, giftStatuses, named, version } from './fields.ts'

/** An agreement as lists show it: donors who are persons are masked. */
export const AgreementRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), donorId: id, donorLabel: z.string(), kind: z.enum(agreementKinds), title: z.string(), signedOn: day,
  totalFen: fen,
  /** What came of it so far. */
  arrivedFen: fen, fundId: id, fundName: z.string(), status: z.enum(agreementStatuses),
  /** Day of the earliest instalment that is not met; null where all came or none is expected any more. */
  nextDueOn: day.nullable(),
  /** What should have come by now and did not. */
  overdueFen: fen, version,
})
/** An agreement as lists show it. */
export type AgreementRow = z.infer<typeof AgreementRow>
/** One part of an agreement. */
export const Instalment = z.object({ seq: z.number().int(), dueOn: day, amountFen: fen, arrivedFen: fen, isMet: z.boolean(), isOverdue: z.boolean() })
/** One part of an agreement. */
export type Instalment = z.infer<typeof Instalment>
/** One agreement. */
export const Agreement = AgreementRow.extend({
  bookId: id, bookName: z.string(), purpose: z.string(), endedOn: day.nullable(), endReason: z.string().nullable(), instalments: z.array(Instalment),
  /** Whether its donor may be a related party; null where it was not asked, or the donor is anonymous. */
  partyCheck: PartyCheck.nullable(),
  /** Gifts that name an instalment of it. */
  gifts: z.array(z.object({ id, seq: z.number().int(), amountFen: fen, status: z.enum(giftStatuses), receivedOn: day.nullable() })),
  /** What the caller may do now. */
  may: z.object({ update: z.boolean(), end: z.boolean(), give: z.boolean(), print: z.boolean() }),
})
/** One agreement. */
export type Agreement = z.infer<typeof Agreement>

/** Most instalments of an agreement. */
export const mostInstalments = 60
const content = {
  kind: z.enum(agreementKinds), title: line(80), signedOn: localDate, fundId: id, purpose: prose(500).min(1, '请写明捐赠用途'),
  /** When what is to come; they are put in the order of their days. */
  instalments: z.array(z.object({ dueOn: localDate, amount: yuan })).min(1, '请至少填写一期').max(mostInstalments, `最多${mostInstalments}期`),
}
/** What a donor promised. */
export const NewAgreement = z.object({ donorId: id, ...content })
/** What a donor promised. */
export type NewAgreement = z.output<typeof NewAgreement>
/** What is rewritten. */
export const AgreementChange = changed.extend(content)
/** What is rewritten. */
export type AgreementChange = z.output<typeof AgreementChange>

/** Filters of the list. */
export const AgreementFilters = listQuery.omit({ q: true }).extend({
  status: z.enum(agreementStatuses).optional(), donorId: id.optional(),
  /** Only those with an instalment that is late. */
  isOverdue: z.enum(['true', 'false']).optional(),
})
/** Filters of the list. */
export type AgreementFilters = z.output<typeof AgreementFilters>

const WRONG_STATUS = { status: 409, message: '这份协议的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(agreementStatuses) }) }
const INSTALMENTS_USED = { status: 409, message: '已经有捐赠登记在这份协议上，不能再改；请终止这份协议，另外登记一份。' }
const FUND_NOT_OPEN = { status: 409, message: '这项资金已经关闭，请重新选择资金。' }

/** Operations on agreements. */
export const agreementOperations = {
  listAgreements: base.route({ method: 'GET', path: '/donation-agreements', summary: '捐赠协议' }).input(AgreementFilters).output(pageOf(AgreementRow)),
  getAgreement: base.route({ method: 'GET', path: '/donation-agreements/{id}', summary: '一份捐赠协议' }).input(named).output(Agreement),
  recordAgreement: base.route({ method: 'POST', path: '/donation-agreements', summary: '登记捐赠协议', successStatus: 201 }).meta({ idempotent: true })
    .input(NewAgreement).output(AgreementRow).errors({ FUND_NOT_OPEN }),
  updateAgreement: base.route({ method: 'PUT', path: '/donation-agreements/{id}', summary: '修改捐赠协议' }).input(AgreementChange).output(AgreementRow)
    .errors({ WRONG_STATUS, INSTALMENTS_USED, FUND_NOT_OPEN }),
  endAgreement: base.route({ method: 'POST', path: '/donation-agreements/{id}/end', summary: '终止捐赠协议' }).meta({ idempotent: true })
    .input(changed.extend({ reason })).output(AgreementRow).errors({ WRONG_STATUS }),
}
