import { makeApi } from '#platform/ui/module-api.ts'
import { phoneContract } from '../contract.ts'

/** Phones and what arrived from them, as the browser asks for it. */
export const { client, queries, useChanged } = makeApi('phone', phoneContract)

/** A phone as it reaches the browser. */
export type ShownDevice = Awaited<ReturnType<typeof client.listDevices>>['items'][number]
/** An arrival in the list. */
export type ShownArrival = Awaited<ReturnType<typeof client.listArrivals>>['items'][number]
/** An arrival opened. */
export type ReadArrival = Awaited<ReturnType<typeof client.openArrival>>
