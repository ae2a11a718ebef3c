import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** Four colours of risk, the most urgent first. */
export const colours = ['red', 'yellow', 'blue', 'green'] as const
/** The three scales of an assessment: 监护, 生理, 行为. */
export const scales = ['guardianship', 'physical', 'behaviour'] as const
/** How a visit is made. */
export const media = ['home', 'phone', 'school', 'video', 'outing'] as const
/** A visit was made, or nobody was met. */
export const outcomes = ['made', 'attempted'] as const
/** Parts a volunteer has in a pairing. */
export const pairingRoles = ['primary', 'helper'] as const
/** Why a case is closed. */
export const closingReasons = ['solved', 'family-reunited', 'moved-away', 'grown-up', 'declined', 'other'] as const

/** Colour of risk. */
export type Colour = (typeof colours)[number]
/** One of the three scales. */
export type Scale = (typeof scales)[number]
/** How a visit is made. */
export type Medium = (typeof media)[number]
/** Made or attempted. */
export type Outcome = (typeof outcomes)[number]
/** Part of a volunteer. */
export type PairingRole = (typeof pairingRoles)[number]
/** Why a case is closed. */
export type ClosingReason = (typeof closingReasons)[number]

const day = z.string()
/** An instant; also as text, the form in which a kept answer to a repeated request holds it. */
const instant = z.coerce.date<Date | string>()
const version = z.number().int()
const score = z.number().int('请选择一档').min(0).max(3)
/** Scores of the three scales, 0 (none) to 3 (high). */
export const Scores = z.object({ guardianship: score, physical: score, behaviour: score })
/** Scores of the three scales. */
export type Scores = z.infer<typeof Scores>
const reason = line(200)
const note = prose(4000)
const minutes = z.number().int('请填整分钟数').min(0).max(720, '一次走访最多720分钟')

/** A volunteer beside a case or a visit. */
export const CaseVolunteer = z.object({ volunteerId: id, name: z.string() })

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

/** A visit, without its note. */
export const Visit = z.object({
  id, unitCode: z.string(), caseId: id, childId: id, childLabel: z.string(),
  madeOn: day, medium: z.enum(media), minutes: z.number().int(), outcome: z.enum(outcomes),
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
  version, madeOn: day, medium: z.enum(media), minutes: z.number().int(), outcome: z.enum(outcomes), note: z.string().nullable(),
  volunteerNames: z.string(), reason: z.string(), correctedName: z.string(), correctedAt: instant,
})
/** A visit opened, with its note; `note` is null where there is none or the caller may not read it. */
export const OpenedVisit = Visit.extend({ note: z.string().nullable(), versions: z.array(VisitVersion) })
/** A visit opened. */
export type OpenedVisit = z.infer<typeof OpenedVisit>

/** The risk as assessed on a day. */
export const Assessment = z.object({
  id, assessedOn: day, scores: Scores, derivedColour: z.enum(colours), colour: z.enum(colours), overrideReason: z.string().nullable(), assessedName: z.string(),
})
/** A pairing of a case. */
export const Pairing = z.object({
  id, volunteerId: id, volunteerName: z.string(), role: z.enum(pairingRoles), fromOn: day, untilOn: day.nullable(), endedReason: z.string().nullable(), version,
})
/** A pairing of a case. */
export type Pairing = z.infer<typeof Pairing>
/** A visit somebody means to make. */
export const PlannedVisit = z.object({
  id, unitCode: z.string(), caseId: id, childLabel: z.string(), plannedOn: day, medium: z.enum(media),
  volunteerId: id.nullable(), volunteerName: z.string().nullable(),
})
/** A case with what happened in it; what was written about the child is null for those who may not read it. */
export const ChildCase = CaseRow.extend({
  need: z.string().nullable(), isColourOverridden: z.boolean(), closingReason: z.enum(closingReasons).nullable(), closingResult: z.string().nullable(),
  /** Days between visits in the colour in force. */
  intervalDays: z.number().int(),
  assessments: z.array(Assessment), pairings: z.array(Pairing), planned: z.array(PlannedVisit),
  /** The ten latest, voided ones included. */
  visits: z.array(Visit),
})
/** A case with what happened in it. */
export type ChildCase = z.infer<typeof ChildCase>

/** A volunteer who could be paired, with what stands against it. */
export const PairingCandidate = CaseVolunteer.extend({
  id, unitCode: z.string(), unitName: z.string(), capacity: z.number().int(),
  /** Children paired on the first day wished. */
  load: z.number().int(), clearanceUntil: day.nullable(), healthLimits: z.array(z.string()),
  /** Why not, in words; null when nothing stands against it. */
  obstacle: z.string().nullable(),
})

