import type { Actor } from '#platform/access/actor.ts'
import { requireAnyPermission, requirePermission } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'

/** Accounts of a range are seen by its office and by the security administrator. */
export const mustReadAccounts = (actor: Actor): void => requirePermission(actor, 'account.read')
/** Accounts are made, suspended and closed by the security administrator alone. */
export const mustManageAccounts = (actor: Actor): void => requirePermission(actor, 'account.manage')
/** Rights are given and taken by the security administrator alone. */
export const mustManageGrants = (actor: Actor): void => requirePermission(actor, 'grant.manage')
/** A forgotten password is reset by the office; the security administrator helps where there is none. */
export const mustGivePasswords = (actor: Actor): void => requireAnyPermission(actor, ['password.give', 'account.manage'])
/** Whoever works in a committee may hand the own right to a colleague for a time. */
export const mustDelegateRights = (actor: Actor): void => requirePermission(actor, 'right.delegate')
/** The audit is read by the audit administrator alone. */
export const mustReadAudit = (actor: Actor): void => requirePermission(actor, 'audit.read')

/** Nobody changes his own rights or account: neither up nor down. */
export function mustConcernAnother(actor: Actor, accountId: string): void {
  if (actor.accountId === accountId) throw new Refusal('OWN_GRANT')
}
