import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { PayChannels } from '../../contract.ts'
import { listChannels } from '../../exchange/channels/list-channels.ts'
import { findSetting } from '../find-setting.ts'

/** How money may come: by hand always, online where a merchant is set up. */
export async function listPayChannels(context: Context): Promise<PayChannels> {
  mustReadGifts(context.actor)
  return payChannelsOf(context)
}

/** The same for whoever may know. */
export async function payChannelsOf(context: Context): Promise<PayChannels> {
  const { installation, actor, now } = context
  const channels = await listChannels({ dataFolder: installation.dataFolder, cityId: actor.cityId, now: () => now })
  const bank = await findSetting(context, 'charity.bank-transfer')
  return { items: channels.map(({ kind, isByHand }) => ({ kind, isByHand })), bankTransfer: typeof bank === 'string' ? bank : null }
}
