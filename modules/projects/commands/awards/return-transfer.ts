import { sql } from 'kysely'
import { followAward } from '#modules/aid/index.ts'
import { endFacts } from '#modules/figures/index.ts'
import { endCommitment, reverseJournal } from '#modules/ledger/index.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustSettleBatches } from '../../access.ts'
import type { AwardRow } from '../../contract.ts'
import { getAwardRow } from '../../queries/award-rows.ts'
import { lockAward, type HeldAward } from '../../queries/lock-award.ts'
import { loadBatch, type HeldBatch } from '../../queries/lock-batch.ts'
import { sealText } from '../../queries/row-key.ts'
import { refusalKindOf } from '../../rules/accounts.ts'
import { findDayIssue } from '../../rules/applying.ts'
import { giveBackToProject } from '../steps/batch-of-project.ts'
import { recordAward, writeAward } from '../steps/write-award.ts'

/** The bank sends back a transfer that it had carried out: its journal is mirrored, its figures end, the award waits again with the bank's reason. */
export async function returnTransfer(
  context: Context, input: { id: string; version: number; returnedOn: string; reason: string },
): Promise<AwardRow> {
  const { tx, actor, today } = context
  mustSettleBatches(actor)
  const { returnedOn, reason, ...asked } = input
  const held = await lockAward(context, { step: 'takeBack', ...asked })
  const issue = findDayIssue(returnedOn, { paidOn: held.paidOn ?? today, today })
  if (issue !== undefined) throw new InvalidInput([{ path: ['returnedOn'], message: issue }])
  const batch = await loadBatch(context, held.batchId ?? '')
  const journalId = await findJournal(context, { awardId: held.id, batchId: batch.id })
  const reversal = await reverseJournal(context, {
    bookId: batch.bookId, journalId, key: `projects.award/${held.id}/${batch.id}/returned`, datedOn: returnedOn, memo: `资助款退汇 ${batch.title}`,
    source: 'projects.award', sourceId: held.id,
  })
  await tx.updateTable('projects.batchRows').set({ outcome: 'returned', returnedOn, reversalId: reversal.id }).where('cityId', '=', actor.cityId)
    .where('batchId', '=', batch.id).where('awardId', '=', held.id).execute()
  await writeAward(context, held, {
    status: 'failed', paidOn: null, journalId: null, refusalKind: refusalKindOf(reason), sealedRefusal: sealText(context, held, 'refusal', reason),
  })
  await followAward(context, held.needId, 'returned')
  await endFacts(context, { recordId: held.id })
  if (batch.status === 'settled') await freeMoney(context, batch, held)
  await recordAward(context, held, { verb: 'award-transfer.returned', details: { returnedOn, batchId: batch.id } })
  return getAwardRow(context, held.id)
}

async function findJournal({ tx, actor }: Context, { awardId, batchId }: { awardId: string; batchId: string }): Promise<string> {
  const [row] = await tx.selectFrom('projects.batchRows').select('journalId').where('cityId', '=', actor.cityId).where('batchId', '=', batchId)
    .where('awardId', '=', awardId).execute()
  if (row?.journalId == null) throw new Error('a paid award without its journal')
  return row.journalId
}

/** A settled batch pays nothing any more: what the mirrored journal promised again is free, or its project's. */
async function freeMoney(context: Context, batch: HeldBatch, { amountFen }: HeldAward): Promise<void> {
  const { tx, actor } = context
  if (batch.commitmentId === null) return
  const { rows } = await sql`select 1 from ledger.published_reservations c where c.city_id = ${actor.cityId} and c.id = ${batch.commitmentId}`.execute(tx)
  if (rows.length > 0) await endCommitment(context, { bookId: batch.bookId, id: batch.commitmentId, as: 'released', reason: '退汇的资助款释放' })
  if (batch.projectId !== null) await giveBackToProject(context, { projectId: batch.projectId, fundId: batch.fundId, amountFen })
}
