import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { scopeLo } from '#platform/values/scope-code.ts'
import { maySettleCompliance, mustReadCompliance } from '../access.ts'
import type { ComplianceFigure, ComplianceReport, ComplianceWish } from '../contract.ts'
import { complianceBandOf, complianceDueOn, complianceFigures, safeguards } from '../rules/compliance.ts'
import { rowsOfFigure, type ComplianceSpan } from './compliance-rows.ts'

/** The report of a unit for a year: as it was settled, or counted from the records now. */
export async function getComplianceReport(context: Context, input: ComplianceWish): Promise<ComplianceReport> {
  mustReadCompliance(context.actor)
  return prepareCompliance(context, input)
}

/** The same for its document. */
export async function prepareCompliance(context: Context, input: ComplianceWish): Promise<ComplianceReport> {
  const { actor, today } = context
  const year = input.year ?? Number(today.slice(0, 4))
  const unit = await findUnit(context, input.unit ?? actor.unit.code)
  const settled = await findSettled(context, { unitId: unit.id, year })
  const figures = settled?.figures ?? await countFigures(context, spanOf(context, { unit: unit.code, year }))
  const isOver = today.slice(0, 4) > String(year)
  return {
    unitCode: unit.code, unitName: unit.name, year, dueOn: complianceDueOn(year), countedOn: settled?.countedOn ?? today, savedName: settled?.savedName ?? null,
    maySave: maySettleCompliance(actor) && settled === undefined && isOver && unit.code === actor.unit.code, figures, safeguards: [...safeguards],
  }
}

/** A year of a unit and all below, among what the caller sees. */
export function spanOf(context: Context, { unit, year }: { unit: string | undefined; year: number }): ComplianceSpan {
  return { ...rangeOf(context.actor, unit), from: `${year}-01-01`, until: `${year + 1}-01-01` }
}

/** Every figure, counted from its own rows by the age of the children. */
export async function countFigures(context: Context, span: ComplianceSpan): Promise<ComplianceFigure[]> {
  const counted = sql.join(complianceFigures.map(({ code }) => sql`
    select ${code}::text as code, child.age_band, count(*)::int as count from (${rowsOfFigure(context, code, span)}) item
      left join children.published_files child on child.city_id = ${context.actor.cityId} and child.id = item.child_id
     group by child.age_band`), sql` union all `)
  const { rows } = await sql<{ code: string; ageBand: string | null; count: number }>`${counted}`.execute(context.tx)
  return complianceFigures.map((figure) => {
    const own = rows.filter(({ code }) => code === figure.code)
    const sumOf = (band: string) => own.filter(({ ageBand }) => complianceBandOf(ageBand) === band).reduce((sum, { count }) => sum + count, 0)
    return { ...figure, 'under-14': sumOf('under-14'), '14-to-18': sumOf('14-to-18'), other: sumOf('other') }
  })
}

async function findUnit({ tx, actor }: Context, code: string): Promise<{ id: string; code: string; name: string }> {
  rangeOf(actor, code)
  const { rows } = await sql<{ id: string; code: string; name: string }>`select unit.id, unit.code, unit.name from organization.published_units unit
    where unit.city_id = ${actor.cityId} and unit.scope_lo = ${scopeLo(code)}::bigint and unit.code = ${code}`.execute(tx)
  const unit = rows[0]
  if (unit === undefined || unit.code.length < actor.unit.code.length) throw new Refusal('NOT_FOUND')
  return unit
}

async function findSettled({ tx, actor }: Context, { unitId, year }: { unitId: string; year: number }) {
  const { rows } = await sql<{ figures: ComplianceFigure[]; countedOn: string; savedName: string }>`
    select figures, counted_on, saved_name from protection.compliance_reports
     where city_id = ${actor.cityId} and reported_unit_id = ${unitId} and year = ${year}`.execute(tx)
  return rows[0]
}
