import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, prose, unitCode } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** A period by its code. */
export const periodCode = z.string().regex(/^\d{4}(-\d{2}|Q[1-4]|A)?$/, '时段应写成 2026、2026Q1、2026-03 或考评年度 2026A')
const code = z.string().regex(/^[a-z0-9.-]{1,80}$/, '没有这个指标')
const year = z.coerce.number().int('请填整数').min(1900).max(2200)
const instant = z.date()

/** Unit and period every figure is asked for; without them the caller's own unit and the current year. */
export const figureQuery = z.object({
  /** Unit code: this unit and all below. */
  unit: unitCode.optional(),
  /** 2026-03, 2026Q1, 2026, or 2026A for the appraisal year; one that has begun. */
  period: periodCode.optional(),
})

/** One figure. */
export const Figure = z.object({
  code: z.string(),
  name: z.string(),
  /** What it is counted in: 人, 人次, 个 … */
  unit: z.string(),
  kind: z.enum(['count', 'sum', 'ratio']),
  value: z.number(),
  /** What is counted, in one sentence. */
  definition: z.string(),
  group: z.string(),
  /** flow: within the period; stock: on its last day. */
  timing: z.enum(['flow', 'stock']),
  /** Number above the line; only of a ratio. */
  numerator: z.number().optional(),
  /** Number below the line; only of a ratio. */
  denominator: z.number().optional(),
  /** Nothing stands below the line; the value is then 0. */
  hasNoDenominator: z.boolean().optional(),
  /** 上报数: as it stood when the months were closed; only where a month of the period is closed. */
  reported: z.number().optional(),
  /** How many facts came after a closing; only where a month of the period is closed. */
  corrections: z.number().int().optional(),
})
/** One figure. */
export type Figure = z.infer<typeof Figure>

/** The period an answer speaks of. */
export const CountedPeriod = z.object({
  code: z.string(),
  label: z.string(),
  /** First and last day. */
  from: z.string(), to: z.string(),
  /** Day of the stocks. */
  asOf: z.string(),
})

/** One counted record behind a figure. */
export const FigureRow = z.object({
  id,
  unitCode: z.string(),
  unitName: z.string(),
  happenedOn: z.string(),
  /** How the record reads: masked, never a child's name. */
  label: z.string(),
  /** What it adds to a sum. */
  value: z.number(),
  recordKind: z.string(),
  recordId: id,
  /** What is opened to see it: a pairing on the page of its case, a post on the page of its unit. */
  opens: z.object({ kind: z.string(), id }),
  /** When it was recorded, if that was after its month was closed. */
  correctedAt: instant.optional(),
})
/** One counted record behind a figure. */
export type FigureRow = z.infer<typeof FigureRow>

/** One fact that came after the closing of its month. */
export const Correction = FigureRow.omit({ correctedAt: true }).extend({
  /** 1 added, -1 taken away. */
  sign: z.number().int(),
  recordedAt: instant,
})
/** One fact that came after the closing of its month. */
export type Correction = z.infer<typeof Correction>

/** An entry of the dictionary. */
export const IndicatorEntry = z.object({
  id: z.string(), code: z.string(), version: z.number().int(),
  validFrom: z.string(),
  /** Last day; null for the version that holds now. */
  validUntil: z.string().nullable(),
  name: z.string(), definition: z.string(), group: z.string(), unit: z.string(),
  kind: z.enum(['count', 'sum', 'ratio']), counting: z.enum(['rows', 'subjects']), timing: z.enum(['flow', 'stock']),
  measures: z.array(z.string()),
  /** Codes above and below the line; null unless a ratio. */
  numeratorCode: z.string().nullable(), denominatorCode: z.string().nullable(),
  scale: z.number().int(),
  /** Which records are counted. */
  source: z.string(),
  /** Where the name is used in practice. */
  wordSource: z.string(),
})
/** An entry of the dictionary. */
export type IndicatorEntry = z.infer<typeof IndicatorEntry>

