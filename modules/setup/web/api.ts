import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { setupContract } from '../contract.ts'

const contract = { setup: setupContract }

/** Setting up, as the browser asks for it. */
export const client: ApiClient<typeof contract>['setup'] = makeClient(contract).setup
/** Keys and questions of setting up for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).setup
