/** What the pages of one module ask their server with, made once from its contract. */
import type { AnyContractRouter } from '@orpc/contract'
import type { RouterUtils } from '@orpc/tanstack-query'
import { useQueryClient } from '@tanstack/react-query'
import { makeClient, makeQueries, type ApiClient } from './client.ts'

export type ModuleApi<Contract extends AnyContractRouter> = {
  /** The operations, to call: `await client.closeCase({ id })`. */
  client: ApiClient<Contract>
  /** Keys and questions for the cache: `useQuery(queries.getCase.queryOptions({ input }))`. */
  queries: RouterUtils<ApiClient<Contract>>
  /** After any change everything shown of the module is asked again: `const changed = useChanged()`, then `await changed()`. */
  useChanged: () => () => Promise<void>
}

/** `export const { client, queries, useChanged } = makeApi('care', careContract)`; the name is the one in the program's contract. */
export function makeApi<Contract extends AnyContractRouter>(name: string, contract: Contract): ModuleApi<Contract> {
  const whole = makeClient({ [name]: contract })
  const client = whole[name] as ApiClient<Contract>
  // Under a name known only when it runs the compiler knows no type; the one above says it.
  const queries = makeQueries(whole)[name as never] as RouterUtils<ApiClient<Contract>>
  const useChanged = () => {
    const cache = useQueryClient()
    return () => cache.invalidateQueries({ queryKey: queries.key() })
  }
  return { client, queries, useChanged }
}
