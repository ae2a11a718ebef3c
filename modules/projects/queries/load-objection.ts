import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** An objection with what is sealed of it. */
export type HeldObjection = {
  id: string; batchId: string; round: number; outcome: string | null; recordedBy: string | null; wrappedKey: Buffer; sealedWords: Buffer
  sealedAnswer: Buffer | null; sealedReply: Buffer | null
}

/** An objection of the range, held until the end of the transaction; not found otherwise. */
export async function loadObjection({ tx, actor }: Context, id: string): Promise<HeldObjection> {
  const [held] = await tx.selectFrom('projects.objections')
    .select(['id', 'batchId', 'round', 'outcome', 'recordedBy', 'wrappedKey', 'sealedWords', 'sealedAnswer', 'sealedReply']).where('cityId', '=', actor.cityId)
    .where('id', '=', id).forUpdate().execute()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  return held
}
