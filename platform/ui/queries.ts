/** One cache of answers for all pages. */
import { QueryClient } from '@tanstack/react-query'
import { Refusal } from './api/refusal.ts'

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Whether the server can be reached is told by its answer alone: a browser that thinks it is offline knows nothing of this house's own network.
        networkMode: 'always',
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        // The server's word is final; only a broken connection is tried again.
        retry: (count, problem) => count < 2 && (!(problem instanceof Refusal) || problem.code === 'OFFLINE'),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
