import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, prose, unitCode } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { parseLocalDate } from '#platform/values/local-date.ts'

/** The nine situations of the law. */
export const situations = [
  'private-parts-injured', 'girl-under-14-abused', 'girl-over-14-abused', 'many-injuries', 'unnatural-harm', 'abandoned',
  'missing-or-trafficked', 'made-to-beg', 'other-grave-harm',
] as const
/** Where a report stands. */
export const statuses = ['filed', 'handling', 'closed'] as const
/** What can be done about a report; the first five tell somebody. */
export const stepKinds = ['police', 'civil-affairs', 'education', 'hospital', 'other-authority', 'guardian', 'visited', 'note'] as const
/** What may come of a report. */
export const closingResults = ['police', 'civil-affairs', 'education', 'family-supported', 'unfounded', 'mistaken'] as const
/** Why somebody may read. */
export const readerGrounds = ['officer', 'designee', 'named', 'withheld'] as const

/** A situation. */
export type Situation = (typeof situations)[number]
/** Where a report stands. */
export type Status = (typeof statuses)[number]
/** What was done. */
export type StepKind = (typeof stepKinds)[number]
/** What came of it. */
export type ClosingResult = (typeof closingResults)[number]
/** Why somebody may read. */
export type ReaderGround = (typeof readerGrounds)[number]

/** An instant; also as text, the form in which a kept answer holds it. */
const instant = z.coerce.date<Date | string>()
const version = z.number().int()
/** A moment as the clock on the wall shows it in China: 2026-03-16T09:30. */
const moment = z.string().max(16).refine(
  (text) => parseLocalDate(text.slice(0, 10)) !== undefined && /^T([01]\d|2[0-3]):[0-5]\d$/.test(text.slice(10)), '请填真实的日期和时间，如 2026-03-16T09:30')

/** A number to call. */
export const Hotline = z.object({ number: z.string(), name: z.string(), purpose: z.string(), source: z.string() })
/** A number to call. */
export type Hotline = z.infer<typeof Hotline>
/** A situation with its wording. */
export const ListedSituation = z.object({ code: z.enum(situations), title: z.string(), wording: z.string(), source: z.string() })
/** Somebody who will receive the report. */
export const NamedPerson = z.object({ accountId: id, personName: z.string(), unitName: z.string() })
/** Somebody who will receive the report. */
export type NamedPerson = z.infer<typeof NamedPerson>
/** What one sees before reporting. */
export const Guide = z.object({
  hotlines: z.array(Hotline), situations: z.array(ListedSituation), people: z.array(NamedPerson),
  /** The registered child it is about, masked; null where none was named. */
  childLabel: z.string().nullable(),
})
/** What one sees before reporting. */
export type Guide = z.infer<typeof Guide>

/** Whom it was told, when and with what receipt. */
const told = { happenedAt: moment, contact: line(100), receiptNumber: line(60).optional() }
/** Something told to an authority before or while reporting. */
export const ToldAuthority = z.object({ kind: z.enum(['police', 'civil-affairs', 'education', 'hospital', 'other-authority']), ...told })

/** What a report asks for. */
export const NewReport = z.object({
  /** Made by the page: sent twice, it is filed once. */
  submissionKey: z.string().regex(/^[\w-]{16,64}$/, '提交编号不正确，请刷新页面后重新提交'),
  situations: z.array(z.enum(situations)).min(1, '请至少选一种情形').max(9),
  /** The registered child; left out for a child that is not registered. */
  childId: id.optional(),
  /** How the child can be recognised; needed where it is not registered. */
  description: prose(1000).default(''),
  place: prose(200).default(''),
  seenAt: moment,
  seen: prose(4000).min(1, '请写看到或听到了什么'),
  told: z.array(ToldAuthority).max(6).default([]),
  /** Where who reports can be reached; seen by named people only. */
  reporterPhone: line(30).optional(),
  /** People the matter touches, who shall not receive it. */
  withheld: z.array(id).max(20).default([]),
})
/** What a report asks for. */
export type NewReport = z.output<typeof NewReport>
/** What who reported is told. */
export const Receipt = z.object({ number: z.string(), filedAt: instant, toldCount: z.number().int() })
/** What who reported is told. */
export type Receipt = z.infer<typeof Receipt>

