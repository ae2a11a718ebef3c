import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustListAwards } from '../../access.ts'
import type { AccountProblem, BatchRow } from '../../contract.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { lockAwards, type HeldAward } from '../../queries/lock-award.ts'
import { lockBatch, readRows, type HeldRow } from '../../queries/lock-batch.ts'
import { listHashOf, openPayee, payeeHashOf } from '../../queries/row-key.ts'
import { findAccountProblem } from '../../rules/accounts.ts'
import { showBatch } from '../steps/show-batch.ts'
import { recordBatch, writeBatch } from '../steps/write-batch.ts'

/** Hands a batch in: every account number is judged, a bad one is named with its row; from here on the list is frozen. */
export async function submitBatch(context: Context, input: { id: string; version: number }): Promise<BatchRow> {
  const { today } = context
  mustListAwards(context.actor)
  const batch = await lockBatch(context, { step: 'submit', ...input })
  const rows = await readRows(context, batch.id)
  if (rows.length === 0) throw new Refusal('BATCH_EMPTY')
  const awards = await lockAwards(context, rows.map(({ awardId }) => awardId))
  const bad = rows.flatMap((row) => badAccountOf(context, row, awards.get(row.awardId)))
  if (bad.length > 0) throw new Refusal('ACCOUNT_BAD', { rows: bad })
  const frozen = rows.map((row) => ({ ...row, payeeHash: hashOf(context, awards.get(row.awardId)) }))
  await freezeRows(context, batch.id, frozen)
  const listHash = listHashOf(batch, frozen)
  await writeBatch(context, batch, { status: 'submitted', listHash, submittedOn: today })
  await showBatch(context, batch)
  await recordBatch(context, batch, {
    verb: 'award-batch.submitted', details: { rowsCount: rows.length, totalFen: batch.totalFen, round: batch.round, listHash: listHash.toString('hex') },
  })
  return getBatchRow(context, batch.id)
}

function badAccountOf(context: Context, row: HeldRow, award: HeldAward | undefined): { seq: number; label: string; problem: AccountProblem }[] {
  const payee = award === undefined ? null : openPayee(context, award, award.sealedPayee)
  const problem = findAccountProblem(payee?.account ?? '')
  return problem === undefined ? [] : [{ seq: row.seq, label: award?.label ?? '', problem }]
}

function hashOf(context: Context, award: HeldAward | undefined): Buffer {
  const payee = award === undefined ? null : openPayee(context, award, award.sealedPayee)
  if (payee === null) throw new Error('a payee was lost between two looks in one transaction')
  return payeeHashOf(context, payee)
}

async function freezeRows({ tx, actor }: Context, batchId: string, rows: readonly { seq: number; payeeHash: Buffer }[]): Promise<void> {
  for (const { seq, payeeHash } of rows) {
    await tx.updateTable('projects.batchRows').set({ payeeHash }).where('cityId', '=', actor.cityId).where('batchId', '=', batchId)
      .where('seq', '=', seq).execute()
  }
}
