import { byHand } from './by-hand.ts'
import type { PaymentChannel } from './channel.ts'
import { findMerchant, type Merchant } from './merchant.ts'
import { wechat } from './wechat.ts'

/** The channels of a city, and its merchant: online ones only where one is set up. */
export async function listChannels(
  place: { dataFolder: string; cityId: number; now: () => Date },
): Promise<{ channels: PaymentChannel[]; merchant: Merchant | undefined }> {
  const merchant = await findMerchant(place)
  return { merchant, channels: [byHand('bank'), byHand('cash'), ...(merchant === undefined ? [] : [wechat(merchant, place.now)])] }
}
