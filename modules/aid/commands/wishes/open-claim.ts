import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustClaimWishes } from '../../access.ts'
import type { Donor } from '../../contract.ts'
import { findClaim, loadWish } from '../../queries/lock-wish.ts'
import { openObject } from '../../queries/row-key.ts'

/** Opens who claimed a wish, on record; not found where nobody has. */
export async function openClaim(context: Context, input: { id: string }): Promise<Donor> {
  mustClaimWishes(context.actor)
  const wish = await loadWish(context, input.id)
  const claim = await findClaim(context, wish.id)
  const donor = claim === undefined ? null : openObject(context, claim, 'donor', claim.sealedDonor)
  if (donor === null) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'wish-claim.read', subjectKind: 'wish', subjectId: wish.id, scopeCode: wish.scopeCode })
  return { name: String(donor['name']), contact: String(donor['contact']) }
}
