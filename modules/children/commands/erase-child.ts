import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { digest } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { mustEraseChildren } from '../access.ts'
import { findErasureGround } from '../queries/steps/erasure-ground.ts'
import { listMergedIds } from '../queries/steps/merged-records.ts'
import { lockChild } from '../queries/steps/load-child.ts'
import { findErasureObstacle, keptSentence } from '../rules/privacy/erasure.ts'

/**
 * Destroys the key of a closed file: nobody can read again who it was, also not in the audit or in a backup's audit. Figures stay. Refused while the file is
 * locked, unless its deletion was asked for and granted, and while somebody waits for an answer.
 */
export async function eraseChild(context: Context, input: { id: string; reason: string }): Promise<{ id: string; version: number }> {
  mustEraseChildren(context.actor)
  const { tx, actor } = context
  const child = await lockChild(context, input.id)
  if (child.status === 'erased') throw new Refusal('CHILD_ERASED')
  if (child.status !== 'closed') throw new Refusal('CHILD_NOT_CLOSED')
  const mergedIds = await listMergedIds(context, child.id)
  await mustBeErasable(context, child.id, mergedIds)
  const keyFingerprint = await fingerprintOf(context, child.id)
  const { rows } = await sql<{ erased: boolean }>`select access.erase_child(${child.id}) as erased`.execute(tx)
  if (rows[0]?.erased !== true) throw new Refusal('CHILD_ERASED')
  for (const mergedId of mergedIds) await eraseMerged(context, { id: mergedId, keptId: child.id, scopeCode: child.scopeCode, reason: input.reason })
  await tx
    .updateTable('children.children')
    .set({ status: 'erased', maskedName: '已删除', version: child.version + 1, updatedAt: context.now })
    .where('cityId', '=', actor.cityId)
    .where('id', '=', child.id)
    .execute()
  await recordAudit(context, {
    verb: 'child.erased',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    reason: input.reason,
    details: { keyFingerprint, mergedIds },
  })
  return { id: child.id, version: child.version + 1 }
}

async function mustBeErasable(context: Context, childId: string, mergedIds: readonly string[]): Promise<void> {
  const ground = await findErasureGround(context, childId, mergedIds)
  const obstacle = findErasureObstacle(ground, context.today)
  if (obstacle === undefined) return
  if (ground.keepUntil === null || obstacle !== 'CHILD_KEPT') throw new Refusal(obstacle)
  throw new Refusal(obstacle, { keepUntil: ground.keepUntil, issues: [{ path: [], message: keptSentence(ground.keepUntil) }] })
}

/** Whatever other record tells of this child goes with it. */
type Merged = { id: string; keptId: string; scopeCode: string; reason: string }

async function eraseMerged(context: Context, { id, keptId, scopeCode, reason }: Merged): Promise<void> {
  const { tx, actor, now } = context
  const keyFingerprint = await fingerprintOf(context, id)
  await sql`select access.erase_child(${id})`.execute(tx)
  await tx.updateTable('children.children').set({ maskedName: '已删除', updatedAt: now }).where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await recordAudit(context, { verb: 'child.erased', subjectKind: 'child', subjectId: id, scopeCode, reason, details: { keyFingerprint, keptId } })
}

/** What the proof of erasure names: a digest of the wrapped key, by which a backup can be searched for it; it opens nothing. */
async function fingerprintOf({ tx, actor }: Context, childId: string): Promise<string> {
  const key = await tx.selectFrom('children.personKeys').select('wrapped').where('cityId', '=', actor.cityId).where('id', '=', childId).executeTakeFirst()
  return key?.wrapped ? digest('sha256', key.wrapped).toString('hex') : ''
}
