import { createHash } from 'node:crypto'
import { followAward } from '#modules/aid/index.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { endCommitment, postJournals } from '#modules/ledger/index.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustSettleBatches } from '../../access.ts'
import type { ImportedResults } from '../../contract.ts'
import { readResultFile } from '../../exchange/read-results.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { findKindNames } from '../../queries/list-award-kinds.ts'
import { findCostAccount, findFundName } from '../../queries/list-award-grounds.ts'
import { lockAwards, type HeldAward } from '../../queries/lock-award.ts'
import { lockBatch, mustBeFrozenList, readRows, type HeldBatch, type HeldRow } from '../../queries/lock-batch.ts'
import { findLineLabel } from '../../queries/projects/line-of-budget.ts'
import { sealText } from '../../queries/row-key.ts'
import { refusalKindOf } from '../../rules/accounts.ts'
import { countAward } from '../../rules/countable.ts'
import { readResults, type ReadResult } from '../../rules/results.ts'
import { freeForProject, giveBackToProject } from '../steps/batch-of-project.ts'
import { writeAward } from '../steps/write-award.ts'
import { recordBatch, writeBatch } from '../steps/write-batch.ts'

/**
 * Takes in what the bank says of the rows of an approved batch, each by itself: what was paid enters the books, what failed goes back to the queue.
 * The same file is taken once; when every row is answered the batch is settled and what is left of its commitment is free again.
 */
export async function importResults(context: Context, input: { id: string; paidOn: string; file: File }): Promise<ImportedResults> {
  mustSettleBatches(context.actor)
  if (input.paidOn > context.today) throw new InvalidInput([{ path: ['paidOn'], message: '付款日期不能晚于今天' }])
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const lines = await readResultFile(bytes)
  const batch = await lockBatch(context, { step: 'settle', id: input.id })
  const rows = await readRows(context, batch.id)
  mustBeFrozenList(batch, rows)
  const awards = await lockAwards(context, rows.map(({ awardId }) => awardId))
  const asked = rows.map((row) => ({ ...row, accountTail: awards.get(row.awardId)?.accountTail ?? '' }))
  const { taken, left } = readResults(lines, asked)
  const answered = taken.map((result) => joined(result, rows, awards))
  const paid = answered.filter(({ outcome }) => outcome === 'paid')
  await keepFile(context, batch, { bytes, paidCount: paid.length, failedCount: taken.length - paid.length })
  await pay(context, { batch, paid, paidOn: input.paidOn })
  for (const one of answered) if (one.outcome === 'failed') await fail(context, { batch, one, on: input.paidOn })
  const isSettled = rows.filter(({ outcome }) => outcome !== null).length + taken.length === rows.length
  await recordBatch(context, batch, {
    verb: 'award-results.imported', details: { paidCount: paid.length, failedCount: taken.length - paid.length, leftCount: left.length, isSettled },
  })
  await writeBatch(context, batch, isSettled ? { status: 'settled', settledOn: context.today } : {})
  const failedFen = sumFen([
    ...rows.filter(({ outcome }) => outcome === 'failed' || outcome === 'returned'),
      ...answered.filter(({ outcome }) => outcome === 'failed').map(({ row }) => row),
  ].map(({ amountFen }) => amountFen))
  if (isSettled && failedFen > 0) await freeRest(context, batch, failedFen)
  return { paidCount: paid.length, failedCount: taken.length - paid.length, left, batch: await getBatchRow(context, batch.id) }
}

type Answered = ReadResult & { row: HeldRow; award: HeldAward }

function joined(result: ReadResult, rows: readonly HeldRow[], awards: ReadonlyMap<string, HeldAward>): Answered {
  const row = rows.find(({ seq }) => seq === result.seq)
  const award = row === undefined ? undefined : awards.get(row.awardId)
  if (row === undefined || award === undefined) throw new Error('a result without its row')
  return { ...result, row, award }
}

