import type { Context } from '#platform/http/context.ts'
import { mayInProjects, mustReadAwards } from '../access.ts'
import type { Batch } from '../contract.ts'
import { findApprovalProblem, mayFollowBatch, type BatchStep } from '../rules/steps.ts'
import { getBatchRow, listRowsOf } from './batch-rows.ts'
import { findApplicants, findApprovals } from './find-approvals.ts'
import { loadBatch } from './lock-batch.ts'
import { findLastDay, listObjections } from './public-lists.ts'
import { findLineLabel } from './projects/line-of-budget.ts'

/** One batch with its list, its approvals, and what the caller may do. */
export async function getBatch(context: Context, input: { id: string }): Promise<Batch> {
  const { actor } = context
  mustReadAwards(actor)
  const held = await loadBatch(context, input.id)
  const [row, rows, approvals, applicants] = await Promise.all([
    getBatchRow(context, held.id), listRowsOf(context, held.id), findApprovals(context, held), findApplicants(context, held.id)])
  const [shown, objections] = [await findLastDay(context, held.id), await listObjections(context, held)]
  const projectLabel = held.budgetLineId === null ? null : await findLineLabel(context, held.budgetLineId)
  const may = (permission: string, step: BatchStep) => mayInProjects(actor, permission) && mayFollowBatch(step, held.status)
  const isFree = findApprovalProblem(actor.accountId, { madeBy: held.madeBy, applicants, approvers: approvals.map(({
    approvedBy }) => approvedBy) }) === undefined
  return {
    ...row, rows, projectId: held.projectId, projectLabel, shown: shown === null ? null : { ...shown, city: actor.cityId }, objections,
    approvals: approvals.map(({ approvedName,
      approvedAt }) => ({ name: approvedName, approvedAt: approvedAt.toISOString() })),
    listHash: held.listHash?.toString('hex') ?? null, filesMade: held.filesMade, returnReason: held.returnReason,
    may: {
      fill: may('award.list', 'fill'), submit: may('award.list', 'submit') && held.rowsCount > 0, discard: may('award.list', 'discard'),
      approve: may('award.approve', 'approve') && isFree, return: may('award.approve', 'return'), pay: may('award.pay', 'pay'), settle: may('award.settle',
        'settle'),
      object: held.status === 'submitted' && mayInProjects(actor, 'objection.record'), answer: mayInProjects(actor, 'objection.answer'),
    },
  }
}
