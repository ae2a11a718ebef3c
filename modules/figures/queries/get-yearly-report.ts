import type { z } from 'zod'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { FigureSource } from '#platform/documents/figure-appendix.ts'
import { mustReadFigures } from '../access.ts'
import type { reportQuery, ReportBlock, YearlyReport } from '../contract.ts'
import { countedUntilOf, hasBegun } from '../rules/running-year.ts'
import type { Indicator, Value } from '../rules/indicator.ts'
import { fillLine, fillReport, unknownCodes } from '../rules/report-text.ts'
import { resolveRequest, type FigureRequest } from './figure-request.ts'
import { countValues } from './list-figures.ts'

/** Which report: unit, year, template. */
export type ReportWanted = z.output<typeof reportQuery>

/** A report with everything an export needs. */
export type PreparedReport = { report: YearlyReport; sources: FigureSource[]; request: FigureRequest }

/** The yearly report of a unit, every figure in it counted now – or as it was when the report was approved. */
export async function getYearlyReport(context: Context, input: ReportWanted): Promise<YearlyReport> {
  mustReadFigures(context.actor)
  return (await prepareReport(context, input)).report
}

/** The report with the sources of its figures. */
export async function prepareReport(context: Context, input: ReportWanted): Promise<PreparedReport> {
  const thisYear = Number(context.today.slice(0, 4))
  const year = input.year ?? thisYear
  if (!hasBegun(`${year}-01-01`, context.today)) throw new Refusal('YEAR_NOT_BEGUN')
  const request = await resolveRequest(context, { unit: input.unit, period: String(year) })
  const [template, draft, values] = await Promise.all([
    findTemplate(context, input.template, `${year}-12-31`), findDraft(context, { unitId: request.unit.id, year, template: input.template }),
    countValues(context, request, request.indicators)])
  const { title, body } = draft ?? template
  const filled = draft?.frozen ?? fill({ title, body }, { request, values, year, today: context.today })
  const report: YearlyReport = {
    unitCode: request.unit.code, unitName: request.unit.name, year, title: filled.title, blocks: filled.blocks,
    countedUntil: filled.countedUntil ?? null,
    template: { code: template.code, version: draft?.templateVersion ?? template.version, name: template.name }, titleSource: title, body,
    status: draft?.status ?? 'template', version: draft?.version ?? 0, updatedAt: draft?.updatedAt ?? null, updatedByName: draft?.updatedByName ?? null,
    approvedAt: draft?.approvedAt ?? null, approvedByName: draft?.approvedByName ?? null,
    thisYear,
    unknownCodes: unknownCodes(`${title}\n${body}`, new Set(values.map(({ indicator }) => indicator.code))),
  }
  return { report, sources: filled.sources, request }
}

/** What is kept when a report is approved: the words, where each figure in them came from, and up to which day of a running year they were counted. */
export type FrozenReport = { title: string; blocks: ReportBlock[]; sources: FigureSource[]; countedUntil?: LocalDate | null }

type Values = readonly (Value & { indicator: Indicator })[]

type Filled = { request: FigureRequest; values: Values; year: number; today: LocalDate }

function fill(text: { title: string; body: string }, { request, values, year, today }: Filled): FrozenReport {
  const figures = new Map(values.map(({ indicator, value }) => [indicator.code, { value, unit: indicator.unit }]))
  const countedUntil = countedUntilOf(year, today)
  const filling = { place: request.unit.name, unit: request.unit.shortName, unitCode: request.unit.code, year, countedUntil, figures }
  const sources = values.map(({ indicator, value, rows }) => ({
    code: indicator.code, unit: request.unit.code, period: String(year), name: indicator.name, value: `${value}${indicator.unit}`,
    definition: indicator.definition, recordCount: rows }))
  return { title: fillLine(text.title, filling), blocks: fillReport(text.body, filling), sources, countedUntil }
}

async function findTemplate({ tx }: Context, code: string, day: string) {
  const template = await tx.selectFrom('figures.reportTemplates').select(['code', 'version', 'name', 'title', 'body'])
    .where('code', '=', code).where('validFrom', '<=', day).orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (template === undefined) throw new Refusal('NOT_FOUND')
  return template
}

/** A unit's own text. */
export type Draft = {
  id: string; templateVersion: number; title: string; body: string; status: 'draft' | 'approved'; frozen: FrozenReport | null; version: number
  updatedAt: Date; updatedByName: string; approvedAt: Date | null; approvedByName: string | null
}

async function findDraft({ tx, actor }: Context, { unitId, year, template }: { unitId: string; year: number; template: string }): Promise<Draft | undefined> {
  const draft = await tx.selectFrom('figures.reportDrafts')
    .select(['id', 'templateVersion', 'title', 'body', 'status', 'frozen', 'version', 'updatedAt', 'updatedByName', 'approvedAt', 'approvedByName'])
    .where('cityId', '=', actor.cityId).where('unitId', '=', unitId).where('year', '=', year).where('templateCode', '=', template).executeTakeFirst()
  return draft as Draft | undefined
}
