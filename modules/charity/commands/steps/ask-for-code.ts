import type { Context } from '#platform/http/context.ts'
import type { OnlineChannel } from '../../exchange/channels/channel.ts'
import { findOnline } from '../../exchange/channels/list-channels.ts'

/** A charge that was noted and of which the channel is to be asked. */
export type NotedOrder = { channel: OnlineChannel; chargeId: string; number: string; amountFen: number; expiresAt: Date }

/** The online channel of the city of who acts; undefined where none is set up. */
export const findOnlineOf = ({ installation, actor, now }: Context) =>
  findOnline({ dataFolder: installation.dataFolder, cityId: actor.cityId, now: () => now })

/** Asks the channel for the address to scan; called where no transaction is open. */
export async function askForCode({ channel, number, amountFen, expiresAt }: NotedOrder): Promise<string | undefined> {
  return (await askQuietly(() => channel.askFor({ number, amountFen, description: '公益捐赠', expiresAt })))?.codeUrl
}

/** A channel that is silent, declines or is not believed has said nothing: why is none of the donor's business, and it is asked again later. */
export async function askQuietly<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