/** What recording a visit asks for. */
export const NewVisit = z.object({
  caseId: id, madeOn: localDate, medium: z.enum(media), minutes, outcome: z.enum(outcomes), note: note.default(''),
  /** Who went; left out: the caller, or who is paired as primary on that day. Empty: the worker alone. */
  volunteerIds: z.array(id).max(10).optional(),
  /** Entered for this volunteer, who has no phone. */
  onBehalfOf: id.optional(),
})
/** What recording a visit asks for. */
export type NewVisit = z.output<typeof NewVisit>
/** A visit begun: everything typed so far. */
export const VisitDraft = z.object({
  madeOn: z.string().max(10).optional(), medium: z.enum(media).optional(), minutes: minutes.optional(), outcome: z.enum(outcomes).optional(),
  note: note.optional(), volunteerIds: z.array(id).max(10).optional(), onBehalfOf: id.optional(),
})
/** A visit begun. */
export type VisitDraft = z.output<typeof VisitDraft>

/** What lists of cases are narrowed by; a search for a child goes in the body (searchCases), never into an address. */
export const CaseListQuery = listQuery.extend({
  status: z.enum(['open', 'closed']).optional(), colour: z.enum(colours).optional(), overdue: z.stringbool().optional(),
  /** Paired today with this volunteer. */
  volunteer: id.optional(), childId: id.optional(),
})
/** What lists of cases are narrowed by. */
export type CaseListQuery = z.output<typeof CaseListQuery>

const named = z.object({ id })
const changed = z.object({ id, version })
const CASE_CLOSED = { status: 409, message: '这个个案已经结案；如需继续帮扶，请先重新开案。' }
const VISIT_REFUSALS = {
  VISIT_OUTSIDE_CASE: { status: 422, message: '走访日期不在个案期间内，请核对日期。', data: z.object({ openedOn: day, closedOn: day.nullable() }) },
  VISIT_IN_FUTURE: { status: 422, message: '走访日期还没有到；计划中的走访请用“安排走访”。' },
  MINUTES_NEEDED: { status: 422, message: '见到孩子的走访请填时长，1至720分钟。' },
  VOLUNTEER_NOT_PAIRED: {
    status: 422, message: '所选志愿者当天没有与这个孩子结对，请核对日期，或先办理结对。', data: z.object({ volunteerId: id, name: z.string().nullable() }),
  },
}
const VISIT_VOIDED = { status: 409, message: '这次走访已经作废，不能再修改。' }
const CORRECTION_TOO_LATE = { status: 403, message: '只能更正自己7天内录入的走访；更早的请单位办公室更正。' }
const PAIRING_REFUSALS = {
  CASE_CLOSED,
  PAIRING_BEFORE_CASE: { status: 422, message: '结对不能早于开案日期，请改起始日期。', data: z.object({ openedOn: day }) },
  VOLUNTEER_NOT_ACTIVE: { status: 409, message: '这位志愿者目前不在岗，请另选一位。' },
  VOLUNTEER_NOT_CLEARED: {
    status: 409, message: '这位志愿者的准入查询不覆盖整个结对期间（不定期的结对须至少再有效30天），请先办理准入查询。', data: z.object({ clearedUntilOn: day.nullable() }),
  },
  ALREADY_PAIRED: { status: 409, message: '这位志愿者在此期间已经与这个孩子结对。', data: z.object({ fromOn: day, untilOn: day.nullable() }) },
  PRIMARY_EXISTS: { status: 409, message: '此期间已有主要结对人，请改为协助，或先结束原来的结对。', data: z.object({ name: z.string() }) },
  NO_CAPACITY: { status: 409, message: '这位志愿者在此期间结对的孩子已满，请另选一位或改期。', data: z.object({ capacity: z.number().int(), onDay: day }) },
}

