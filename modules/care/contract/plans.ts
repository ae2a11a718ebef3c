import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { CASE_CLOSED, changed, day, instant, named, version } from './fields.ts'

/** Where a plan stands in its life; approved is in force from its first day on. */
export const planStatuses = ['draft', 'submitted', 'returned', 'approved', 'suspended', 'ended'] as const
/** How a goal stands. */
export const goalOutcomes = ['open', 'reached', 'missed'] as const
/** Why a plan ends; `case-closed` is written by the closing of the case alone. */
export const endingReasons = ['reached', 'changed', 'withdrawn', 'case-closed', 'other'] as const

/** Where a plan stands. */
export type PlanStatus = (typeof planStatuses)[number]
/** How a goal stands. */
export type GoalOutcome = (typeof goalOutcomes)[number]
/** Why a plan ends. */
export type EndingReason = (typeof endingReasons)[number]

/** A plan as lists show it: masked, without what is written in it. */
export const PlanRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), caseId: id, childLabel: z.string(), status: z.enum(planStatuses),
  fromOn: day, untilOn: day, reviewOn: day, writtenName: z.string(),
  goals: z.number().int(), goalsReached: z.number().int(), reviews: z.number().int(), version,
})
/** A plan as lists show it. */
export type PlanRow = z.infer<typeof PlanRow>

/** What is to be reached. Texts are null for those who may not read them, and after erasure. */
export const PlanGoal = z.object({
  id, text: z.string().nullable(), dueOn: day, outcome: z.enum(goalOutcomes),
  /** Null when nothing was written. */
  words: z.string().nullable(),
  /** Null while it is open. */
  judgedOn: day.nullable(),
})
/** What is done, by whom, and when. */
export const PlanService = z.object({ id, text: z.string().nullable(), responsible: z.string(), fromOn: day, untilOn: day })
/** A look at the plan. */
export const PlanReview = z.object({ id, reviewedOn: day, summary: z.string().nullable(), nextReviewOn: day.nullable(), reviewedName: z.string() })
/** A plan opened. */
export const Plan = PlanRow.omit({ goals: true, reviews: true }).extend({
  aim: z.string().nullable(), goals: z.array(PlanGoal), services: z.array(PlanService), reviews: z.array(PlanReview),
  /** Null before it was handed in. */
  submittedAt: instant.nullable(),
  /** Null before somebody decided. */
  decidedName: z.string().nullable(), decidedOn: day.nullable(), answer: z.string().nullable(),
  /** Null while it is not suspended. */
  suspendedOn: day.nullable(),
  /** Null before it ended. */
  endedOn: day.nullable(), endingReason: z.enum(endingReasons).nullable(), ending: z.string().nullable(),
  /** The caller may approve or return it: it is submitted, and another person wrote it. */
  mayDecide: z.boolean(),
})
/** A plan opened. */
export type Plan = z.infer<typeof Plan>

/** What somebody writes into a plan. */
export const PlanText = z.object({
  fromOn: localDate, untilOn: localDate,
  /** Day by which it is looked at first. */
  reviewOn: localDate,
  aim: prose(1000).default(''),
  goals: z.array(z.object({ text: line(300), dueOn: localDate })).max(10),
  services: z.array(z.object({ text: line(300), responsible: line(50), fromOn: localDate, untilOn: localDate })).max(20),
})
/** What somebody writes into a plan. */
export type PlanText = z.output<typeof PlanText>

const placed = z.object({ place: z.number().int() })
const TEXT_REFUSALS = {
  CASE_CLOSED,
  PLAN_DAYS_REVERSED: { status: 422, message: '方案的日期应按“开始、首次回访、结束”的先后顺序，请核对。' },
  PLAN_BEFORE_CASE: { status: 422, message: '方案不能早于开案日期，请改开始日期。', data: z.object({ openedOn: day }) },
  GOAL_OUTSIDE_PLAN: { status: 422, message: '目标的完成日期不在方案期间内，请核对日期。', data: placed },
  SERVICE_OUTSIDE_PLAN: { status: 422, message: '服务的起止日期不在方案期间内，或结束早于开始，请核对日期。', data: placed },
}
const PLAN_CONSENT_MISSING = { status: 409, message: '监护人对帮扶的同意已经收回或到期：请先在孩子的档案里重新登记同意。' }
const PLAN_OVER = { status: 409, message: '方案的结束日期已经过了，请先改期间。' }

