import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { PAIRING_REFUSALS } from './pairings.ts'
import { CASE_CLOSED, CaseVolunteer, changed, day, instant, media, named, outcomes, reason, version } from './fields.ts'

const note = prose(4000)
/** Code of an entry of the lists of purposes and reasons. */
const category = z.string().regex(/^[a-z-]{1,40}$/, '请从列表中选择')
const minutes = z.number().int('请填整分钟数').min(0).max(720, '一次走访最多720分钟')

/** A visit, without its note. */
export const Visit = z.object({
  id, unitCode: z.string(), caseId: id, childId: id, childLabel: z.string(),
  madeOn: day, medium: z.enum(media), minutes: z.number().int(), outcome: z.enum(outcomes),
  /** What it was for, a code of the purposes; left out: everyday. */
  purpose: z.string().optional(),
  /** Why nobody was met, a code of the reasons; null or left out where somebody was met or nothing was said. */
  attemptReason: z.string().nullish(),
  volunteers: z.array(CaseVolunteer), recordedName: z.string(), recordedAt: instant,
  /** Volunteer for whom somebody else entered it; null when entered by oneself. */
  onBehalfOf: id.nullable(),
  hasNote: z.boolean(),
  /** Null while it stands. */
  voidedAt: instant.nullable(), voidReason: z.string().nullable(),
  /** The caller may correct or void it today. */
  mayCorrect: z.boolean(),
  version,
})
/** A visit, without its note. */
export type Visit = z.infer<typeof Visit>

/** What a visit said before a correction. */
export const VisitVersion = z.object({
  version, madeOn: day, medium: z.enum(media), minutes: z.number().int(), outcome: z.enum(outcomes),
  purpose: z.string(), attemptReason: z.string().nullable(), note: z.string().nullable(),
  volunteerNames: z.string(), reason: z.string(), correctedName: z.string(), correctedAt: instant,
})
/** A visit opened, with its note; `note` is null where there is none or the caller may not read it. */
export const OpenedVisit = Visit.extend({
  note: z.string().nullable(), versions: z.array(VisitVersion),
  /** What the office says about it; the text is null for those who may not read the note. */
  comments: z.array(z.object({ id, text: z.string().nullable(), commentedName: z.string(), commentedAt: instant,
    /** When somebody who went first read it; null until then. */
    readAt: instant.nullable() })),
  /** It was written before the child came to this unit, and the former one did not hand it over. */
  isNoteClosed: z.boolean(),
})
/** A visit opened. */
export type OpenedVisit = z.infer<typeof OpenedVisit>
/** A visit somebody means to make. */
export const PlannedVisit = z.object({
  id, unitCode: z.string(), caseId: id, childLabel: z.string(), plannedOn: day, medium: z.enum(media),
  volunteerId: id.nullable(), volunteerName: z.string().nullable(),
  /** Who goes along; null when nobody was named. */
  secondName: z.string().nullable(), withWorker: z.boolean(),
  /** Series it belongs to; null when it was planned alone. */
  seriesId: id.nullable(),
  /** How that series goes on; null when it was planned alone. */
  series: z.object({ everyWeeks: z.number().int(), untilOn: day }).nullable(),
})

/** What a visit may be for, or why nobody was met. */
export const VisitCategory = z.object({ kind: z.enum(['purpose', 'attempt-reason']), code: z.string(), name: z.string(), englishName: z.string() })
/** What a visit may be for, or why nobody was met. */
export type VisitCategory = z.infer<typeof VisitCategory>

/** What recording a visit asks for. */
export const NewVisit = z.object({
  caseId: id, madeOn: localDate, medium: z.enum(media), minutes, outcome: z.enum(outcomes), note: note.default(''),
  /** What it is for; left out: everyday. */
  purpose: category.optional(),
  /** Why nobody was met; only of an attempt. */
  attemptReason: category.optional(),
  /** Who went; left out: the caller, or who is paired as primary on that day. Empty: the worker alone. */
  volunteerIds: z.array(id).max(10).optional(),
  /** A worker went along. */
  withWorker: z.boolean().optional(),
  /** Entered for this volunteer, who has no phone. */
  onBehalfOf: id.optional(),
})
/** What recording a visit asks for. */
export type NewVisit = z.output<typeof NewVisit>
/** A visit begun: everything typed so far. */
export const VisitDraft = z.object({
  madeOn: z.string().max(10).optional(), medium: z.enum(media).optional(), minutes: minutes.optional(), outcome: z.enum(outcomes).optional(),
  note: note.optional(), volunteerIds: z.array(id).max(10).optional(), onBehalfOf: id.optional(),
  withWorker: z.boolean().optional(), purpose: category.optional(), attemptReason: category.optional(),
})
/** A visit begun. */
export type VisitDraft = z.output<typeof VisitDraft>

