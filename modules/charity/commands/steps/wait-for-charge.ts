import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { findLiveCharge } from '../../queries/charges/charge-rows.ts'

/** While a donor may still pay a gift online, or paid it and the books follow, it is left as it is. */
export async function mustHaveNoCharge(context: Context, giftId: string): Promise<void> {
  if (await findLiveCharge(context, giftId) !== undefined) throw new Refusal('CHARGE_LIVE')
}
