import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { Trail } from '../../contract.ts'
import { asStaff, findSeenGift } from './reading.ts'
import { readGiftPlaces, trailOfGift } from './trail-of-gift.ts'

/** Where a gift went, as its donor and the public see it. */
export async function getTrail(context: Context, { id }: { id: string }): Promise<Trail> {
  mustReadGifts(context.actor)
  const source = asStaff(context)
  const [gift, places] = await Promise.all([findSeenGift(source, id), readGiftPlaces(source, id)])
  if (gift === undefined) throw new Refusal('NOT_FOUND')
  return trailOfGift(source, gift, places)
}