const VISIT_REFUSALS = {
  VISIT_OUTSIDE_CASE: { status: 422, message: '走访日期不在个案期间内，请核对日期。', data: z.object({ openedOn: day, closedOn: day.nullable() }) },
  VISIT_IN_FUTURE: { status: 422, message: '走访日期还没有到；计划中的走访请用“安排走访”。' },
  MINUTES_NEEDED: { status: 422, message: '见到孩子的走访请填时长，1至720分钟。' },
  VOLUNTEER_NOT_PAIRED: {
    status: 422, message: '所选志愿者当天没有与这个孩子结对，请核对日期，或先办理结对。', data: z.object({ volunteerId: id, name: z.string().nullable() }),
  },
  PURPOSE_UNKNOWN: { status: 422, message: '走访目的请从列表中选择；走访当天没有这个目的。' },
  ATTEMPT_REASON_UNKNOWN: { status: 422, message: '未见到的原因请从列表中选择；走访当天没有这个原因。' },
  REASON_WITHOUT_ATTEMPT: { status: 422, message: '见到孩子的走访不填未见到的原因，请去掉原因，或把结果改为“未见到”。' },
}
/** Who goes along on a planned visit: another volunteer of the case, or a worker. */
const COMPANY = { secondVolunteerId: id.optional(), withWorker: z.boolean().optional() }
const SECOND_PERSON_NEEDED = {
  status: 422, message: '结对后的头几次上门须两人同去：请选一位同去的志愿者，或注明有工作人员同去。', data: z.object({ firstVisits: z.number().int() }),
}
const VISIT_VOIDED = { status: 409, message: '这次走访已经作废，不能再修改。' }
const CORRECTION_TOO_LATE = { status: 403, message: '只能更正自己7天内录入的走访；更早的请单位办公室更正。' }

const PLANNING_REFUSALS = {
  CASE_CLOSED, VOLUNTEER_NEEDS_CONSENT: PAIRING_REFUSALS.VOLUNTEER_NEEDS_CONSENT, PLANNED_IN_PAST: { status: 422, message: '安排的日期应在今天或以后。' },
  VOLUNTEER_NOT_PAIRED: VISIT_REFUSALS.VOLUNTEER_NOT_PAIRED,
  VOLUNTEER_NOT_CLEARED: {
    ...PAIRING_REFUSALS.VOLUNTEER_NOT_CLEARED, message: '这位志愿者的准入查询不覆盖所选的走访日期：请改日期，或先办理准入查询。',
  },
  VOLUNTEER_NOT_ACTIVE: PAIRING_REFUSALS.VOLUNTEER_NOT_ACTIVE,
  SECOND_PERSON_NEEDED,
  ALREADY_PLANNED: { status: 409, message: '这个孩子当天已有走访安排。' },
}

const everyWeeks = z.number().int('请填整周数').min(1).max(26)
const SERIES_REFUSALS = {
  PERIOD_REVERSED: { status: 422, message: '结束日期不能早于开始日期。' },
  SERIES_TOO_LONG: { status: 422, message: '一次最多安排60次走访，请提前结束日期或加大间隔。', data: z.object({ most: z.number().int() }) },
}

