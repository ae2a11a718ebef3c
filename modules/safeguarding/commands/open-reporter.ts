import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReports } from '../access.ts'
import type { Reporter } from '../contract.ts'
import { lockReport } from '../queries/lock-report.ts'
import { findReporterKey, openPart } from '../queries/report-key.ts'

/** Shows who reported, to those on the list who may see it; with the reason, on record. */
export async function openReporter(context: Context, input: { id: string; reason: string }): Promise<Reporter> {
  mustReadReports(context.actor)
  const report = await lockReport(context, input.id)
  const key = await findReporterKey(context, report.id)
  if (key === undefined) throw new Refusal('REPORTER_SECRET')
  await recordAudit(context, {
    verb: 'report-reporter.read', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode, reason: input.reason,
  })
  const { personName, unitName, roleCode, phone } = openPart(key, report.id, 'reporter', report.sealedReporter) as Reporter
  return { personName, unitName, roleCode, phone }
}
