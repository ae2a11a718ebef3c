import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id, line, localDate } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'
import { postingRefusals } from '#modules/ledger/contract.ts'
import { CHILD_ERASED } from './awards.ts'
import { Objection } from './public-lists.ts'
import { batchStatuses, changed, day, fen, findingCode, named, outcomes, reason, refusalKinds, version } from './fields.ts'

/** A batch as lists show it. */
export const BatchRow = z.object({
  id, unitCode: z.string(), unitName: z.string(), bookId: id, bookName: z.string(), fundId: id, fundName: z.string(), title: z.string(),
  status: z.enum(batchStatuses), rowsCount: z.number().int(), totalFen: fen, madeName: z.string(), submittedOn: day.nullable(), approvedOn: day.nullable(),
  settledOn: day.nullable(), version,
})
/** A batch as lists show it. */
export type BatchRow = z.infer<typeof BatchRow>

/** A row of a batch, masked. */
export const ListedAward = z.object({
  seq: z.number().int(), awardId: id, label: z.string(), kind: z.string(), kindName: z.string(), unitName: z.string(),
  payeeLabel: z.string().nullable(), accountTail: z.string().nullable(),
  /** A payee that did not get it was put right since: what is shown is not what the list was approved with. */
  isPayeeCorrected: z.boolean(), amountFen: fen, findings: z.array(findingCode), answer: z.string().nullable(), outcome: z.enum(outcomes).nullable(),
  outcomeOn: day.nullable(), refusalKind: z.enum(refusalKinds).nullable(),
})
/** A row of a batch. */
export type ListedAward = z.infer<typeof ListedAward>

/** One batch with its list. */
export const Batch = BatchRow.extend({
  /** Project and line of its budget it is paid for; null for none. */
  projectId: id.nullable(), projectLabel: z.string().nullable(),
  /** Until when it is shown to everybody for objections; null where it is not. */
  shown: z.object({ openedOn: day, endsOn: day, /** Part of the address of the page everybody sees it on. */ city: z.number().int() }).nullable(),
  objections: z.array(Objection),
  rows: z.array(ListedAward), approvals: z.array(z.object({ name: z.string(), approvedAt: z.string() })),
  /** SHA-256 of the list as it was handed in. */
  listHash: z.string().nullable(), filesMade: z.number().int(), returnReason: z.string().nullable(),
  /** What the caller may do now. */
  may: z.object({ fill: z.boolean(), submit: z.boolean(), discard: z.boolean(), approve: z.boolean(), return: z.boolean(), pay: z.boolean(),
    settle: z.boolean(), object: z.boolean(), answer: z.boolean() }),
})
/** One batch. */
export type Batch = z.infer<typeof Batch>

const Choice = z.object({ id, name: z.string() })
/** Books a batch may be paid from. */
export const AwardGround = z.object({ items: z.array(Choice.extend({ funds: z.array(Choice), banks: z.array(Choice) })) })
/** Books a batch may be paid from. */
export type AwardGround = z.infer<typeof AwardGround>

/** A batch that is begun. */
export const NewBatch = z.object({
  bookId: id, fundId: id, bankAccountId: id, title: line(60),
  /** Line of the budget of a running project it is paid for; left out for none. */
  budgetLineId: id.optional(),
})
/** A batch that is begun. */
export type NewBatch = z.output<typeof NewBatch>
/** Most rows of a batch; more are several batches. */
export const mostRows = 500
/** The list of a batch, in its order. */
export const BatchFilling = changed.extend({
  rows: z.array(z.object({
    awardId: id,
    /** What is said to the findings, without anybody's name. */
    answer: reason.optional(),
  })).max(mostRows, `一个批次最多${mostRows}笔，请分成几个批次`),
})
/** The list of a batch. */
export type BatchFilling = z.output<typeof BatchFilling>

/** Filters of the list of batches. */
export const BatchFilters = listQuery.omit({ q: true }).extend({ status: z.enum(batchStatuses).optional() })
/** Filters of the list of batches. */
export type BatchFilters = z.output<typeof BatchFilters>

/** A row of a file of results that was not taken. */
export const LeftRow = z.object({ rowNumber: z.number().int(), problem: z.enum(['unknown', 'half-width', 'amount', 'account', 'outcome', 'known']) })
/** A row that was not taken. */
export type LeftRow = z.infer<typeof LeftRow>
/** What a file of results brought. */
export const ImportedResults = z.object({ paidCount: z.number().int(), failedCount: z.number().int(), left: z.array(LeftRow), batch: BatchRow })
/** What a file of results brought. */
export type ImportedResults = z.infer<typeof ImportedResults>

