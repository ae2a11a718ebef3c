import { endFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMergeChildren } from '../../access.ts'
import { lockChild, type LockedChild } from '../../queries/steps/load-child.ts'
import { lendTerms, listMergedIds } from '../../queries/steps/merged-records.ts'
import { openSealed } from '../correct-child.ts'
import { saveTypes } from '../steps/save-types.ts'

type Input = { id: string; version: number; mergedId: string; mergedVersion: number; reason: string }

/**
 * Two records turn out to be one child. One goes on; the other points to it and keeps what is its own: facts, consents, cases, plans and visits stay where
 * they were written and are shown together. Nothing is moved, so the merge can be undone. Figures count the child once (count-merged-children).
 */
export async function mergeChildren(context: Context, input: Input): Promise<{ id: string; version: number }> {
  mustMergeChildren(context.actor)
  if (input.id === input.mergedId) throw new Refusal('SAME_RECORD')
  const { kept, merged } = await lockBoth(context, input)
  await refuseDifferent(context, kept, merged)
  await point(context, { kept, merged })
  await keepLog(context, { kept, merged, reason: input.reason })
  const { version } = await saveTypes(context, kept)
  await lendTerms(context, kept.id)
  await recordAudit(context, {
    verb: 'child.merged', subjectKind: 'child', subjectId: merged.id, scopeCode: kept.scopeCode, reason: input.reason,
    details: { keptId: kept.id, mergedId: merged.id } })
  return { id: kept.id, version }
}

type Both = { kept: LockedChild; merged: LockedChild }

/** In the order of their ids, so that two merges never wait for one another. */
async function lockBoth(context: Context, input: Input): Promise<Both> {
  const [first, second] = input.id < input.mergedId ? [input.id, input.mergedId] : [input.mergedId, input.id]
  const rows = [await lockChild(context, first), await lockChild(context, second)]
  const [kept, merged] = [rows.find((row) => row.id === input.id), rows.find((row) => row.id === input.mergedId)]
  if (kept === undefined || merged === undefined) throw new Refusal('NOT_FOUND')
  if (kept.status === 'closed') throw new Refusal('CHILD_CLOSED')
  if (kept.status !== 'registered' || (merged.status !== 'registered' && merged.status !== 'closed')) throw new Refusal('NOT_MERGEABLE')
  for (const [row, version] of [[kept, input.version], [merged, input.mergedVersion]] as const) {
    if (row.version !== version) throw new Refusal('STALE', { version: row.version, current: { status: row.status } })
  }
  if ((await listMergedIds(context, merged.id)).length > 0) throw new Refusal('HAS_MERGED')
  return { kept, merged }
}

/** Two numbers are two children; the program compares, nobody reads them. */
async function refuseDifferent(context: Context, kept: LockedChild, merged: LockedChild): Promise<void> {
  const [one, other] = [await openSealed(context, kept), await openSealed(context, merged)]
  const [mine, theirs] = [one.identity.paperNumber, other.identity.paperNumber]
  if (mine !== null && theirs !== null && mine !== theirs) throw new Refusal('DIFFERENT_NUMBERS')
}

/** The figures follow as though the record had never been: the child is counted by the one that goes on. */
async function point(context: Context, { kept, merged }: Both): Promise<void> {
  const { tx, actor, today, now } = context
  await endFacts(context, { recordId: merged.id })
  // Other units recognise the one that goes on by its own hints; a number stays taken.
  await tx.deleteFrom('children.personIndex').where('cityId', '=', actor.cityId).where('childId', '=', merged.id).where('kind', '<>', 'number').execute()
  await tx.updateTable('children.children').set((is) => ({
    status: 'merged', mergedIntoId: kept.id, closedOn: is.fn.coalesce('closedOn', is.val(today)), closingReason: is.fn.coalesce('closingReason',
      is.val('registered-twice')),
    nextMilestoneOn: null, birthdayNoticeOn: null, version: merged.version + 1, updatedAt: now,
  })).where('cityId', '=', actor.cityId).where('id', '=', merged.id).execute()
}

async function keepLog(context: Context, { kept, merged, reason }: Both & { reason: string }): Promise<void> {
  const { tx, actor, now } = context
  await tx.insertInto('children.merges').values({
    cityId: actor.cityId, id: newId(), scopeCode: kept.scopeCode, keptId: kept.id, mergedId: merged.id, formerStatus: merged.status,
    keptHouseholdId: kept.householdId, mergedHouseholdId: merged.householdId,
    formerClosedOn: merged.closedOn, formerClosingReason: merged.closingReason, reason, mergedAt: now, mergedBy: actor.accountId, mergedName: actor.personName,
  }).execute()
  const [firstId, secondId] = kept.id < merged.id ? [kept.id, merged.id] : [merged.id, kept.id]
  await tx.updateTable('children.duplicates').set({ status: 'merged', decidedAt: now, decidedBy: actor.accountId })
    .where('cityId', '=', actor.cityId).where('firstId', '=', firstId).where('secondId', '=', secondId).execute()
}