/** A report in a list of a named person. */
export const ReportRow = z.object({
  id, number: z.string(), unitCode: z.string(), unitName: z.string(), situations: z.array(z.enum(situations)), status: z.enum(statuses),
  seenAt: instant, filedAt: instant, openedAt: instant.nullable(), closedAt: instant.nullable(),
})
/** A report in a list. */
export type ReportRow = z.infer<typeof ReportRow>

/** Something done, opened. */
export const Step = z.object({
  id, kind: z.enum(stepKinds), happenedAt: instant, recordedAt: instant,
  /** Who did it; null where it came with the report. */
  doneBy: z.string().nullable(), contact: z.string().nullable(), receiptNumber: z.string().nullable(), text: z.string(),
})
/** Something done, opened. */
export type Step = z.infer<typeof Step>
/** Somebody who may or might not read. */
export const Reader = z.object({
  accountId: id, personName: z.string(), unitName: z.string(), ground: z.enum(readerGrounds), seesReporter: z.boolean(), endedAt: instant.nullable(),
})
/** Who looked at the report. */
export const ReportRead = z.object({ personName: z.string(), at: instant, what: z.string() })
/** A report opened by a named person. */
export const OpenedReport = ReportRow.extend({
  version,
  /** Null for a child that is not registered. */
  childId: id.nullable(),
  /** Masked; null where the card cannot be seen. */
  childLabel: z.string().nullable(),
  description: z.string(), place: z.string(), seen: z.string(),
  closingResult: z.enum(closingResults).nullable(), closingText: z.string().nullable(),
  steps: z.array(Step), readers: z.array(Reader), reads: z.array(ReportRead),
  /** The caller may see who reported. */
  maySeeReporter: z.boolean(),
})
/** A report opened by a named person. */
export type OpenedReport = z.infer<typeof OpenedReport>
/** Who reported. */
export const Reporter = z.object({ personName: z.string(), unitName: z.string(), roleCode: z.string(), phone: z.string().nullable() })
/** Who reported. */
export type Reporter = z.infer<typeof Reporter>

/** Reports by situation and state, nothing more. */
export const Counts = z.object({
  total: z.number().int(), unopened: z.number().int(), handling: z.number().int(), closed: z.number().int(),
  bySituation: z.array(z.object({ code: z.enum(situations), title: z.string(), count: z.number().int() })),
})
/** Reports by situation and state. */
export type Counts = z.infer<typeof Counts>
/** Somebody whom a unit named to receive reports. */
export const Designee = z.object({
  id, unitCode: z.string(), unitName: z.string(), personName: z.string(), fromOn: z.string(), untilOn: z.string().nullable(), namedName: z.string(), version,
})
/** Somebody whom a unit named. */
export type Designee = z.infer<typeof Designee>

const named = z.object({ id })
const changed = z.object({ id, version })
const reason = line(200)
const REPORT_CLOSED = { status: 409, message: '这份报告已经办结；如有新情况，请先重新办理。' }

