import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { Trail } from '../../contract.ts'
import { loadGift } from '../gifts/lock-gift.ts'
import { asStaff, findTracedGift } from './reading.ts'
import { trailOfGift } from './trail-of-gift.ts'

/** Where a gift went, as its donor and the public see it. */
export async function getTrail(context: Context, input: { id: string }): Promise<Trail> {
  mustReadGifts(context.actor)
  const { traceCode } = await loadGift(context, input.id)
  const source = asStaff(context)
  const gift = traceCode === null ? undefined : await findTracedGift(source, traceCode)
  if (gift === undefined) throw new Refusal('NOT_FOUND')
  return trailOfGift(source, gift)
}
