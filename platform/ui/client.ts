/** The typed browser client of a contract: same origin, one retry key per submission, refusals instead of raw errors. */
import { createORPCClient } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { noteActingGrant } from './api/acting-grant.ts'
import { randomId } from './api/random-id.ts'
import { toRefusal } from './api/refusal.ts'
import { waitForSignIn } from './api/sign-in-gate.ts'

export type CallContext = {
  /** Kept by a form over its retries, so that the server writes once. Made up for each call when left out. */
  idempotencyKey?: string
}

/** What a contract's operations look like in the browser: dates arrive as texts, as JSON has them. */
export type ApiClient<Contract extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<Contract, CallContext>>

type Trace = CallContext & { requestId?: string }

/** `const api = makeClient(contract)`; `await api.visits.record(input, { context: { idempotencyKey } })`. */
export function makeClient<Contract extends AnyContractRouter>(contract: Contract): ApiClient<Contract> {
  const link = new OpenAPILink<CallContext>(contract, {
    url: () => `${location.origin}/api`,
    interceptors: [
      async options => {
        const trace: Trace = { ...options.context, idempotencyKey: options.context.idempotencyKey ?? randomId() }
        const call = () => options.next({ ...options, context: trace })
        return signedIn(call, trace)
      },
    ],
    clientInterceptors: [
      options => {
        if (options.request.method === 'GET') return options.next()
        const headers = { ...options.request.headers, 'idempotency-key': options.context.idempotencyKey }
        return options.next({ ...options, request: { ...options.request, headers } })
      },
    ],
    fetch: async (request, init, options) => {
      const response = await fetch(request, { ...init, credentials: 'same-origin' })
      const requestId = response.headers.get('x-request-id')
      noteActingGrant(response.headers)
      if (requestId) (options.context as Trace).requestId = requestId
      return response
    },
  })
  return createORPCClient(link)
}

/** TanStack Query helpers of a client: `useQuery(queries.units.list.queryOptions({ input }))`. */
export function makeQueries<Contract extends AnyContractRouter>(client: ApiClient<Contract>): RouterUtils<ApiClient<Contract>> {
  return createTanstackQueryUtils(client)
}

async function signedIn<Answer>(call: () => Promise<Answer>, trace: Trace): Promise<Answer> {
  try {
    return await call()
  } catch (problem) {
    const refusal = toRefusal(problem, trace.requestId)
    if (refusal.code !== 'UNAUTHENTICATED') throw refusal
    await waitForSignIn()
    return call().catch((again: unknown) => Promise.reject(toRefusal(again, trace.requestId)))
  }
}