/** A closed month. */
export const Closing = z.object({
  id, month: z.string(), closedAt: instant, closedByName: z.string(),
  /** When, by whom and why it was lifted; null while it holds. */
  reopenedAt: instant.nullable(), reopenedByName: z.string().nullable(), reopeningReason: z.string().nullable(),
})
/** A closed month. */
export type Closing = z.infer<typeof Closing>

/** Where a number in a text comes from. */
const FigureReference = z.object({ code: z.string(), unit: z.string(), period: z.string() })
/** A piece of text, a counted figure if it says so. */
const Run = z.object({ text: z.string(), figure: FigureReference.optional() })
/** A heading or a paragraph of a report. */
export const ReportBlock = z.union([
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), runs: z.array(Run) }),
])
/** A heading or a paragraph of a report. */
export type ReportBlock = z.infer<typeof ReportBlock>

/** A yearly report as the page shows it. */
export const YearlyReport = z.object({
  unitCode: z.string(), unitName: z.string(), year: z.number().int(), title: z.string(),
  blocks: z.array(ReportBlock),
  /** 截至: day up to which the figures were counted, of a year that had not ended then; null for one that had. */
  countedUntil: z.string().nullable(),
  template: z.object({ code: z.string(), version: z.number().int(), name: z.string() }),
  /** Title and text with their places, for the editor. */
  titleSource: z.string(), body: z.string(),
  status: z.enum(['template', 'draft', 'approved']),
  /** Counts changes of the unit's own text; 0 while it is still the template. */
  version: z.number().int(),
  /** When and by whom the text was last saved; null while it is still the template. */
  updatedAt: instant.nullable(), updatedByName: z.string().nullable(),
  /** When and by whom it was approved; null while it is not. */
  approvedAt: instant.nullable(), approvedByName: z.string().nullable(),
  /** The current year. */
  thisYear: z.number().int(),
  /** Codes in the text that no indicator has. */
  unknownCodes: z.array(z.string()),
})
/** A yearly report as the page shows it. */
export type YearlyReport = z.infer<typeof YearlyReport>

/** Which report: unit, year, template. */
export const reportQuery = z.object({ unit: unitCode.optional(), year: year.optional(), template: z.enum(['summary', 'speech']).default('summary') })

/** A report of a year that has not begun has nothing to tell. */
export const yearNotBegun = { YEAR_NOT_BEGUN: { status: 409, message: '这一年还没有开始，没有可报告的数字，请选择今年或以前的年份。' } } as const

/** From where money comes: who gave it, or which kind of fund it is paid from. */
export const moneySources = ['person', 'enterprise', 'anonymous', 'restricted', 'unrestricted'] as const
/** Which part of a figure of money: one fund, one source, both, or all of it. */
export const Split = z.object({ fund: id.optional(), source: z.enum(moneySources).optional() })
/** Which part of a figure of money. */
export type Split = z.output<typeof Split>
/** What a figure comes to within one fund or source. */
export const SplitPart = z.object({ key: z.string(), name: z.string(), value: z.number() })
/** What a figure comes to within one fund or source. */
export type SplitPart = z.infer<typeof SplitPart>

const rowsQuery = listQuery.omit({ q: true }).extend({
  period: periodCode.optional(),
  /** Of a ratio: the rows above or below the line. */
  part: z.enum(['numerator', 'denominator']).default('numerator'),
})

/** A unit to choose from. */
export const ReportingUnit = z.object({ id, unitCode: z.string(), name: z.string(), hasChildren: z.boolean() })
/** A unit to choose from. */
export type ReportingUnit = z.infer<typeof ReportingUnit>

