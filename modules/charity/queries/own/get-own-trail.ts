import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadOwnGifts } from '../../access.ts'
import type { Trail } from '../../contract.ts'
import { asStaff, findTracedGift } from '../trail/reading.ts'
import { readGiftPlaces, trailOfGift } from '../trail/trail-of-gift.ts'

/** Where a gift of the donor who asks went; a gift of another donor is not found. */
export async function getOwnTrail(context: Context, input: { id: string }): Promise<Trail> {
  mustReadOwnGifts(context.actor)
  const { rows: [row] } = await sql<{ traceCode: string | null }>`select access.find_own_trace_code(${input.id}::uuid) as trace_code`.execute(context.tx)
  const source = asStaff(context)
  const gift = row?.traceCode ? await findTracedGift(source, row.traceCode) : undefined
  if (gift === undefined) throw new Refusal('NOT_FOUND')
  return trailOfGift(source, gift, await readGiftPlaces(source, gift.giftId))
}