/** 方案. */
export const planOperations = {
  listPlans: base.route({ method: 'GET', path: '/plans', summary: '帮扶方案列表' })
    .input(listQuery.extend({
      caseId: id.optional(), status: z.enum(planStatuses).optional(),
      /** Approved plans whose review is due by this day. */
      reviewBy: localDate.optional(),
    }))
    .output(pageOf(PlanRow)),
  getPlan: base.route({ method: 'GET', path: '/plans/{id}', summary: '一个帮扶方案' }).input(named).output(Plan),
  addPlan: base.route({ method: 'POST', path: '/cases/{id}/plans', summary: '拟订方案', successStatus: 201 }).meta({ idempotent: true })
    .input(named.extend(PlanText.shape)).output(PlanRow)
    .errors({ ...TEXT_REFUSALS, PLAN_EXISTS: { status: 409, message: '这个个案已有没结束的方案，请先修改或结束原方案。', data: z.object({ planId: id }) } }),
  updatePlan: base.route({ method: 'PATCH', path: '/plans/{id}', summary: '修改方案' })
    .input(changed.extend(PlanText.shape)).output(PlanRow)
    .errors({ ...TEXT_REFUSALS, PLAN_NOT_DRAFT: { status: 409, message: '方案已经提交或核定，不能再改；需要调整的，请回访后结束，再拟新方案。' } }),
  submitPlan: base.route({ method: 'POST', path: '/plans/{id}/submit', summary: '提交方案' }).input(changed).output(PlanRow)
    .errors({
      CASE_CLOSED, PLAN_CONSENT_MISSING, PLAN_OVER,
      PLAN_NOT_DRAFT: { status: 409, message: '方案已经提交过了，请等待审批。' },
      PLAN_INCOMPLETE: { status: 422, message: '方案至少要有一个目标和一项服务，请补齐后再提交。' },
    }),
  decidePlan: base.route({ method: 'POST', path: '/plans/{id}/decision', summary: '审批方案' })
    .input(changed.extend({ isApproved: z.boolean(), answer: prose(500).default('') })).output(PlanRow)
    .errors({
      CASE_CLOSED, PLAN_CONSENT_MISSING, PLAN_OVER,
      PLAN_NOT_SUBMITTED: { status: 409, message: '这个方案不在待审批状态，请打开方案查看现在的情况。' },
      PLAN_OWN: { status: 403, message: '方案要由拟订人和提交人以外的人审批，请交给同事或上级关工委办理。' },
      ANSWER_NEEDED: { status: 422, message: '退回方案请写明要改什么。' },
    }),
  recordReview: base.route({ method: 'POST', path: '/plans/{id}/reviews', summary: '回访方案', successStatus: 201 }).meta({ idempotent: true })
    .input(changed.extend({
      reviewedOn: localDate, summary: prose(1000).default(''),
      /** Left out: nothing is looked at again before the last day of the plan. */
      nextReviewOn: localDate.optional(),
      goals: z.array(z.object({ goalId: id, outcome: z.enum(goalOutcomes), words: prose(300).default('') })).max(10),
    }))
    .output(PlanRow)
    .errors({
      CASE_CLOSED,
      PLAN_NOT_IN_FORCE: { status: 409, message: '方案还没有开始，或已经中止、结束，不能回访。' },
      REVIEW_OUTSIDE_PLAN: { status: 422, message: '回访日期应在方案开始之后、今天以前，且不早于上一次回访。' },
      NEXT_REVIEW_OUTSIDE_PLAN: { status: 422, message: '下次回访应在这次回访之后、方案结束以前。' },
      GOAL_UNKNOWN: { status: 422, message: '有一个目标不属于这个方案，请重新打开方案再回访。' },
      GOAL_WORDS_NEEDED: { status: 422, message: '目标达成或未达成的，请写一句说明。', data: placed },
    }),
  endPlan: base.route({ method: 'POST', path: '/plans/{id}/end', summary: '结束方案' })
    .input(changed.extend({ reason: z.enum(['reached', 'changed', 'withdrawn', 'other']), ending: prose(1000).default('') })).output(PlanRow)
    .errors({
      PLAN_ENDED: { status: 409, message: '这个方案已经结束。' },
      GOALS_OPEN: { status: 409, message: '还有目标没有说明达成与否，请先回访，或选择其他结束原因。' },
    }),
  resumePlan: base.route({ method: 'POST', path: '/plans/{id}/resume', summary: '恢复方案' }).input(changed).output(PlanRow)
    .errors({ CASE_CLOSED, PLAN_CONSENT_MISSING, PLAN_OVER, PLAN_NOT_SUSPENDED: { status: 409, message: '这个方案没有中止，不需要恢复。' } }),
}
