import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import { lockReport } from '../queries/lock-report.ts'

/** Somebody shall no longer read a report; one person must remain. */
export async function endReader(context: Context, input: { id: string; accountId: string; reason: string }): Promise<{ accountId: string }> {
  mustReadReports(context.actor)
  const { tx, actor, now } = context
  const report = await lockReport(context, input.id)
  const readers = await tx.selectFrom('safeguarding.reportReaders').select('accountId').where('cityId', '=', actor.cityId)
    .where('reportId', '=', report.id).where('endedAt', 'is', null).execute()
  if (!readers.some(({ accountId }) => accountId === input.accountId)) throw new Refusal('NOT_FOUND')
  if (readers.length === 1) throw new Refusal('LAST_READER')
  await tx.updateTable('safeguarding.reportReaders').set({ endedAt: now }).where('cityId', '=', actor.cityId)
    .where('reportId', '=', report.id).where('accountId', '=', input.accountId).execute()
  await recordAudit(context, {
    verb: 'report-reader.ended', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode, reason: input.reason,
    details: { accountId: input.accountId },
  })
  return { accountId: input.accountId }
}