/** 走访. */
export const visitOperations = {
  listVisits: base.route({ method: 'GET', path: '/visits', summary: '走访列表' })
    .input(listQuery.extend({
      caseId: id.optional(), childId: id.optional(), volunteer: id.optional(), outcome: z.enum(outcomes).optional(), medium: z.enum(media).optional(),
      from: localDate.optional(), to: localDate.optional(), voided: z.stringbool().optional(), purpose: category.optional(), attemptReason: category.optional(),
      /** True: somebody said something about it that nobody who went has read. */
      unread: z.stringbool().optional(),
    }))
    .output(pageOf(Visit)),
  getVisit: base.route({ method: 'GET', path: '/visits/{id}', summary: '一次走访' }).input(named).output(OpenedVisit),
  recordVisit: base.route({ method: 'POST', path: '/visits', summary: '记录走访', successStatus: 201 }).meta({ idempotent: true })
    .input(NewVisit).output(Visit).errors(VISIT_REFUSALS),
  correctVisit: base.route({ method: 'PATCH', path: '/visits/{id}', summary: '更正走访' })
    .input(changed.extend({
      reason, madeOn: localDate.optional(), medium: z.enum(media).optional(), minutes: minutes.optional(), outcome: z.enum(outcomes).optional(),
      note: note.optional(), volunteerIds: z.array(id).max(10).optional(), purpose: category.optional(), attemptReason: category.nullable().optional(),
    }))
    .output(Visit).errors({ ...VISIT_REFUSALS, VISIT_VOIDED, CORRECTION_TOO_LATE }),
  voidVisit: base.route({ method: 'POST', path: '/visits/{id}/void', summary: '作废走访' })
    .input(changed.extend({ reason })).output(Visit).errors({ VISIT_VOIDED, CORRECTION_TOO_LATE }),
  saveVisitDraft: base.route({ method: 'PUT', path: '/cases/{id}/draft', summary: '保存走访草稿' })
    .input(named.extend({ draft: VisitDraft })).output(z.object({ savedAt: instant })),
  getVisitDraft: base.route({ method: 'GET', path: '/cases/{id}/draft', summary: '走访草稿' })
    .input(named).output(z.object({ draft: VisitDraft.nullable(), savedAt: instant.nullable() })),
  discardVisitDraft: base.route({ method: 'DELETE', path: '/cases/{id}/draft', summary: '丢弃走访草稿' })
    .input(named).output(z.object({ discarded: z.boolean() })),
  listPlannedVisits: base.route({ method: 'GET', path: '/planned-visits', summary: '走访安排' })
    .input(listQuery.extend({ from: localDate.optional(), to: localDate.optional(), volunteer: id.optional() }))
    .output(pageOf(PlannedVisit)),
  planVisits: base.route({ method: 'POST', path: '/planned-visits', summary: '安排走访', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({
      visits: z.array(z.object({
        caseId: id, plannedOn: localDate, medium: z.enum(media).default('home'), volunteerId: id.optional(), ...COMPANY,
      })).min(1).max(60),
    }))
    .output(z.object({ items: z.array(PlannedVisit) }))
    .errors(PLANNING_REFUSALS),
  planSeries: base.route({ method: 'POST', path: '/visit-series', summary: '安排一系列走访', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({
      caseId: id, fromOn: localDate, untilOn: localDate, everyWeeks, medium: z.enum(media).default('home'),
      volunteerId: id.optional(), ...COMPANY,
    }))
    .output(z.object({ id, items: z.array(PlannedVisit) }))
    .errors({ ...PLANNING_REFUSALS, ...SERIES_REFUSALS }),
  updateSeries: base.route({ method: 'PATCH', path: '/visit-series/{id}', summary: '修改一系列走访' })
    .input(named.extend({
      /** First day of what lies ahead, and with it the day of the week; visits planned for today and later are planned anew. */
      fromOn: localDate, untilOn: localDate, everyWeeks, medium: z.enum(media).optional(),
      /** Who goes; left out: as before. */
      volunteerId: id.optional(), ...COMPANY,
    }))
    .output(z.object({ id, dropped: z.number().int(), items: z.array(PlannedVisit) }))
    .errors({ ...PLANNING_REFUSALS, ...SERIES_REFUSALS, SERIES_OVER: { status: 409, message: '这一系列走访已经结束，请安排新的系列。' } }),
  dropSeries: base.route({ method: 'POST', path: '/visit-series/{id}/drop', summary: '取消一系列走访' })
    .input(named.extend({
      /** What is planned for this day and later is dropped. */
      fromOn: localDate,
    }))
    .output(z.object({ dropped: z.number().int() })),
  movePlannedVisit: base.route({ method: 'PATCH', path: '/planned-visits/{id}', summary: '改走访日期' })
    .input(named.extend({ plannedOn: localDate })).output(PlannedVisit)
    .errors({
      PLANNED_IN_PAST: PLANNING_REFUSALS.PLANNED_IN_PAST, VOLUNTEER_NOT_PAIRED: PLANNING_REFUSALS.VOLUNTEER_NOT_PAIRED,
      VOLUNTEER_NOT_CLEARED: PLANNING_REFUSALS.VOLUNTEER_NOT_CLEARED, VOLUNTEER_NOT_ACTIVE: PLANNING_REFUSALS.VOLUNTEER_NOT_ACTIVE,
      ALREADY_PLANNED: PLANNING_REFUSALS.ALREADY_PLANNED,
    }),
  commentOnVisit: base.route({ method: 'POST', path: '/visits/{id}/comments', summary: '给走访留言', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend({ text: prose(300).min(1, '请写留言') })).output(named).errors({ VISIT_VOIDED }),
  dropPlannedVisit: base.route({ method: 'DELETE', path: '/planned-visits/{id}', summary: '取消走访安排' }).input(named).output(named),
}
