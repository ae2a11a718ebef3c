import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustClaimWishes } from '../../access.ts'
import type { WishRow } from '../../contract.ts'
import { findActOfWish, lockWish } from '../../queries/lock-wish.ts'
import { getWishRow } from '../../queries/wish-rows.ts'
import { endClaim, showPublicly, writeWish } from '../steps/write-wish.ts'

/** The donor steps back: the wish is open again. Not while an act of aid for it stands. */
export async function releaseClaim(context: Context, input: { id: string; version: number }): Promise<WishRow> {
  mustClaimWishes(context.actor)
  const held = await lockWish(context, { step: 'release', ...input })
  if (await findActOfWish(context, held.id) !== undefined) throw new Refusal('AID_BEGUN')
  await endClaim(context, { wishId: held.id, status: 'released' })
  await writeWish(context, held, { status: 'published' })
  await showPublicly(context, held.publicationId, { status: 'open' })
  await recordAudit(context, { verb: 'wish-claim.released', subjectKind: 'wish', subjectId: held.id, scopeCode: held.scopeCode })
  return getWishRow(context, held.id)
}
