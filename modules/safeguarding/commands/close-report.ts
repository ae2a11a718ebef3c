import { endFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import type { ClosingResult, ReportRow } from '../contract.ts'
import { lockReport, mustBeCurrent } from '../queries/lock-report.ts'
import { sealPart } from '../queries/report-key.ts'
import { getReportRow } from '../queries/report-rows.ts'
import { findClosingObstacle } from '../rules/closing.ts'

/** Closes a report with its result. Somebody whom the law names was told, unless it was a mistake; a mistake leaves the figures. */
export async function closeReport(context: Context, input: { id: string; version: number; result: ClosingResult; text: string }): Promise<ReportRow> {
  mustReadReports(context.actor)
  const { tx, actor, now } = context
  const report = await lockReport(context, input.id)
  if (report.status === 'closed') throw new Refusal('REPORT_CLOSED')
  mustBeCurrent(report, input.version)
  const steps = await tx.selectFrom('safeguarding.steps').select('kind').where('cityId', '=', actor.cityId).where('reportId', '=', report.id).execute()
  const obstacle = findClosingObstacle({ result: input.result, steps })
  if (obstacle !== undefined) throw new Refusal(obstacle)
  await tx.updateTable('safeguarding.reports').set({
    status: 'closed', openedAt: report.openedAt ?? now, closedAt: now, closingResult: input.result, updatedAt: now, version: report.version + 1,
    sealedClosing: sealPart(report.key, report.id, 'closing', { text: input.text }),
  }).where('cityId', '=', actor.cityId).where('id', '=', report.id).execute()
  if (input.result === 'mistaken') await endFacts(context, { recordId: report.id })
  await recordAudit(context, {
    verb: 'mandatory-report.closed', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode, details: { result: input.result },
  })
  return getReportRow(context, report.id)
}
