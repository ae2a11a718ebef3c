import { useMutation, useQueryClient } from '@tanstack/react-query'
import { makeApi } from '#platform/ui/module-api.ts'
import { noticesContract } from '../contract.ts'

/** The inbox of the signed-in person, as the browser asks for it. */
export const { client, queries } = makeApi('notices', noticesContract)

/** A notice as it reaches the browser: instants are texts. */
export type ShownNotice = Awaited<ReturnType<typeof client.getNotice>>

/** One act on the inbox; lists, counts and the bell are asked again afterwards. */
export function useInboxAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const cache = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => cache.invalidateQueries({ queryKey: queries.key() }) })
}
