import { makeApi } from '#platform/ui/module-api.ts'
import { setupContract } from '../contract.ts'

/** Setting up, as the browser asks for it. */
export const { client, queries } = makeApi('setup', setupContract)
