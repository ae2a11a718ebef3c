import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { importsContract } from '../contract.ts'

const contract = { imports: importsContract }

/** Imports, as the browser asks for them. */
export const client: ApiClient<typeof contract>['imports'] = makeClient(contract).imports
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).imports

/** An import as it reaches the browser. */
export type ShownImport = Awaited<ReturnType<typeof client.getImport>>
