import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { fen, ofBook, ofPeriod, postingRefusals, reason, version } from './fields.ts'

/** What is looked at before a month is closed. */
export const closingChecks = [
  'vouchers-open', 'journals-without-voucher', 'earlier-month-open', 'numbers-without-gap', 'trial-balance', 'cash-not-negative', 'funds-agree',
  'commitments-open', 'balances-converted', 'rule-vouchers-countersigned',
] as const
/** One thing that is looked at before a month is closed. */
export type ClosingCheckName = (typeof closingChecks)[number]

/** A month of a set of books. */
export const Period = z.object({
  month: z.number().int(), status: z.enum(['open', 'closed']), vouchers: z.number().int(), waiting: z.number().int(),
  /** Null while it is open. */
  closedName: z.string().nullable(), closedAt: z.date().nullable(), reopenedCount: z.number().int(), version,
  changes: z.array(z.object({ change: z.enum(['closed', 'reopened']), reason: z.string().nullable(), changedName: z.string(), changedAt: z.date() })),
})
/** A month of a set of books. */
export type Period = z.infer<typeof Period>
/** How one check of a closing stands. */
export const ClosingCheck = z.object({
  name: z.enum(closingChecks), isFine: z.boolean(),
  /** Whether the month cannot be closed while it is not fine. */
  isBinding: z.boolean(),
  /** How many things stand against it. */
  count: z.number().int(),
})
/** How one check of a closing stands. */
export type ClosingCheck = z.infer<typeof ClosingCheck>

/** Operations on months. */
export const periodOperations = {
  listPeriods: base.route({ method: 'GET', path: '/books/{bookId}/periods', summary: '会计期间' }).input(ofBook).output(z.object({ items: z.array(Period) })),
  getClosingChecklist: base.route({ method: 'GET', path: '/books/{bookId}/closing-checklist', summary: '结账检查' }).input(ofPeriod)
    .output(z.object({
      checks: z.array(ClosingCheck), status: z.enum(['open', 'closed']), version,
      /** What the closing will post: costs restricted funds paid for, and in December income and cost that are carried over. */
      releaseFen: fen, carryOverFen: fen.nullable(),
    })),
  openPeriod: base.route({ method: 'POST', path: '/books/{bookId}/periods', summary: '开账', successStatus: 201 }).input(ofPeriod)
    .output(z.object({ bookId: id, month: z.number().int() }))
    .errors({
      BOOK_CLOSED: postingRefusals.BOOK_CLOSED, PERIOD_EXISTS: { status: 409, message: '这个月已经开账。' },
      NOT_NEXT_MONTH: { status: 409, message: '月份要一个接一个地开，请先开前一个月。', data: z.object({ next: z.number().int() }) },
    }),
  closePeriod: base.route({ method: 'POST', path: '/books/{bookId}/periods/close', summary: '结账' }).input(ofPeriod.extend({ version }))
    .output(z.object({ bookId: id, month: z.number().int() }))
    .errors({
      ...postingRefusals,
      CHECKS_FAILED: {
        status: 409, message: '还有检查项目没有通过，请按清单办完再结账。', data: z.object({ failed: z.array(z.enum(closingChecks)) }),
      },
    }),
  reopenPeriod: base.route({ method: 'POST', path: '/books/{bookId}/periods/reopen', summary: '重开期间' })
    .input(ofPeriod.extend({ version, reason })).output(z.object({ bookId: id, month: z.number().int() }))
    .errors({
      CONVERTED: { status: 409, message: '这一年的余额已经转到新科目，请先冲销衔接凭证再重开。' },
      PERIOD_OPEN: { status: 409, message: '这个月没有结账，不需要重开。' },
      NOT_LAST_CLOSED: { status: 409, message: '只能重开最后一个已结账的月份，请从后往前重开。', data: z.object({ last: z.number().int() }) },
    }),
}
