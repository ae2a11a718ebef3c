import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { Pairing, PairingWishes } from './pairings.ts'
import {
  CASE_CLOSED, CaseVolunteer, changed, closingReasons, colours, day, named, overrideStatuses, pairingRoles, reason, scales, Scores, version,
} from './fields.ts'
import { planStatuses } from './plans.ts'
import { PlannedVisit, Visit, VisitCategory } from './visits.ts'

/** A case as lists show it: masked. */
export const CaseRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), childId: id,
  /** Surname and 某, age band. */
  childLabel: z.string(),
  status: z.enum(['open', 'closed']), colour: z.enum(colours), openedOn: day,
  /** Null while open. */
  closedOn: day.nullable(),
  /** Day of the latest visit made; null before the first. */
  lastMadeOn: day.nullable(),
  /** Null when closed. */
  nextVisitDueOn: day.nullable(), isOverdue: z.boolean(),
  /** Who is paired today. */
  volunteers: z.array(CaseVolunteer.extend({ role: z.enum(pairingRoles) })),
  version,
})
/** A case as lists show it. */
export type CaseRow = z.infer<typeof CaseRow>

/** A colour wished against the scales, and what was decided about it. */
export const Override = z.object({
  colour: z.enum(colours), status: z.enum(overrideStatuses),
  /** Null where nobody decided. */
  decidedName: z.string().nullable(), decidedOn: day.nullable(), answer: z.string().nullable(),
  /** The caller may decide it: it is pending, and another person wished it. */
  mayDecide: z.boolean(),
})
/** One level of a scale as it was worded on the day of an assessment. */
export const ScaleLevel = z.object({ title: z.string(), wording: z.string() })
/** The risk as assessed on a day. */
export const Assessment = z.object({
  id, assessedOn: day, scores: Scores, derivedColour: z.enum(colours), colour: z.enum(colours), overrideReason: z.string().nullable(), assessedName: z.string(),
  /** Null when the derived colour was taken. */
  override: Override.nullable(),
  /** What the scores meant in the wording of that day. */
  levels: z.object({ guardianship: ScaleLevel, physical: ScaleLevel, behaviour: ScaleLevel }),
})
/** An open case beside which another one of the same child is open. */
export const DoubleCase = z.object({ id, unitName: z.string().nullable(), openedOn: day })
/** An open case beside which another one of the same child is open. */
export type DoubleCase = z.infer<typeof DoubleCase>
/** A case with what happened in it; what was written about the child is null for those who may not read it. */
export const ChildCase = CaseRow.extend({
  need: z.string().nullable(), isColourOverridden: z.boolean(), closingReason: z.enum(closingReasons).nullable(), closingResult: z.string().nullable(),
  /** What the family wishes of the volunteer. */
  wishes: PairingWishes,
  /** The plan that has not ended; null where there is none. */
  openPlan: z.object({ id, status: z.enum(planStatuses) }).nullable(),
  /** Days between visits in the colour in force. */
  intervalDays: z.number().int(),
  /** Another open case of the same child, known since two records of it were merged; null where there is none or the caller does not close cases. */
  otherOpen: DoubleCase.nullable(),
  /** The file of the child stands; a child whose file was closed is not visited any more, and the case is to be closed. */
  isChildRegistered: z.boolean(),
  /** A consent to being helped holds today; taken to hold for who may not see the child. */
  hasServiceConsent: z.boolean(),
  /** A referral of the child that is sent and not done; null where there is none or the caller does not close cases. */
  openReferral: z.object({ id, sentOn: day, status: z.enum(['sent', 'accepted']) }).nullable(),
  notes: z.object({
    /** They go along with the next transfer. */
    areHandedOver: z.boolean(),
    /** Day until which those of the former unit stay closed to the caller; null where they are open. */
    closedUntilOn: day.nullable(),
    /** The caller may open them to the unit that leads the case now. */
    mayOpen: z.boolean(),
  }),
  assessments: z.array(Assessment), pairings: z.array(Pairing), planned: z.array(PlannedVisit),
  /** The ten latest, voided ones included. */
  visits: z.array(Visit),
})
/** A case with what happened in it. */
export type ChildCase = z.infer<typeof ChildCase>

/** What lists of cases are narrowed by; a search for a child goes in the body (searchCases), never into an address. */
export const CaseListQuery = listQuery.extend({
  status: z.enum(['open', 'closed']).optional(), colour: z.enum(colours).optional(), overdue: z.stringbool().optional(),
  /** True: the visits since the last one made met nobody, twice or more. */
  inVain: z.stringbool().optional(),
  /** True: a colour wished against the scales waits for a decision. */
  overrideWaiting: z.stringbool().optional(),
  /** Paired today with this volunteer. */
  volunteer: id.optional(), childId: id.optional(),
})
/** What lists of cases are narrowed by. */
export type CaseListQuery = z.output<typeof CaseListQuery>

