import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { sumFen } from '#platform/values/money.ts'
import { mustListAwards } from '../../access.ts'
import type { BatchFilling, BatchRow, FindingCode } from '../../contract.ts'
import { getBatchRow } from '../../queries/batch-rows.ts'
import { findFindingsOf } from '../../queries/find-findings.ts'
import { lockAwards, type HeldAward } from '../../queries/lock-award.ts'
import { lockBatch, readRows, type HeldBatch } from '../../queries/lock-batch.ts'
import { keepsOut, needsAnswer } from '../../rules/findings.ts'
import { findTwice, waitingStatuses } from '../../rules/steps.ts'
import { moveAwards, releaseAwards } from '../steps/write-award.ts'
import { recordBatch, writeBatch } from '../steps/write-batch.ts'

/** Puts awards into a draft batch, in this order, in place of those it had. What the checks stop stays out; what they want an answer to has one. */
export async function fillBatch(context: Context, input: BatchFilling): Promise<BatchRow> {
  mustListAwards(context.actor)
  const batch = await lockBatch(context, { step: 'fill', ...input })
  const ids = input.rows.map(({ awardId }) => awardId)
  refuseRows('LISTED_TWICE', findTwice(ids))
  const before = (await readRows(context, batch.id)).map(({ awardId }) => awardId)
  const awards = await lockAwards(context, [...new Set([...ids, ...before])])
  if (ids.some((id) => !awards.has(id))) throw new Refusal('NOT_FOUND')
  const isWaiting = (id: string) => isIn(awards.get(id), batch)
  refuseRows('AWARD_NOT_WAITING', seqsWhere(ids, (id) => !isWaiting(id)))
  const findings = await findFindingsOf(context, ids)
  refuseRows('FINDINGS_STOP', seqsWhere(ids, (id) => (findings.get(id) ?? []).some(keepsOut)))
  refuseRows('FINDINGS_UNANSWERED', seqsWhere(ids, (id, index) => needsAnswer(findings.get(id) ?? [], input.rows[index]?.answer)))
  await replaceRows(context, { batch, input, awards, findings })
  await releaseAwards(context, before.filter((id) => !ids.includes(id)))
  await moveAwards(context, { ids, status: 'listed', batchId: batch.id })
  await writeBatch(context, batch, { rowsCount: ids.length, totalFen: sumFen(ids.map((id) => awards.get(id)?.amountFen ?? 0)) })
  await recordBatch(context, batch, { verb: 'award-batch.filled', details: { rowsCount: ids.length } })
  return getBatchRow(context, batch.id)
}

/** Waits to be listed, or stands in this very draft. */
const isIn = (award: HeldAward | undefined, batch: HeldBatch): boolean => award !== undefined && award.wrappedKey !== null
  && ((waitingStatuses as readonly string[]).includes(award.status) || (award.status === 'listed' && award.batchId === batch.id))

const seqsWhere = (ids: readonly string[], isSo: (id: string, index: number) => boolean): number[] =>
  ids.flatMap((id, index) => (isSo(id, index) ? [index + 1] : []))

function refuseRows(code: string, seqs: readonly number[]): void {
  if (seqs.length > 0) throw new Refusal(code, { seqs })
}

type Filling = { batch: HeldBatch; input: BatchFilling; awards: ReadonlyMap<string, HeldAward>; findings: ReadonlyMap<string, FindingCode[]> }

async function replaceRows({ tx, actor }: Context, { batch, input, awards, findings }: Filling): Promise<void> {
  await tx.deleteFrom('projects.batchRows').where('cityId', '=', actor.cityId).where('batchId', '=', batch.id).execute()
  if (input.rows.length === 0) return
  await tx.insertInto('projects.batchRows').values(input.rows.map(({ awardId, answer }, index) => ({
    cityId: actor.cityId, batchId: batch.id, seq: index + 1, scopeCode: batch.scopeCode, awardId, amountFen: awards.get(awardId)?.amountFen ?? 0,
    findings: findings.get(awardId) ?? [], answer: answer ?? null,
  }))).execute()
}
