import { useMutation, useQueryClient } from '@tanstack/react-query'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { noticesContract } from '../contract.ts'

const contract = { notices: noticesContract }

/** The inbox of the signed-in person, as the browser asks for it. */
export const client: ApiClient<typeof contract>['notices'] = makeClient(contract).notices
/** Keys and questions of the inbox for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).notices

/** A notice as it reaches the browser: instants are texts. */
export type ShownNotice = Awaited<ReturnType<typeof client.getNotice>>

/** One act on the inbox; lists, counts and the bell are asked again afterwards. */
export function useInboxAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => cache.invalidateQueries({ queryKey: queries.key() }) })
}
