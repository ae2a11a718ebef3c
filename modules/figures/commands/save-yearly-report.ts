import { ownUnitRange } from '#platform/access/range.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteReports } from '../access.ts'
import type { YearlyReport } from '../contract.ts'
import { prepareReport } from '../queries/get-yearly-report.ts'

type Input = { unit: string; year: number; template: 'summary' | 'speech'; title: string; body: string; version: number }

/** Keeps the unit's own text of the report; the first save makes it out of the template. */
export async function saveYearlyReport(context: Context, input: Input): Promise<YearlyReport> {
  mustWriteReports(context.actor)
  ownUnitRange(context.actor, input.unit)
  const { report, request } = await prepareReport(context, input)
  if (report.status === 'approved') throw new Refusal('REPORT_APPROVED')
  const place = { unitId: request.unit.id, scopeCode: request.range.lo, templateVersion: report.template.version }
  const isSaved = report.version === input.version && await write(context, input, place)
  if (!isSaved) throw new Refusal('STALE', { version: report.version, current: { title: report.titleSource, body: report.body } })
  await recordAudit(context, {
    verb: 'report.saved', subjectKind: 'report', subjectId: request.unit.id, scopeCode: request.range.lo,
    details: { unit: input.unit, year: input.year, template: input.template, version: input.version + 1 } })
  return (await prepareReport(context, input)).report
}

async function write({ tx, actor, now }: Context, input: Input, place: { unitId: string; scopeCode: string; templateVersion: number }): Promise<boolean> {
  const text = { title: input.title, body: input.body, updatedAt: now, updatedByName: actor.personName }
  if (input.version === 0) {
    const inserted = await tx.insertInto('figures.reportDrafts').values({
      cityId: actor.cityId, id: newId(), scopeCode: place.scopeCode, unitId: place.unitId, year: input.year, templateCode: input.template,
      templateVersion: place.templateVersion, ...text,
    }).onConflict((conflict) => conflict.columns(['cityId', 'unitId', 'year', 'templateCode']).doNothing()).returning('id').execute()
    return inserted.length === 1
  }
  const updated = await tx.updateTable('figures.reportDrafts').set({ ...text, version: input.version + 1 })
    .where('cityId', '=', actor.cityId).where('unitId', '=', place.unitId).where('year', '=', input.year).where('templateCode', '=', input.template)
    .where('status', '=', 'draft').where('version', '=', input.version).returning('id').execute()
  return updated.length === 1
}