/** What crosses the wire for 统计. */
export const figuresContract = {
  listFigures: base.route({ method: 'GET', path: '/figures', summary: '统计数字' })
    .input(figureQuery).output(z.object({
      unitCode: z.string(), unitName: z.string(), period: CountedPeriod, today: z.string(),
      /** The year for which the appraisal year that runs today is named: no later one has begun. */
      reviewYear: z.number().int(),
      items: z.array(Figure),
    })),
  listFigureRows: base.route({ method: 'GET', path: '/figures/{code}/rows', summary: '一个数字背后的记录' })
    .input(rowsQuery.extend({ code }).extend(Split.shape))
    .output(pageOf(FigureRow).extend({
      figure: Figure, unitCode: z.string(), unitName: z.string(), period: CountedPeriod, total: z.number().int(),
      /** Sum of the values of all rows; only of a sum. */
      sum: z.number().optional(),
    })),
  listFigureCorrections: base.route({ method: 'GET', path: '/figures/{code}/corrections', summary: '关账后的更正' })
    .input(rowsQuery.extend({ code })).output(pageOf(Correction)),
  listFigureUnits: base.route({ method: 'GET', path: '/figures/{code}/units', summary: '下级单位对比' })
    .input(figureQuery.extend({ code }))
    .output(z.object({
      figure: Figure, period: CountedPeriod, items: z.array(z.object({ id, unitCode: z.string(), unitName: z.string(), value: z.number() })) })),
  listFigureSplits: base.route({ method: 'GET', path: '/figures/{code}/splits', summary: '按资金和来源' })
    .input(figureQuery.extend({ code })).output(z.object({ funds: z.array(SplitPart), sources: z.array(SplitPart) })),
  listFigureTrend: base.route({ method: 'GET', path: '/figures/{code}/trend', summary: '近十三个月' })
    .input(figureQuery.extend({ code }))
    .output(z.object({ name: z.string(), unit: z.string(), items: z.array(z.object({ period: z.string(), label: z.string(), value: z.number() })) })),
  listReportingUnits: base.route({ method: 'GET', path: '/reporting-units', summary: '可统计的单位' })
    .input(z.object({
      /** Directly below this unit. */
      parent: id.optional(),
      /** Whose name holds these words. */
      q: line(50).optional(),
      /** On the way from the caller's unit down to this one. */
      to: id.optional(),
    }))
    .output(z.object({ items: z.array(ReportingUnit) })),
  listIndicators: base.route({ method: 'GET', path: '/indicators', summary: '指标字典' }).output(z.object({ items: z.array(IndicatorEntry) })),
  listClosings: base.route({ method: 'GET', path: '/closings', summary: '关账记录' }).output(z.object({ items: z.array(Closing) })),
  closeMonth: base.route({ method: 'POST', path: '/closings', summary: '关账', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写成 2026-03') })).output(Closing)
    .errors({
      MONTH_NOT_OVER: { status: 409, message: '这个月还没有结束，月底过后才能关账。' },
      MONTH_ALREADY_CLOSED: { status: 409, message: '这个月已经关账。需要改动时先重新打开并写明原因。' },
    }),
  reopenMonth: base.route({ method: 'POST', path: '/closings/{id}/reopen', summary: '重新打开已关账的月份' })
    .input(z.object({ id, reason: line(200) })).output(Closing)
    .errors({ MONTH_NOT_CLOSED: { status: 409, message: '这个月已经重新打开，不必再次操作。' } }),
  getYearlyReport: base.route({ method: 'GET', path: '/reports/yearly', summary: '年度报告' }).errors(yearNotBegun).input(reportQuery).output(YearlyReport),
  saveYearlyReport: base.route({ method: 'PUT', path: '/reports/yearly', summary: '保存年度报告的文字' })
    .input(z.object({ unit: unitCode, year, template: z.enum(['summary', 'speech']), title: line(100), body: prose(60_000), version: z.number().int().min(0) }))
    .output(YearlyReport)
    .errors({ ...yearNotBegun, REPORT_APPROVED: { status: 409, message: '报告已经审定，文字和数字都已固定，不能再改。' } }),
  approveYearlyReport: base.route({ method: 'POST', path: '/reports/yearly/approve', summary: '审定年度报告' })
    .input(z.object({ unit: unitCode, year, template: z.enum(['summary', 'speech']), version: z.number().int().min(1) }))
    .output(YearlyReport)
    .errors({
      ...yearNotBegun,
      REPORT_APPROVED: { status: 409, message: '报告已经审定，不必再次操作。' },
      REPORT_NOT_SAVED: { status: 409, message: '报告还没有保存，请先保存文字再审定。' },
      UNKNOWN_FIGURES: { status: 409, message: '文中有字典里没有的指标，请改正后再审定。', data: z.object({ codes: z.array(z.string()) }) },
    }),
}
