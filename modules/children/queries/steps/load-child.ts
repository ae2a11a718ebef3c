import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { listRecordIds } from './merged-records.ts'

/** What is loaded of a card. */
export const childColumns = [
  'id', 'scopeCode', 'unitId', 'maskedName', 'sex', 'ageBand', 'registeredOn', 'unitSince', 'derivedTypes', 'civilAffairsTypes', 'civilAffairsOn',
  'civilAffairsSource', 'differs', 'hasServiceConsent', 'status', 'closedOn',
  'closingReason', 'mergedIntoId', 'householdId', 'version'] as const

/** The card of a child, locked until the end of the transaction. */
export type LockedChild = Awaited<ReturnType<typeof lockChild>>

/** Loads and locks a card among the rows the actor may see. */
export async function lockChild(context: Context, childId: string) {
  const { tx, actor } = context
  const row = await tx.selectFrom('children.children').select(childColumns)
    .where('cityId', '=', actor.cityId).where('id', '=', childId).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return row
}

/** The same, and refuses when the file is closed. */
export async function lockOpenChild(context: Context, childId: string): Promise<LockedChild> {
  const child = await lockChild(context, childId)
  if (child.status !== 'registered') throw new Refusal('CHILD_CLOSED')
  return child
}

/** What is sealed of a child and the key that opens it; nothing is opened here. */
export async function loadSealed(context: Context, childId: string) {
  const { tx, actor } = context
  return tx.selectFrom('children.identities as identity')
    .innerJoin('children.personKeys as key', (join) => join.onRef('key.cityId', '=', 'identity.cityId').onRef('key.id', '=', 'identity.id'))
    .select(['identity.sealed', 'identity.sealedHealth', 'key.wrapped'])
    .where('identity.cityId', '=', actor.cityId).where('identity.id', '=', childId).executeTakeFirst()
}

/** Locks the file of a child until the end of the transaction, so that nothing is asked twice nor of a file that is being erased; gives all its records. */
export async function lockFile(context: Context, childId: string): Promise<string[]> {
  const recordIds = await listRecordIds(context, childId)
  await context.tx.selectFrom('children.children').select('id').where('cityId', '=', context.actor.cityId)
    .where('id', 'in', [childId, ...recordIds]).where('mergedIntoId', 'is', null).forUpdate().execute()
  return recordIds
}
