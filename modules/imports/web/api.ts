import { makeApi } from '#platform/ui/module-api.ts'
import { importsContract } from '../contract.ts'

/** Imports, as the browser asks for them. */
export const { client, queries } = makeApi('imports', importsContract)

/** An import as it reaches the browser. */
export type ShownImport = Awaited<ReturnType<typeof client.getImport>>
