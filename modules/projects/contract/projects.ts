import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { creditCode, id, line, localDate, prose } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { postingRefusals } from '#modules/ledger/contract.ts'
import { changed, day, fen, named, projectStatuses, reason, surplusRules, version, yuan } from './fields.ts'

/** A project as lists show it; figures include the projects below it. */
export const ProjectRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), bookId: id, bookName: z.string(), name: z.string(), status: z.enum(projectStatuses), startsOn: day,
  endsOn: day, parentId: id.nullable(), parentName: z.string().nullable(), budgetFen: fen, actualFen: fen, proposedName: z.string(), version,
})
/** A project as lists show it. */
export type ProjectRow = z.infer<typeof ProjectRow>

/** A line of the budget with what became of it. */
export const BudgetLine = z.object({ id, seq: z.number().int(), name: z.string(), budgetFen: fen, actualFen: fen, promisedFen: fen })
/** A line of the budget. */
export type BudgetLine = z.infer<typeof BudgetLine>

/** A reviewer's scores and statement. */
export const ProjectReview = z.object({
  name: z.string(), hasConflict: z.boolean(), statement: z.string(),
  /** Out of 25 each; null where there is a conflict. */
  needScore: z.number().int().nullable(), meansScore: z.number().int().nullable(), budgetScore: z.number().int().nullable(),
  benefitScore: z.number().int().nullable(), opinion: z.string(), reviewedAt: z.string(),
})
/** A reviewer's scores and statement. */
export type ProjectReview = z.infer<typeof ProjectReview>

/** What must be there for an approval, and what the caller may approve. */
export const ApprovalNeed = z.object({
  mayApprove: z.boolean(), mostFen: fen.nullable(), needsResolution: z.boolean(), reviewsNeeded: z.number().int(), leastScore: z.number().int(),
})
/** What must be there for an approval. */
export type ApprovalNeed = z.infer<typeof ApprovalNeed>

/** A body a project has a contract with, and how it is known as a related party: by its code, by its name alone, or not at all. */
export const ProjectPartner = z.object({
  name: z.string(), creditCode: z.string().nullable(), task: z.string(), relatedBy: z.enum(['code', 'name']).nullable(),
})
/** A body a project has a contract with. */
export type ProjectPartner = z.infer<typeof ProjectPartner>

/** Figures of a project, with those of the projects below it. */
export const ProjectFigures = z.object({
  budgetFen: fen, actualFen: fen, promisedFen: fen,
  /** Spending on no line of the budget. */
  unassignedFen: fen,
  /** What will have been spent on the last day, as it goes now. */
  forecastFen: fen, childCount: z.number().int(), outsideCount: z.number().int(),
})
/** Figures of a project. */
export type ProjectFigures = z.infer<typeof ProjectFigures>

/** A step with its day. */
export const Milestone = z.object({ id, title: z.string(), dueOn: day, reachedOn: day.nullable(), note: z.string().nullable() })
/** Whom a project helps, masked. */
export const Beneficiary = z.object({ id, label: z.string(), isOutside: z.boolean(), peopleCount: z.number().int(), unitName: z.string(), addedOn: day,
  addedName: z.string() })

