import { sql } from 'kysely'
import { ownUnitRange } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveReports } from '../access.ts'
import type { YearlyReport } from '../contract.ts'
import { prepareReport } from '../queries/get-yearly-report.ts'

type Input = { unit: string; year: number; template: 'summary' | 'speech'; version: number }

/** Freezes the report: its words and figures stay as they are now, whatever is recorded later. */
export async function approveYearlyReport(context: Context, input: Input): Promise<YearlyReport> {
  mustApproveReports(context.actor)
  ownUnitRange(context.actor, input.unit)
  const { tx, actor, now, installation } = context
  const { report, sources, request } = await prepareReport(context, input)
  if (report.status === 'approved') throw new Refusal('REPORT_APPROVED')
  if (report.status === 'template') throw new Refusal('REPORT_NOT_SAVED')
  if (report.unknownCodes.length > 0) throw new Refusal('UNKNOWN_FIGURES', { codes: report.unknownCodes })
  const frozen = JSON.stringify({ title: report.title, blocks: report.blocks, sources, countedUntil: report.countedUntil })
  const updated = await tx.updateTable('figures.reportDrafts').set({
    status: 'approved', frozen, epoch: installation.epoch, snapshot: sql<string>`pg_current_snapshot()::text`, version: input.version + 1,
    approvedAt: now, approvedBy: actor.accountId, approvedByName: actor.personName, updatedAt: now, updatedByName: actor.personName,
  }).where('cityId', '=', actor.cityId).where('unitId', '=', request.unit.id).where('year', '=', input.year).where('templateCode', '=', input.template)
    .where('status', '=', 'draft').where('version', '=', input.version).returning('id').executeTakeFirst()
  if (updated === undefined) throw new Refusal('STALE', { version: report.version, current: { title: report.titleSource, body: report.body } })
  await recordAudit(context, {
    verb: 'report.approved', subjectKind: 'report', subjectId: updated.id, scopeCode: request.range.lo,
    details: { unit: input.unit, year: input.year, template: input.template } })
  return (await prepareReport(context, input)).report
}
