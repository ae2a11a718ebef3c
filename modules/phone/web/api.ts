import { useQueryClient } from '@tanstack/react-query'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { phoneContract } from '../contract.ts'

const contract = { phone: phoneContract }

/** Phones and what arrived from them, as the browser asks for it. */
export const client: ApiClient<typeof contract>['phone'] = makeClient(contract).phone
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).phone

/** A phone as it reaches the browser. */
export type ShownDevice = Awaited<ReturnType<typeof client.listDevices>>['items'][number]
/** An arrival in the list. */
export type ShownArrival = Awaited<ReturnType<typeof client.listArrivals>>['items'][number]
/** An arrival opened. */
export type ReadArrival = Awaited<ReturnType<typeof client.openArrival>>

/** After any change everything about phones is asked again. */
export function useChanged() {
  const cache = useQueryClient()
  return async () => { await cache.invalidateQueries({ queryKey: queries.key() }) }
}