/** What crosses the wire for 强制报告. */
export const safeguardingContract = {
  getReportingGuide: base.route({ method: 'GET', path: '/safeguarding/guide', summary: '强制报告指引' })
    .input(z.object({ childId: id.optional() })).output(Guide),
  fileReport: base.route({ method: 'POST', path: '/safeguarding/reports', summary: '提交强制报告', successStatus: 201 })
    .input(NewReport).output(Receipt)
    .errors({ NOBODY_LEFT: { status: 422, message: '至少要留一位接收人；如所有接收人都与此事有关，请直接拨打110。' } }),
  listReports: base.route({ method: 'GET', path: '/safeguarding/reports', summary: '待处理的强制报告' })
    .input(listQuery.omit({ q: true }).extend({ status: z.enum(statuses).optional(), situation: z.enum(situations).optional() })).output(pageOf(ReportRow)),
  openReport: base.route({ method: 'POST', path: '/safeguarding/reports/{id}/open', summary: '打开强制报告（留痕）' }).input(named).output(OpenedReport),
  openReporter: base.route({ method: 'POST', path: '/safeguarding/reports/{id}/reporter', summary: '查看报告人（留痕）' })
    .input(z.object({ id, reason })).output(Reporter)
    .errors({ REPORTER_SECRET: { status: 403, message: '报告人信息保密，您不在可以查看的人员名单内。' } }),
  recordStep: base.route({ method: 'POST', path: '/safeguarding/reports/{id}/steps', summary: '登记处置', successStatus: 201 })
    .meta({ idempotent: true })
    .input(z.object({
      id, kind: z.enum(stepKinds), happenedAt: moment, contact: line(100).optional(), receiptNumber: line(60).optional(), text: prose(2000).default(''),
    }))
    .output(z.object({ id }))
    .errors({ REPORT_CLOSED }),
  closeReport: base.route({ method: 'POST', path: '/safeguarding/reports/{id}/close', summary: '办结强制报告' })
    .input(changed.extend({ result: z.enum(closingResults), text: prose(2000).min(1, '请写处置结果') })).output(ReportRow)
    .errors({
      REPORT_CLOSED,
      NOBODY_TOLD: { status: 409, message: '还没有登记向公安、民政或教育部门报告，请先登记报告时间和回执，再办结。' },
    }),
  reopenReport: base.route({ method: 'POST', path: '/safeguarding/reports/{id}/reopen', summary: '重新办理' })
    .input(changed.extend({ reason })).output(ReportRow)
    .errors({ REPORT_NOT_CLOSED: { status: 409, message: '这份报告还在办理中，不需要重新办理。' } }),
  nameReader: base.route({ method: 'POST', path: '/safeguarding/reports/{id}/readers', summary: '指名知情人' })
    .input(z.object({ id, accountId: id, seesReporter: z.boolean().default(false) })).output(z.object({ accountId: id }))
    .errors({
      READER_UNFIT: { status: 409, message: '只能指名本单位及下级的办公室人员、儿童主任或未成年人信息负责人。' },
      REPORTER_SECRET: { status: 403, message: '您不能查看报告人，也就不能让他人查看。' },
      READER_WITHHELD: { status: 409, message: '报告人要求不告知这个人，不能指名。' },
    }),
  endReader: base.route({ method: 'POST', path: '/safeguarding/reports/{id}/readers/end', summary: '取消知情人' })
    .input(z.object({ id, accountId: id, reason })).output(z.object({ accountId: id }))
    .errors({ LAST_READER: { status: 409, message: '至少要有一位知情人，请先指名别人。' } }),
  countReports: base.route({ method: 'GET', path: '/safeguarding/counts', summary: '强制报告件数' })
    .input(z.object({ unit: unitCode.optional(), year: z.coerce.number().int('请填年份').min(2020).max(2100).optional() })).output(Counts),
  listDesignees: base.route({ method: 'GET', path: '/safeguarding/designees', summary: '指定保护人员' })
    .input(listQuery.omit({ q: true })).output(pageOf(Designee)),
  assignDesignee: base.route({ method: 'POST', path: '/safeguarding/designees', summary: '指定保护人员', successStatus: 201 })
    .input(z.object({ unitId: id, accountId: id })).output(Designee)
    .errors({
      READER_UNFIT: { status: 409, message: '只能指定本单位及下级的办公室人员、儿童主任或未成年人信息负责人。' },
      DESIGNEE_KNOWN: { status: 409, message: '这个人已经是该单位的指定保护人员。' },
    }),
  endDesignee: base.route({ method: 'POST', path: '/safeguarding/designees/{id}/end', summary: '不再指定' })
    .input(changed.extend({ reason })).output(Designee)
    .errors({ DESIGNEE_ENDED: { status: 409, message: '已经不再指定。' } }),
}
