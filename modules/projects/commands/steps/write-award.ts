import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { AwardStatus, Outcome, Payee, RefusalKind, Relation } from '../../contract.ts'
import { accountTermOf, sealPayee, type RowKey } from '../../queries/row-key.ts'
import { findAccountProblem, payeeLabelOf, tailOf } from '../../rules/accounts.ts'

type Change = Partial<{
  status: AwardStatus; batchId: string | null; relation: Relation; endedOn: string; endReason: string
  paidOn: string | null; journalId: string | null; receivedOn: string; paidFundId: string; paidFundName: string; paidRestricted: boolean
  scanKey: string; scanMediaType: string; scanExtension: string; sealedRefusal: Buffer | null; refusalKind: RefusalKind | null
}> & Partial<ReturnType<typeof payeeColumns>>

/** Writes a step of an award's life; its version goes on. */
export async function writeAward({ tx, actor, now }: Context, award: { id: string; version: number }, change: Change): Promise<void> {
  await tx.updateTable('projects.awards').set({ ...change, version: award.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', award.id).execute()
}

/** Awards of one batch go on together. */
export async function moveAwards(
  { tx, actor, now }: Context, { ids, status, batchId }: { ids: readonly string[]; status: AwardStatus; batchId?: string },
): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('projects.awards')
    .set((is) => ({ status, ...(batchId === undefined ? {} : { batchId }), version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', 'in', [...ids]).execute()
}

/** Awards that leave a list wait again: as failed where a bank refused them before, else as applied for. */
export async function releaseAwards({ tx, actor, now }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('projects.awards')
    .set((is) => ({
      status: is.case().when('refusalKind', 'is', null).then('applied').else('failed').end(), version: is('version', '+', 1), updatedAt: now,
    }))
    .where('cityId', '=', actor.cityId).where('id', 'in', [...ids]).execute()
}

/** A payee as the row keeps it: sealed, with what is shown, and found again by a keyed hash. */
export const payeeColumns = (context: Context, of: RowKey, payee: Payee | undefined) => ({
  sealedPayee: payee === undefined ? null : sealPayee(context, of, payee),
  payeeLabel: payee === undefined ? null : payeeLabelOf(payee.name),
  accountTail: tailOf(payee?.account ?? ''),
  accountTerm: accountTermOf(context, payee?.account ?? ''),
  accountProblem: findAccountProblem(payee?.account ?? '') ?? null,
})

/** Records a step of an award; neither payee nor child is named. */
export async function recordAward(
  context: Context, award: { id: string; scopeCode: string },
  { verb, reason, details = {} }: { verb: string; reason?: string; details?: Record<string, unknown> & { outcome?: Outcome } },
): Promise<void> {
  await recordAudit(context, {
    verb, subjectKind: 'award', subjectId: award.id, scopeCode: award.scopeCode, ...(reason === undefined ? {} : { reason }), details,
  })
}
