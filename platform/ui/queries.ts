/** One cache of answers for all pages. */
import { QueryClient } from '@tanstack/react-query'
import { Refusal } from './api/refusal.ts'

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: false,
        // The server's word is final; only a broken connection is tried again.
        retry: (count, problem) => count < 2 && (!(problem instanceof Refusal) || problem.code === 'OFFLINE'),
      },
      mutations: { retry: false },
    },
  })
}
