import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, unitCode } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

// A repeated request is answered from what was kept as JSON, where an instant is a text.
const instant = z.coerce.date()
const codes = [
  'children-kept', 'children-registered', 'consents-service', 'consents-publication', 'consents-sharing', 'consents-withdrawn', 'requests-approved',
  'requests-rejected', 'requests-pending', 'files-opened', 'emergencies', 'emergencies-rejected', 'unusual-found', 'unusual-judged', 'unusual-unjustified',
  'exports', 'erasures', 'incidents', 'rights-requests', 'rights-in-time', 'rights-late', 'rights-refused'] as const
/** The two ages that are reported apart, and what names no minor. */
export const complianceBands = ['under-14', '14-to-18', 'other'] as const

/** One figure, by age. */
export const ComplianceFigure = z.object({
  code: z.enum(codes), group: z.string(), name: z.string(), unit: z.string(),
  'under-14': z.number().int(), '14-to-18': z.number().int(), other: z.number().int(),
})
/** One figure, by age. */
export type ComplianceFigure = z.infer<typeof ComplianceFigure>

/** The report of a unit and all below for a year. */
export const ComplianceReport = z.object({
  unitCode: z.string(), unitName: z.string(), year: z.number().int(), dueOn: z.string(),
  /** Day on which the figures were counted. */
  countedOn: z.string(),
  /** Who settled it; null while it is still counted anew each time. */
  savedName: z.string().nullable(),
  /** The caller may settle it: of the own unit, for a year that is over. */
  maySave: z.boolean(),
  figures: z.array(ComplianceFigure), safeguards: z.array(z.string()),
})
/** The report of a unit and all below for a year. */
export type ComplianceReport = z.infer<typeof ComplianceReport>

const year = z.coerce.number().int('请填整数').min(2020, '年份不能早于2020').max(2100, '年份不能晚于2100')
/** Which report is asked for: the caller's own unit and the current year when left out. */
export const ComplianceWish = z.object({ unit: unitCode.optional(), year: year.optional() })
/** Which report is asked for. */
export type ComplianceWish = z.output<typeof ComplianceWish>

/** 合规报告: the yearly account, each figure with its rows. */
export const complianceOperations = {
  getComplianceReport: base.route({ method: 'GET', path: '/compliance-report', summary: '未成年人个人信息保护合规报告' }).input(ComplianceWish).output(ComplianceReport),
  listComplianceRows: base.route({ method: 'GET', path: '/compliance-report/rows', summary: '合规报告数字的明细' })
    .input(listQuery.omit({ q: true }).extend({ year: year.optional(), code: z.enum(codes), band: z.enum(complianceBands).optional() }))
    .output(pageOf(z.object({
      id, unitCode: z.string(), at: instant,
      /** What happened, in words without a name. */
      what: z.string(),
      /** The child, masked; null where none is named, and for who may not see children. */
      maskedName: z.string().nullable(), childId: id.nullable(),
    }))),
  saveComplianceReport: base.route({ method: 'POST', path: '/compliance-report', summary: '合规报告定稿' }).meta({ idempotent: true })
    .errors({
      YEAR_NOT_OVER: { status: 409, message: '这一年还没有结束，请在次年一月定稿。' },
      REPORT_SETTLED: { status: 409, message: '这一年的报告已经定稿。' },
    })
    .input(z.object({ year: z.number().int().min(2020).max(2100) })).output(z.object({ id })),
}
