import { recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import type { ReportRow } from '../contract.ts'
import { lockReport, mustBeCurrent } from '../queries/lock-report.ts'
import { getReportRow } from '../queries/report-rows.ts'
import { countReport } from '../rules/countable.ts'

/** Takes a closed report up again, with a reason; one that was closed as a mistake counts again. */
export async function reopenReport(context: Context, input: { id: string; version: number; reason: string }): Promise<ReportRow> {
  mustReadReports(context.actor)
  const { tx, actor, now } = context
  const report = await lockReport(context, input.id)
  if (report.status !== 'closed') throw new Refusal('REPORT_NOT_CLOSED')
  mustBeCurrent(report, input.version)
  await tx.updateTable('safeguarding.reports').set({
    status: 'handling', closedAt: null, closingResult: null, sealedClosing: null, updatedAt: now, version: report.version + 1,
  }).where('cityId', '=', actor.cityId).where('id', '=', report.id).execute()
  if (report.closingResult === 'mistaken') await recordFacts(context, countReport(report, dayInChina(report.filedAt)))
  await recordAudit(context, {
    verb: 'mandatory-report.reopened', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode, reason: input.reason,
  })
  return getReportRow(context, report.id)
}
