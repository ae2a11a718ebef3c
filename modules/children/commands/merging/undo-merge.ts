import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMergeChildren } from '../../access.ts'
import { lockChild, type LockedChild } from '../../queries/steps/load-child.ts'
import { lendTerms } from '../../queries/steps/merged-records.ts'
import { openSealed, writeIdentity } from '../correct-child.ts'
import { recountChild } from '../steps/recount-child.ts'
import { saveTypes } from '../steps/save-types.ts'

/** They are two children after all: the record stands for itself again, as it stood before, and is counted again. */
export async function undoMerge(context: Context, input: { id: string; reason: string }): Promise<{ keptId: string; mergedId: string }> {
  mustMergeChildren(context.actor)
  const { tx, actor, now } = context
  const merge = await tx.selectFrom('children.merges').selectAll().where('cityId', '=', actor.cityId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (merge === undefined) throw new Refusal('NOT_FOUND')
  if (merge.undoneAt !== null) throw new Refusal('MERGE_UNDONE')
  const kept = await lockChild(context, merge.keptId)
  const merged = await lockChild(context, merge.mergedId)
  await mustHold(context, [kept.id, merged.id])
  await tx.updateTable('children.merges').set({ undoneAt: now, undoneBy: actor.accountId, undoneName: actor.personName, undoReason: input.reason })
    .where('cityId', '=', actor.cityId).where('id', '=', merge.id).execute()
  await standAgain(context, merged, merge)
  await standWithout(context, kept).catch((problem: unknown) => {
    if (problem instanceof Refusal && problem.code === 'CHILD_ALREADY_REGISTERED') throw new Refusal('NUMBER_SHARED')
    throw problem
  })
  await tx.updateTable('children.duplicates').set({ status: 'distinct', note: input.reason, decidedAt: now, decidedBy: actor.accountId })
    .where('cityId', '=', actor.cityId).where('status', '=', 'merged')
    .where((is) => is.or([is.and({ firstId: kept.id, secondId: merged.id }), is.and({ firstId: merged.id, secondId: kept.id })])).execute()
  await recordAudit(context, {
    verb: 'child.merge-undone', subjectKind: 'child', subjectId: merged.id, scopeCode: kept.scopeCode, reason: input.reason,
    details: { keptId: kept.id, mergedId: merged.id, mergeId: merge.id } })
  return { keptId: kept.id, mergedId: merged.id }
}

/** A record that lost its key is nobody any more, and cannot stand for itself. */
async function mustHold({ tx, actor }: Context, ids: string[]): Promise<void> {
  const erased = await tx.selectFrom('children.personKeys').select('id').where('cityId', '=', actor.cityId).where('id', 'in', ids)
    .where('wrapped', 'is', null).executeTakeFirst()
  if (erased !== undefined) throw new Refusal('CHILD_ERASED')
}

type Former = { formerStatus: string; formerClosedOn: string | null; formerClosingReason: string | null }

async function standAgain(context: Context, merged: LockedChild, former: Former): Promise<void> {
  const { tx, actor, now } = context
  const isOpen = former.formerStatus === 'registered'
  const card = { status: former.formerStatus, mergedIntoId: null, closedOn: former.formerClosedOn, closingReason: former.formerClosingReason }
  await tx.updateTable('children.children').set({ ...card, version: merged.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', merged.id).execute()
  const child = { ...merged, ...card, version: merged.version + 1 }
  const { key, ...own } = await openSealed(context, child)
  await writeIdentity(context, child, key, { ...own, sex: child.sex }, false)
  await recountChild(context, child)
  if (isOpen) await saveTypes(context, child)
}

/** The record that went on is found and counted by what is its own alone. */
async function standWithout(context: Context, kept: LockedChild): Promise<void> {
  if (kept.status !== 'registered') return
  const { key, ...own } = await openSealed(context, kept)
  await writeIdentity(context, kept, key, { ...own, sex: kept.sex }, false)
  await lendTerms(context, kept.id)
  await saveTypes(context, kept)
}