const seqs = z.object({ seqs: z.array(z.number().int()) })
const WRONG_BATCH_STATUS = { status: 409, message: '这个批次的状态已经变了，请刷新页面后再办。', data: z.object({ status: z.enum(batchStatuses) }) }
const NO_SUCH_GROUND = { status: 409, message: '所选的资金或银行科目不属于这个账套，或者已经停用；请重新选择。' }
const AWARD_NOT_WAITING = { status: 409, message: '名单中有的资助已经在别的批次里，或者不再等待；请去掉这几行：见标出的行。', data: seqs }
const FINDINGS_STOP = { status: 409, message: '名单中有的资助没有通过核查，请先解决或去掉这几行：见标出的行。', data: seqs }
const FINDINGS_UNANSWERED = { status: 409, message: '名单中有核查发现还没有写说明，请逐行写明：见标出的行。', data: seqs }
const LISTED_TWICE = { status: 409, message: '同一笔资助在名单里出现了两次，请去掉重复的行。', data: seqs }
const BATCH_EMPTY = { status: 409, message: '名单是空的，请先列入资助再提交。' }
const ACCOUNT_BAD = {
  status: 409, message: '名单中有收款账号缺少或不正确：见标出的行。请先把这几行移出名单，请申请单位更正收款人，再列入提交。',
  data: z.object({ rows: z.array(z.object({ seq: z.number().int(), label: z.string(), problem: z.enum(['missing', 'length', 'check']) })) }),
}
const OWN_APPLICATION = { status: 403, message: '名单中有您自己申请的资助，请由别人审批这个批次。' }
const OWN_BATCH = { status: 403, message: '这个批次是您编制的，请由别人审批。' }
const APPROVED_BEFORE = { status: 409, message: '您已经审批过这个批次，还需要另一位审批。' }
const PROJECT_NOT_RUNNING = { status: 409, message: '这个项目不在实施中，或不属于这个账套；请选实施中的项目。' }
const FUND_NOT_OF_PROJECT = { status: 409, message: '这项资金不是这个项目的资金来源；请改选资金或项目。' }
const BUDGET_EXCEEDED = {
  status: 409, message: '合计超过这一行预算的余额，请减少名单或改用别的预算行。', data: z.object({ leftFen: fen }),
}
const PROJECT_MONEY_SHORT = { status: 409, message: '项目在这项资金里预留的钱不够这个批次，请减少名单或改用项目的其他资金。', data: z.object({ leftFen: fen }) }
const STILL_SHOWN = { status: 409, message: '名单还在公示期内，公示期满后才能作最后一次批准。', data: z.object({ endsOn: day }) }
const OBJECTIONS_OPEN = { status: 409, message: '还有异议没有答复，请先答复再作最后一次批准。' }
const OBJECTION_UPHELD = { status: 409, message: '有异议成立，请退回批次，去掉或更正有关的资助再提交。' }
const COST_ACCOUNT_MISSING = {
  status: 409, message: '这个账套没有可用的业务活动成本科目（5101），请会计先添加。', data: z.object({ code: z.string() }),
}
const FILE_KNOWN = { status: 409, message: '这个结果文件已经导入过，请核对后选择新的文件。' }
const RESULTS_UNREADABLE = { status: 409, message: '没有找到结果表头。表中应有：序号、收款账号、金额、结果；失败的写明原因。' }

/** What the file for the bank may refuse. */
export const paymentFileRefusals = {
  WRONG_BATCH_STATUS: { ...WRONG_BATCH_STATUS, message: '只有批准了的批次才有付款文件，请先完成两人审批。' }, CHILD_ERASED,
}

/** Operations on batches. */
export const batchOperations = {
  listAwardGrounds: base.route({ method: 'GET', path: '/award-grounds', summary: '可以支付资助的账套' }).input(z.object({})).output(AwardGround),
  listBatches: base.route({ method: 'GET', path: '/award-batches', summary: '资助批次' }).input(BatchFilters).output(pageOf(BatchRow)),
  getBatch: base.route({ method: 'GET', path: '/award-batches/{id}', summary: '一个资助批次' }).input(named).output(Batch),
  draftBatch: base.route({ method: 'POST', path: '/award-batches', summary: '编制批次', successStatus: 201 }).meta({ idempotent: true })
    .input(NewBatch).output(BatchRow).errors({ NO_SUCH_GROUND, PROJECT_NOT_RUNNING, FUND_NOT_OF_PROJECT }),
  fillBatch: base.route({ method: 'PUT', path: '/award-batches/{id}/rows', summary: '列入资助' }).input(BatchFilling).output(BatchRow)
    .errors({ WRONG_BATCH_STATUS, AWARD_NOT_WAITING, FINDINGS_STOP, FINDINGS_UNANSWERED, LISTED_TWICE }),
  submitBatch: base.route({ method: 'POST', path: '/award-batches/{id}/submit', summary: '提交批次，冻结名单' }).input(changed).output(BatchRow)
    .errors({ WRONG_BATCH_STATUS, BATCH_EMPTY, ACCOUNT_BAD }),
  approveBatch: base.route({ method: 'POST', path: '/award-batches/{id}/approve', summary: '审批批次' }).input(changed).output(BatchRow)
    .errors({ WRONG_BATCH_STATUS, OWN_APPLICATION, OWN_BATCH, APPROVED_BEFORE, PROJECT_NOT_RUNNING, BUDGET_EXCEEDED, PROJECT_MONEY_SHORT, STILL_SHOWN,
      OBJECTIONS_OPEN, OBJECTION_UPHELD,
      ...postingRefusals }),
  returnBatch: base.route({ method: 'POST', path: '/award-batches/{id}/return', summary: '退回批次' }).input(changed.extend({ reason })).output(BatchRow)
    .errors({ WRONG_BATCH_STATUS }),
  discardBatch: base.route({ method: 'POST', path: '/award-batches/{id}/discard', summary: '丢弃批次' }).input(changed).output(BatchRow)
    .errors({ WRONG_BATCH_STATUS }),
  importResults: base.route({ method: 'POST', path: '/award-batches/{id}/results', summary: '导入银行结果' })
    .input(named.extend({ paidOn: localDate, file: z.file().max(5_000_000) })).output(ImportedResults)
    .errors({ WRONG_BATCH_STATUS, FILE_KNOWN, RESULTS_UNREADABLE, COST_ACCOUNT_MISSING, ...postingRefusals }),
}