/** One project. */
export const Project = ProjectRow.extend({
  purpose: z.string(), peoplePlanned: z.number().int(), surplusRule: z.enum(surplusRules), submittedOn: day.nullable(), approvedOn: day.nullable(),
  approvedName: z.string().nullable(), resolution: z.string().nullable(), answer: z.string().nullable(), acceptedOn: day.nullable(),
  acceptedName: z.string().nullable(), finding: z.string().nullable(), evaluatedOn: day.nullable(), evaluatedName: z.string().nullable(),
  evaluationScore: z.number().int().nullable(), evaluation: z.string().nullable(), closedOn: day.nullable(), surplusFen: fen.nullable(),
  successorId: id.nullable(), successorName: z.string().nullable(),
  /** Average of the reviews without a conflict; null while there is none. */
  score: z.number().nullable(),
  figures: ProjectFigures, lines: z.array(BudgetLine),
  sources: z.array(z.object({
    fundId: id, fundName: z.string(), amountFen: fen, carriedFen: fen,
    /** Still reserved; null where the fund is unrestricted. */
    leftFen: fen.nullable(),
    /** Was reserved and released in the ledger by hand; waits to be reserved anew. */
    freedFen: fen,
  })),
  partners: z.array(ProjectPartner), milestones: z.array(Milestone), reviews: z.array(ProjectReview), beneficiaries: z.array(Beneficiary),
  papers: z.array(z.object({ id, title: z.string(), extension: z.string(), addedName: z.string() })),
  below: z.array(z.object({ id, name: z.string(), status: z.enum(projectStatuses), budgetFen: fen, actualFen: fen })), need: ApprovalNeed,
  /** What the caller may do now. */
  may: z.object({
    edit: z.boolean(), submit: z.boolean(), discard: z.boolean(), review: z.boolean(), approve: z.boolean(), return: z.boolean(), run: z.boolean(),
    accept: z.boolean(), evaluate: z.boolean(), close: z.boolean(), enter: z.boolean(), openPaper: z.boolean(),
  }),
})
/** One project. */
export type Project = z.infer<typeof Project>

/** Budget lines, sources and milestones of one proposal at most. */
export const mostParts = 30
/** What a project wants to do. */
export const Proposal = z.object({
  name: line(60), purpose: prose(2000).min(1, '请写明项目要做什么'), startsOn: localDate, endsOn: localDate,
  peoplePlanned: z.number().int('请填整数').min(0).max(1_000_000), surplusRule: z.enum(surplusRules), parentId: id.optional(),
  lines: z.array(z.object({ name: line(40), amount: yuan })).max(mostParts, `预算最多${mostParts}行`),
  sources: z.array(z.object({ fundId: id, amount: yuan })).max(mostParts, `资金来源最多${mostParts}行`),
  milestones: z.array(z.object({ title: line(80), dueOn: localDate })).max(mostParts, `里程碑最多${mostParts}个`),
  /** Bodies the project has a contract or an agreement with. */
  partners: z.array(z.object({ name: line(60), creditCode: creditCode.optional(), task: line(80) })).max(mostParts, `合作方最多${mostParts}个`).optional(),
})
/** What a project wants to do. */
export type Proposal = z.output<typeof Proposal>

const score = z.number().int('请填整数').min(0, '最低0分').max(25, '最高25分').optional()
/** A review as it is given. */
export const NewReview = changed.extend({
  hasConflict: z.boolean(), statement: reason, needScore: score, meansScore: score, budgetScore: score, benefitScore: score,
  opinion: prose(1000).min(1, '请写评审意见'),
})
/** A review as it is given. */
export type NewReview = z.output<typeof NewReview>

/** Whom a project helps, as it is entered. */
export const NewBeneficiary = z.object({
  projectId: id,
  /** Case of the child; left out where people are counted outside. */
  caseId: id.optional(),
  /** Whom it is for where people are counted outside; nobody's name. */
  group: line(60).optional(), peopleCount: z.number().int().min(1).max(100_000).optional(), householdsCount: z.number().int().min(0).max(100_000).optional(),
})
/** Whom a project helps, as it is entered. */
export type NewBeneficiary = z.output<typeof NewBeneficiary>

/** A line of the books that names a project. */
export const ProjectPosting = z.object({
  journalId: id, datedOn: day, memo: z.string(), accountCode: z.string(), accountName: z.string(), projectLabel: z.string(), amountFen: fen,
  /** Voucher it stands in; null while an accountant has not gathered it. */
  voucherId: id.nullable(),
})
/** A line of the books that names a project. */
export type ProjectPosting = z.infer<typeof ProjectPosting>

/** Filters of the list, without paging. */
export const ProjectFilters = listQuery.omit({ q: true }).extend({ status: z.enum(projectStatuses).optional() })
/** Filters of the list. */
export type ProjectFilters = z.output<typeof ProjectFilters>

