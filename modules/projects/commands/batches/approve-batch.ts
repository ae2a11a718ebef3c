import { reserveMoney } from '#modules/ledger/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApproveBatches } from '../../access.ts'
import type { BatchRow } from '../../contract.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { findApplicants, findApprovals } from '../../queries/find-approvals.ts'
import { lockBatch, mustBeFrozenList, readRows, type HeldBatch } from '../../queries/lock-batch.ts'
import { approversNeeded, findApprovalProblem } from '../../rules/steps.ts'
import { takeFromProject } from '../steps/batch-of-project.ts'
import { mustBeThroughObjections } from '../steps/show-batch.ts'
import { moveAwards } from '../steps/write-award.ts'
import { recordBatch, writeBatch } from '../steps/write-batch.ts'

/** Says yes to the frozen list. The second yes of another person approves the batch, and its money is reserved. */
export async function approveBatch(context: Context, input: { id: string; version: number }): Promise<BatchRow> {
  const { tx, actor, now } = context
  mustApproveBatches(actor)
  const batch = await lockBatch(context, { step: 'approve', ...input })
  const [rows, approvals, applicants] = [await readRows(context, batch.id), await findApprovals(context, batch), await findApplicants(context, batch.id)]
  mustBeFrozenList(batch, rows)
  const problem = findApprovalProblem(actor.accountId, { madeBy: batch.madeBy, applicants, approvers: approvals.map(({ approvedBy }) => approvedBy) })
  if (problem !== undefined) throw new Refusal(problem)
  await tx.insertInto('projects.batchApprovals').values({
    cityId: actor.cityId, batchId: batch.id, round: batch.round, approvedBy: actor.accountId, scopeCode: batch.scopeCode, approvedName: actor.personName,
    listHash: batch.listHash ?? Buffer.alloc(0), approvedAt: now,
  }).execute()
  const isLast = approvals.length + 1 >= approversNeeded
  if (isLast) await mustBeThroughObjections(context, batch)
  if (isLast) await releaseToPayment(context, batch, rows.map(({ awardId }) => awardId))
  else await writeBatch(context, batch, {})
  await recordBatch(context, batch, {
    verb: isLast ? 'award-batch.approved' : 'award-batch.looked-at', details: { round: batch.round, listHash: batch.listHash?.toString('hex') ?? null },
  })
  return getBatchRow(context, batch.id)
}

async function releaseToPayment(context: Context, batch: HeldBatch, ids: readonly string[]): Promise<void> {
  if (batch.budgetLineId !== null) await takeFromProject(context, { ...batch, budgetLineId: batch.budgetLineId })
  const commitmentId = batch.isRestricted
    ? await reserveMoney(context, {
      bookId: batch.bookId, fundId: batch.fundId, label: batch.title, amountFen: batch.totalFen, subject: { kind: 'projects.batch', id: batch.id },
    })
    : null
  await writeBatch(context, batch, { status: 'approved', approvedOn: context.today, commitmentId })
  await moveAwards(context, { ids, status: 'approved' })
}