/** 个案与评估. */
export const caseOperations = {
  listCases: base.route({ method: 'GET', path: '/cases', summary: '个案列表' }).input(CaseListQuery).output(pageOf(CaseRow)),
  searchCases: base.route({ method: 'POST', path: '/cases/search', summary: '查找个案' }).input(CaseListQuery).output(pageOf(CaseRow)),
  listOverdue: base.route({ method: 'GET', path: '/cases/overdue', summary: '逾期与将到期的走访' })
    .input(listQuery.extend({
      /** Open cases whose visit is due on this day or before; left out: overdue, due before today. */
      dueBy: localDate.optional(), colour: z.enum(colours).optional(),
    }))
    .output(pageOf(CaseRow)),
  getCase: base.route({ method: 'GET', path: '/cases/{id}', summary: '一个个案' }).input(named).output(ChildCase),
  openCase: base.route({ method: 'POST', path: '/cases', summary: '开案', successStatus: 201 }).meta({ idempotent: true })
    .input(z.object({ childId: id, openedOn: localDate.optional(), need: prose(1000).default(''), scores: Scores }))
    .output(CaseRow)
    .errors({
      CONSENT_MISSING: { status: 409, message: '监护人还没有同意接受帮扶：请先在孩子的档案里登记“接受帮扶”的同意，再开案。', data: z.object({ childId: id }) },
      CHILD_NOT_REGISTERED: { status: 409, message: '这个孩子的档案已经结束，不能开案。' },
      CASE_ALREADY_OPEN: { status: 409, message: '这个孩子已有进行中的个案，请打开原个案。', data: z.object({ caseId: id }) },
      OPENING_IN_FUTURE: { status: 422, message: '开案日期不能晚于今天。' },
    }),
  assessRisk: base.route({ method: 'POST', path: '/cases/{id}/assessments', summary: '风险评估', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend({
      scores: Scores, assessedOn: localDate.optional(),
      /** Set against the scales; needs a reason. */
      colour: z.enum(colours).optional(), overrideReason: reason.optional(),
    }))
    .output(CaseRow)
    .errors({ CASE_CLOSED, ASSESSMENT_OUTSIDE_CASE: { status: 422, message: '评估日期应在开案之后、今天以前，且不早于上一次评估。' } }),
  decideOverride: base.route({ method: 'POST', path: '/assessments/{id}/override', summary: '审批颜色调整' })
    .input(named.extend({ isApproved: z.boolean(), answer: line(200).optional() }))
    .output(CaseRow)
    .errors({
      CASE_CLOSED,
      OVERRIDE_NOT_PENDING: { status: 409, message: '这次颜色调整已经审批过，或已被新的评估代替；请打开个案查看现在的颜色。' },
      OVERRIDE_OWN: { status: 403, message: '颜色调整要由评估人以外的人审批，请交给同事或上级关工委办理。' },
      ANSWER_NEEDED: { status: 422, message: '不同意调整的，请写明理由，让评估人知道怎么办。' },
    }),
  closeCase: base.route({ method: 'POST', path: '/cases/{id}/close', summary: '结案' })
    .input(changed.extend({ closedOn: localDate.optional(), reason: z.enum(closingReasons), result: prose(1000).default('') }))
    .output(CaseRow)
    .errors({
      CASE_ALREADY_CLOSED: { status: 409, message: '这个个案已经结案。' },
      CASE_HAS_OVERDUE_VISIT: { status: 409, message: '有一次走访逾期未办，请先补录走访再结案。', data: z.object({ dueOn: day }) },
      CASE_HAS_OPEN_REFERRAL: {
        status: 409, message: '有一件转介已经发出、还没有办结：请先办结或撤回转介，再结案。', data: z.object({ sentOn: day }),
      },
      NO_OTHER_CASE: { status: 409, message: '这个孩子没有别的进行中的个案，不能按重复个案结案；请选别的原因。' },
      CASE_HAS_OPEN_PLAN: { status: 409, message: '帮扶方案还没有结束，请先回访并结束方案，再结案。' },
      CLOSING_BEFORE_VISIT: { status: 422, message: '结案日期应在今天以前，且不早于最近一次走访。', data: z.object({ earliestOn: day }) },
    }),
  handOverNotes: base.route({ method: 'POST', path: '/cases/{id}/notes/hand-over', summary: '决定转接时是否交接走访记录' })
    .input(changed.extend({
      /** The unit that takes the child over reads what was written until then. */
      mayRead: z.boolean(),
    }))
    .output(CaseRow),
  openEarlierNotes: base.route({ method: 'POST', path: '/cases/{id}/notes/open', summary: '向现单位开放转接前的走访记录' })
    .input(changed).output(CaseRow)
    .errors({
      NOTES_ARE_OPEN: { status: 409, message: '转接前的走访记录没有封存，不需要开放。' },
      NOTES_OF_FORMER_UNIT: { status: 403, message: '转接前的走访记录由原单位决定是否开放；请联系同时管辖原单位和本单位的上级关工委办理。' },
    }),
  reopenCase: base.route({ method: 'POST', path: '/cases/{id}/reopen', summary: '重新开案' })
    .input(changed.extend({ reason }))
    .output(CaseRow)
    .errors({
      CASE_NOT_CLOSED: { status: 409, message: '这个个案还在进行中。' },
      CONSENT_MISSING: { status: 409, message: '监护人的同意已失效：请先在孩子的档案里重新登记同意。', data: z.object({ childId: id }) },
      CASE_ALREADY_OPEN: { status: 409, message: '这个孩子已有另一个进行中的个案。', data: z.object({ caseId: id }) },
    }),
  getCareStandards: base.route({ method: 'GET', path: '/care-standards', summary: '评估量表与走访间隔' })
    .output(z.object({
      scaleVersion: z.number().int(),
      scales: z.array(z.object({ scale: z.enum(scales), score: z.number().int(), title: z.string(), wording: z.string() })),
      /** Days between visits by colour. */
      intervalDays: z.object({ red: z.number().int(), yellow: z.number().int(), blue: z.number().int(), green: z.number().int() }),
      /** What a visit may be for today, and why nobody was met. */
      categories: z.array(VisitCategory),
    })),
}