const Choice = z.object({ id, name: z.string() })
const WRONG_PROJECT_STATUS = { status: 409, message: '这个项目的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(projectStatuses) }) }
const FUND_ELSEWHERE = { status: 409, message: '资金来源中有的资金不属于这个账套，或者已经停用；请重新选择。' }
const BUDGET_EMPTY = { status: 409, message: '还没有预算，请先修改申请，至少编一行预算。' }
const BUDGET_UNFOOTED = {
  status: 409, message: '资金来源合计不等于预算合计，请修改申请，核对每一行金额。', data: z.object({ budgetFen: fen, sourcesFen: fen }),
}
const MILESTONES_MISSING = { status: 409, message: '还没有里程碑，请先修改申请，至少定一个。' }
const OWN_PROJECT = { status: 403, message: '这个项目是您提出的，请由别人评审和批准。' }
const REVIEWED_BEFORE = { status: 409, message: '您已经评审过这个项目，每人评审一次。' }
const OWN_REVIEW_CONFLICT = { status: 403, message: '您声明过与这个项目有利益关系，请由别人批准。' }
const OVER_LIMIT = { status: 403, message: '预算超过您的审批权限，请由权限更高的人批准。', data: z.object({ mostFen: fen.nullable() }) }
const REVIEWS_MISSING = { status: 409, message: '没有利益关系的评审还不够，请先请人评审。', data: z.object({ needed: z.number(), have: z.number() }) }
const SCORE_LOW = { status: 409, message: '评审平均分不到最低分，不能批准；请退回修改或不予立项。', data: z.object({ least: z.number(), score: z.number() }) }
const CHILD_COUNTED = { status: 409, message: '这个孩子已经在这个项目的受益人里了。' }
const PROJECT_NOT_RUNNING = { status: 409, message: '这个项目不在实施中，请选实施中的项目。' }
const CASE_CLOSED = { status: 409, message: '这个个案已经结案；如需列入，请先重新开案。' }
const CHILD_ERASED = { status: 410, message: '这个孩子的信息已按申请删除，不能再办理。' }
const SERVICE_CONSENT_MISSING = { status: 409, message: '监护人接受帮扶的同意已经没有了；请先在孩子的档案里登记新的同意。' }
const MILESTONES_OPEN = { status: 409, message: '还有里程碑没有完成，请先逐个登记完成再验收。', data: z.object({ titles: z.array(z.string()) }) }
const NOTHING_FREED = { status: 409, message: '没有在账上解除过的预留，不需要重新预留；请刷新页面。' }
const PAPERS_MISSING = { status: 409, message: '还没有验收材料，请先上传至少一份再验收。' }
const NOT_EVALUATED = { status: 409, message: '项目还没有评价，请先评价再结项。' }
const BATCHES_OPEN = { status: 409, message: '这个项目还有没办完的资助批次，请先办结或丢弃再结项。' }
const PROJECTS_BELOW_OPEN = { status: 409, message: '下面还有没结项的子项目，请先结项再办。' }
const SUCCESSOR_MISSING = { status: 409, message: '结余要转入后续项目，请选一个同账套、实施中的项目。' }

/** Operations on projects. */
export const projectOperations = {
  listProjects: base.route({ method: 'GET', path: '/projects', summary: '公益项目' }).input(ProjectFilters).output(pageOf(ProjectRow)),
  getProject: base.route({ method: 'GET', path: '/projects/{id}', summary: '一个公益项目' }).input(named).output(Project),
  listOpenProjects: base.route({ method: 'GET', path: '/open-projects', summary: '实施中的项目（登记受益人时选用）' }).input(z.object({}))
    .output(z.object({ items: z.array(Choice.extend({ unitName: z.string(), startsOn: day, endsOn: day })) })),
  listProjectGrounds: base.route({ method: 'GET', path: '/project-grounds', summary: '立项可用的账套、资金和项目' }).input(z.object({}))
    .output(z.object({ items: z.array(Choice.extend({
      funds: z.array(Choice), projects: z.array(Choice.extend({ status: z.enum(projectStatuses), lines: z.array(Choice) })) })) })),
  listProjectPostings: base.route({ method: 'GET', path: '/projects/{id}/postings', summary: '项目的分录' })
    .input(named.extend({ lineId: id.optional() })).output(z.object({ items: z.array(ProjectPosting), totalFen: fen })),
  draftProject: base.route({ method: 'POST', path: '/projects', summary: '起草立项申请', successStatus: 201 }).meta({ idempotent: true })
    .input(Proposal.extend({ bookId: id })).output(ProjectRow).errors({ FUND_ELSEWHERE }),
  updateProject: base.route({ method: 'PUT', path: '/projects/{id}', summary: '修改立项申请' }).input(Proposal.extend({ id, version })).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, FUND_ELSEWHERE }),
  submitProject: base.route({ method: 'POST', path: '/projects/{id}/submit', summary: '提交立项申请' }).input(changed).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, BUDGET_EMPTY, BUDGET_UNFOOTED, MILESTONES_MISSING }),
  discardProject: base.route({ method: 'POST', path: '/projects/{id}/discard', summary: '丢弃立项申请' }).input(changed).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS }),
  reviewProject: base.route({ method: 'POST', path: '/projects/{id}/review', summary: '评审项目' }).input(NewReview).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, OWN_PROJECT, REVIEWED_BEFORE }),
  returnProject: base.route({ method: 'POST', path: '/projects/{id}/return', summary: '退回立项申请' }).input(changed.extend({ reason })).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, OWN_PROJECT }),
  declineProject: base.route({ method: 'POST', path: '/projects/{id}/decline', summary: '不予立项' }).input(changed.extend({ reason })).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, OWN_PROJECT }),
  approveProject: base.route({ method: 'POST', path: '/projects/{id}/approve', summary: '批准立项' })
    .input(changed.extend({ resolution: line(60).optional() })).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, OWN_PROJECT, OWN_REVIEW_CONFLICT, OVER_LIMIT, REVIEWS_MISSING, SCORE_LOW, ...postingRefusals }),
  reachMilestone: base.route({ method: 'POST', path: '/projects/{id}/milestones/{milestoneId}', summary: '里程碑完成' })
    .input(named.extend({ milestoneId: id, reachedOn: localDate, note: z.union([z.literal(''), line(200)]).default('') })).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS }),
  reserveProjectMoney: base.route({ method: 'POST', path: '/projects/{id}/reserve', summary: '重新预留项目资金' }).input(changed).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, NOTHING_FREED, ...postingRefusals }),
  addProjectPaper: base.route({ method: 'POST', path: '/projects/{id}/papers', summary: '上传验收材料', successStatus: 201 })
    .input(named.extend({ title: line(60), file: z.file().max(10_000_000) })).output(ProjectRow).errors({ WRONG_PROJECT_STATUS }),
  acceptProject: base.route({ method: 'POST', path: '/projects/{id}/accept', summary: '验收项目' })
    .input(changed.extend({ finding: prose(1000).min(1, '请写验收意见') })).output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, OWN_PROJECT, MILESTONES_OPEN, PAPERS_MISSING }),
  evaluateProject: base.route({ method: 'POST', path: '/projects/{id}/evaluate', summary: '评价项目' })
    .input(changed.extend({ score: z.number().int('请填整数').min(0, '最低0分').max(100, '最高100分'), evaluation: prose(2000).min(1, '请写评价') }))
    .output(ProjectRow).errors({ WRONG_PROJECT_STATUS }),
  closeProject: base.route({ method: 'POST', path: '/projects/{id}/close', summary: '项目结项' }).input(changed.extend({ successorId: id.optional() }))
    .output(ProjectRow)
    .errors({ WRONG_PROJECT_STATUS, NOT_EVALUATED, BATCHES_OPEN, PROJECTS_BELOW_OPEN, SUCCESSOR_MISSING, ...postingRefusals }),
  enterBeneficiary: base.route({ method: 'POST', path: '/beneficiaries', summary: '登记受益人', successStatus: 201 }).meta({ idempotent: true })
    .input(NewBeneficiary).output(Beneficiary).errors({ PROJECT_NOT_RUNNING, CHILD_COUNTED, CASE_CLOSED, CHILD_ERASED, SERVICE_CONSENT_MISSING }),
  removeBeneficiary: base.route({ method: 'POST', path: '/beneficiaries/{id}/remove', summary: '移出受益人' }).input(named.extend({ reason }))
    .output(Beneficiary).errors({ PROJECT_NOT_RUNNING }),
}
