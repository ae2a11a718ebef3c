import { byHand } from './by-hand.ts'
import type { OnlineChannel, PaymentChannel } from './channel.ts'
import { findMerchant, type Merchant } from './merchant.ts'
import { wechat } from './wechat.ts'

type Place = { dataFolder: string; cityId: number; now: () => Date }

/** The channels of a city: online ones only where a merchant is set up. */
export async function listChannels(place: Place): Promise<PaymentChannel[]> {
  const online = await findOnline(place)
  return [byHand('bank'), byHand('cash'), ...(online === undefined ? [] : [online.channel])]
}

/** The online channel of a city and whose it is; undefined where no merchant is set up. */
export async function findOnline(place: Place): Promise<{ channel: OnlineChannel; merchant: Merchant } | undefined> {
  const merchant = await findMerchant(place)
  return merchant === undefined ? undefined : { merchant, channel: wechat(merchant, place.now) }
}
