import type { Actor } from '#platform/access/actor.ts'
import { requireAnyPermission, requirePermission } from '#platform/access/permission.ts'

/** Books are read by those who keep, review and answer for them, and by an outside auditor to whom they were opened. */
export const mustReadBooks = (actor: Actor): void => requireAnyPermission(actor, ['ledger.read', 'ledger.read-granted'])
/** Books, charts and funds are kept by accountants. */
export const mustManageBooks = (actor: Actor): void => requirePermission(actor, 'book.manage')
/** The head of the foundation opens books to an outside auditor. */
export const mustGrantBooks = (actor: Actor): void => requirePermission(actor, 'book.grant')
/** Vouchers are made by accountants. */
export const mustMakeVouchers = (actor: Actor): void => requirePermission(actor, 'voucher.make')
/** Papers are attached by accountants and cashiers. */
export const mustAttachPapers = (actor: Actor): void => requirePermission(actor, 'voucher.attach')
/** Vouchers are reviewed by a reviewer; that it is another person than the maker is a rule. */
export const mustReviewVouchers = (actor: Actor): void => requirePermission(actor, 'voucher.review')
/** A voucher that was reviewed is posted by right of its own; that it is a third person is a rule. */
export const mustPostVouchers = (actor: Actor): void => requirePermission(actor, 'voucher.post')
/** Who reviews or posts may give a voucher back. */
export const mustReturnVouchers = (actor: Actor): void => requireAnyPermission(actor, ['voucher.review', 'voucher.post'])
/** Months are opened and closed by accountants. */
export const mustClosePeriods = (actor: Actor): void => requirePermission(actor, 'book-period.close')
/** A closed month is opened again by the head of the foundation. */
export const mustReopenPeriods = (actor: Actor): void => requirePermission(actor, 'book-period.reopen')
/** Money of restricted funds is reserved and released by hand. */
export const mustReserveMoney = (actor: Actor): void => requirePermission(actor, 'commitment.reserve')
/** Statement files of banks are taken in by cashiers and accountants. */
export const mustImportBankLines = (actor: Actor): void => requirePermission(actor, 'bank.import')
/** Lines of banks are matched by accountants. */
export const mustMatchBankLines = (actor: Actor): void => requirePermission(actor, 'bank.match')
/** First signature under a day of the cash book: the cashier. */
export const mustCountCash = (actor: Actor): void => requirePermission(actor, 'cash-day.count')
/** Second signature: the accountant; that it is another person is a rule. */
export const mustConfirmCash = (actor: Actor): void => requirePermission(actor, 'cash-day.confirm')
/** Whether the actor holds a permission of the ledger; pages show acts by it. */
export const mayInLedger = (actor: Actor, permission: string): boolean => actor.permissions.has(permission)

/** Whose books one sees: all of the range, or only those opened to this account. */
export const visibleBooks = (actor: Actor): { onlyFor: string | null } => ({ onlyFor: actor.permissions.has('ledger.read') ? null : actor.accountId })