/** What crosses the wire for 帮扶. */
export const careContract = {
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
  listPairingCandidates: base.route({ method: 'GET', path: '/cases/{id}/candidates', summary: '可结对的志愿者' })
    .input(listQuery.extend({ id, fromOn: localDate.optional(), untilOn: localDate.optional(), role: z.enum(pairingRoles).default('primary') }))
    .output(pageOf(PairingCandidate)),
  pairVolunteer: base.route({ method: 'POST', path: '/cases/{id}/pairings', summary: '结对', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend({ volunteerId: id, role: z.enum(pairingRoles).default('primary'), fromOn: localDate, untilOn: localDate.optional() }))
    .output(Pairing).errors({ ...PAIRING_REFUSALS, PERIOD_REVERSED: { status: 422, message: '结束日期不能早于开始日期。' } }),
  endPairing: base.route({ method: 'POST', path: '/pairings/{id}/end', summary: '结束结对' })
    .input(changed.extend({ untilOn: localDate, reason }))
    .output(Pairing)
    .errors({
      PAIRING_ENDED: { status: 409, message: '这次结对已经结束。' },
      END_BEFORE_START: { status: 422, message: '最后一天不能早于结对开始的日期。', data: z.object({ fromOn: day }) },
      VISITED_LATER: { status: 409, message: '这位志愿者在这一天之后还有走访记录，请改最后一天，或先更正走访。', data: z.object({ madeOn: day }) },
    }),
  closeCase: base.route({ method: 'POST', path: '/cases/{id}/close', summary: '结案' })
    .input(changed.extend({ closedOn: localDate.optional(), reason: z.enum(closingReasons), result: prose(1000).default('') }))
    .output(CaseRow)
    .errors({
      CASE_ALREADY_CLOSED: { status: 409, message: '这个个案已经结案。' },
      CASE_HAS_OVERDUE_VISIT: { status: 409, message: '有一次走访逾期未办，请先补录走访再结案。', data: z.object({ dueOn: day }) },
      CLOSING_BEFORE_VISIT: { status: 422, message: '结案日期应在今天以前，且不早于最近一次走访。', data: z.object({ earliestOn: day }) },
    }),
  reopenCase: base.route({ method: 'POST', path: '/cases/{id}/reopen', summary: '重新开案' })
    .input(changed.extend({ reason }))
    .output(CaseRow)
    .errors({
      CASE_NOT_CLOSED: { status: 409, message: '这个个案还在进行中。' },
      CONSENT_MISSING: { status: 409, message: '监护人的同意已失效：请先在孩子的档案里重新登记同意。', data: z.object({ childId: id }) },
      CASE_ALREADY_OPEN: { status: 409, message: '这个孩子已有另一个进行中的个案。', data: z.object({ caseId: id }) },
    }),
  listVisits: base.route({ method: 'GET', path: '/visits', summary: '走访列表' })
    .input(listQuery.extend({
      caseId: id.optional(), childId: id.optional(), volunteer: id.optional(), outcome: z.enum(outcomes).optional(), medium: z.enum(media).optional(),
      from: localDate.optional(), to: localDate.optional(), voided: z.stringbool().optional(),
    }))
    .output(pageOf(Visit)),
  getVisit: base.route({ method: 'GET', path: '/visits/{id}', summary: '一次走访' }).input(named).output(OpenedVisit),
  recordVisit: base.route({ method: 'POST', path: '/visits', summary: '记录走访', successStatus: 201 }).meta({ idempotent: true })
    .input(NewVisit).output(Visit).errors(VISIT_REFUSALS),
  correctVisit: base.route({ method: 'PATCH', path: '/visits/{id}', summary: '更正走访' })
    .input(changed.extend({
      reason, madeOn: localDate.optional(), medium: z.enum(media).optional(), minutes: minutes.optional(), outcome: z.enum(outcomes).optional(),
      note: note.optional(), volunteerIds: z.array(id).max(10).optional(),
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
      visits: z.array(z.object({ caseId: id, plannedOn: localDate, medium: z.enum(media).default('home'), volunteerId: id.optional() })).min(1).max(60),
    }))
    .output(z.object({ items: z.array(PlannedVisit) }))
    .errors({
      CASE_CLOSED, PLANNED_IN_PAST: { status: 422, message: '安排的日期应在今天或以后。' },
      VOLUNTEER_NOT_PAIRED: VISIT_REFUSALS.VOLUNTEER_NOT_PAIRED, VOLUNTEER_NOT_CLEARED: PAIRING_REFUSALS.VOLUNTEER_NOT_CLEARED,
      ALREADY_PLANNED: { status: 409, message: '这个孩子当天已有走访安排。' },
    }),
  dropPlannedVisit: base.route({ method: 'DELETE', path: '/planned-visits/{id}', summary: '取消走访安排' }).input(named).output(named),
  getCareStandards: base.route({ method: 'GET', path: '/care-standards', summary: '评估量表与走访间隔' })
    .output(z.object({
      scaleVersion: z.number().int(),
      scales: z.array(z.object({ scale: z.enum(scales), score: z.number().int(), title: z.string(), wording: z.string() })),
      /** Days between visits by colour. */
      intervalDays: z.object({ red: z.number().int(), yellow: z.number().int(), blue: z.number().int(), green: z.number().int() }),
    })),
}
