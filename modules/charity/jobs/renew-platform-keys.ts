import type { JobDefinition } from '#platform/jobs/definition.ts'
import { findMerchant } from '../exchange/channels/merchant.ts'
import { renewPlatformKeys } from '../exchange/channels/platform-keys.ts'

/** Twice a day: the keys by which WeChat Pay signs are fetched before it uses them. A list that is not believed is a failed job that is tried again. */
export const renewKeysOfPlatform: JobDefinition = {
  name: 'renew-platform-keys',
  schedule: '40 4,16 * * *',
  run: async ({ actor, installation, now }) => {
    const place = { dataFolder: installation.dataFolder, cityId: actor.cityId, now: () => now }
    const merchant = await findMerchant(place)
    if (merchant === undefined) return
    return async () => { await renewPlatformKeys(merchant, place) }
  },
}
