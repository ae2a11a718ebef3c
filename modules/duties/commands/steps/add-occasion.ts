import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { OccasionKind } from '../../contract.ts'
import type { HeldBody } from '../../queries/bodies.ts'

/** An occasion, and the record it comes from. */
export type OccasionToAdd = { kind: OccasionKind; title: string; startsOn: string; endsOn: string | null; source: string; sourceId: string | null }

/** Adds an occasion; one that comes from a record is added once. */
export async function addOccasion({ tx, actor, now }: Context, body: HeldBody, occasion: OccasionToAdd): Promise<string> {
  const id = newId()
  await tx.insertInto('duties.occasions').values({
    cityId: actor.cityId, id, scopeCode: body.scopeCode, bookId: body.id, ...occasion, recordedBy: occasion.sourceId === null ? actor.accountId : null,
    recordedName: occasion.sourceId === null ? actor.personName : '系统', createdAt: now,
  }).onConflict((conflict) => conflict.columns(['cityId', 'source', 'sourceId']).where('sourceId', 'is not', null).doNothing()).execute()
  return id
}
