import { randomBytes } from 'node:crypto'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordObjections } from '../../access.ts'
import type { Objection, objectionWays } from '../../contract.ts'
import { loadBatch } from '../../queries/lock-batch.ts'
import { findLastDay, listObjections } from '../../queries/public-lists.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'
import { makeObjectionNumber } from '../../rules/objections.ts'
import { recordBatch } from '../steps/write-batch.ts'

/** Writes down what somebody says against a list while it waits for approval; the words are sealed. */
export async function recordObjection(
  context: Context, input: { id: string; cameOn: string; cameBy: (typeof objectionWays)[number]; words: string },
): Promise<Objection> {
  const { tx, actor, now, today } = context
  mustRecordObjections(actor)
  const batch = await loadBatch(context, input.id)
  if (batch.status !== 'submitted') throw new Refusal('WRONG_BATCH_STATUS', { status: batch.status })
  const shown = await findLastDay(context, batch.id)
  if (input.cameOn > today) throw new InvalidInput([{ path: ['cameOn'], message: '日期不能晚于今天' }])
  if (shown !== null && input.cameOn < shown.openedOn) throw new InvalidInput([{ path: ['cameOn'], message: '日期不能早于公示开始的日期' }])
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  const sealedWords = sealText(context, { id, wrappedKey }, 'objection', input.words)
  if (sealedWords === null) throw new Error('a key was lost as soon as it was made')
  await tx.insertInto('projects.objections').values({
    cityId: actor.cityId, id, scopeCode: batch.scopeCode, batchId: batch.id, round: batch.round, cameOn: input.cameOn, cameBy: input.cameBy, wrappedKey,
    sealedWords, recordedBy: actor.accountId, recordedName: actor.personName, createdAt: now,
    number: makeObjectionNumber(randomBytes(16)),
  }).execute()
  await recordBatch(context, batch, { verb: 'objection.recorded', details: { objectionId: id, cameBy: input.cameBy } })
  const recorded = (await listObjections(context, batch)).find((each) => each.id === id)
  if (recorded === undefined) throw new Error('an objection was lost between two looks in one transaction')
  return recorded
}
