import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import type { OpenedReport } from '../contract.ts'
import { lockReport, type LockedReport } from '../queries/lock-report.ts'
import { getReportRow } from '../queries/report-rows.ts'
import { labelOfChild, openAccount, openClosing, readAudience, readSteps } from './steps/read-report.ts'

/** Opens a report for a named person. Each reading is recorded; the first one takes the report in hand. */
export async function openReport(context: Context, input: { id: string }): Promise<OpenedReport> {
  mustReadReports(context.actor)
  const report = await lockReport(context, input.id)
  const version = report.status === 'filed' ? await takeInHand(context, report) : report.version
  await recordAudit(context, { verb: 'mandatory-report.read', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode })
  const account = openAccount(report)
  const [row, steps, audience, childLabel] = await Promise.all([
    getReportRow(context, report.id), readSteps(context, report), readAudience(context, report.id), labelOfChild(context, account.childId),
  ])
  return {
    ...row, ...account, childLabel, version, closingResult: report.closingResult, closingText: openClosing(report), steps, ...audience,
    maySeeReporter: report.seesReporter,
  }
}

async function takeInHand(context: Context, report: LockedReport): Promise<number> {
  const { tx, actor, now } = context
  await tx.updateTable('safeguarding.reports').set({ status: 'handling', openedAt: now, updatedAt: now, version: report.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', report.id).execute()
  await recordAudit(context, { verb: 'mandatory-report.opened', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode })
  return report.version + 1
}
