import { makeApi } from '#platform/ui/module-api.ts'
import { upkeepContract } from '../contract.ts'

/** Upkeep, as the browser asks for it. */
export const { client, queries } = makeApi('upkeep', upkeepContract)

/** What the system administrator looks after, as it reaches the browser. */
export type ShownUpkeep = Awaited<ReturnType<typeof client.getUpkeep>>