async function keepFile(
  { tx, actor, now }: Context, batch: HeldBatch, { bytes, paidCount, failedCount }: { bytes: Uint8Array; paidCount: number; failedCount: number },
): Promise<void> {
  const kept = await tx.insertInto('projects.resultFiles').values({
    cityId: actor.cityId, batchId: batch.id, contentHash: createHash('sha256').update(bytes).digest(), scopeCode: batch.scopeCode, paidCount, failedCount,
    importedName: actor.personName, importedAt: now,
  }).onConflict((conflict) => conflict.doNothing()).returning('paidCount').execute()
  if (kept.length === 0) throw new Refusal('FILE_KNOWN')
}

/** One journal for each award: debit the cost of charity, credit the bank, out of the fund and its commitment. No line names anybody. */
async function pay(context: Context, { batch, paid, paidOn }: { batch: HeldBatch; paid: readonly Answered[]; paidOn: string }): Promise<void> {
  if (paid.length === 0) return
  const costAccountId = await findCostAccount(context, { bookId: batch.bookId, on: paidOn })
  const projectLabel = batch.budgetLineId === null ? null : await findLineLabel(context, batch.budgetLineId)
  const plain = { fundId: null, projectId: null, projectLabel: null, costClass: null, flowItem: null }
  const journals = await postJournals(context, {
    bookId: batch.bookId,
    requests: paid.map(({ seq, row }) => {
      const memo = `资助款 ${batch.title} 第${seq}笔`
      return {
        key: `projects.award/${row.awardId}/${batch.id}`, datedOn: paidOn, memo, commitmentId: batch.commitmentId, source: 'projects.award',
          sourceId: row.awardId,
        lines: [
          { ...plain, memo, accountId: costAccountId, side: 'debit' as const, amountFen: row.amountFen, fundId: batch.fundId,
            projectId: batch.budgetLineId, projectLabel },
          { ...plain, memo, accountId: batch.bankAccountId, side: 'credit' as const, amountFen: -row.amountFen },
        ],
      }
    }),
  })
  const kindNames = await findKindNames(context)
  const paidFrom = { paidFundId: batch.fundId, paidFundName: await findFundName(context, batch.fundId), paidRestricted: batch.isRestricted }
  for (const [index, { row, award }] of paid.entries()) {
    const journalId = journals[index]?.id ?? ''
    await writeOutcome(context, { batch, seq: row.seq, outcome: 'paid', on: paidOn, journalId })
    await writeAward(context, award, { status: 'paid', paidOn, journalId, ...paidFrom })
    await followAward(context, award.needId, 'paid')
    await recordFacts(context, countAward({ ...award, kindName: kindNames.get(award.kind) ?? award.kind }, { isRestricted: batch.isRestricted, paidOn }))
  }
}

async function fail(context: Context, { batch, one, on }: { batch: HeldBatch; one: Answered; on: string }): Promise<void> {
  await writeOutcome(context, { batch, seq: one.seq, outcome: 'failed', on, journalId: null })
  await writeAward(context, one.award, {
    status: 'failed', refusalKind: refusalKindOf(one.reason), sealedRefusal: sealText(context, one.award, 'refusal', one.reason.slice(0, 200)),
  })
}

type WrittenOutcome = { batch: HeldBatch; seq: number; outcome: 'paid' | 'failed'; on: string; journalId: string | null }

async function writeOutcome({ tx, actor }: Context, { batch, seq, outcome, on, journalId }: WrittenOutcome): Promise<void> {
  await tx.updateTable('projects.batchRows').set({ outcome, outcomeOn: on, journalId }).where('cityId', '=', actor.cityId)
    .where('batchId', '=', batch.id).where('seq', '=', seq).execute()
}

async function freeRest(context: Context, batch: HeldBatch, failedFen: number): Promise<void> {
  if (batch.commitmentId === null) {
    const { isRestricted, projectId, fundId } = batch
    if (isRestricted && projectId !== null) await freeForProject(context, { projectId, fundId, amountFen: failedFen })
    return
  }
  await endCommitment(context, { bookId: batch.bookId, id: batch.commitmentId, as: 'released', reason: '批次办结，付款失败的部分释放' })
  if (batch.projectId !== null) await giveBackToProject(context, { projectId: batch.projectId, fundId: batch.fundId, amountFen: failedFen })
}
