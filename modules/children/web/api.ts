import { organizationContract } from '#modules/organization/contract.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { childrenContract } from '../contract.ts'

/** The children, as the browser asks for them. */
export const { client, queries, useChanged } = makeApi('children', childrenContract)
/** Units, to choose where a child is registered. */
export const unitClient = makeApi('organization', organizationContract).client

/** A masked child as it reaches the browser. */
export type ShownChild = Awaited<ReturnType<typeof client.listChildren>>['items'][number]
/** A card as it reaches the browser. */
export type ShownCard = Awaited<ReturnType<typeof client.getChild>>
/** A past day as it reaches the browser. */
export type ShownPast = Awaited<ReturnType<typeof client.getPastChild>>
/** An opened file as it reaches the browser. */
export type ShownFile = Awaited<ReturnType<typeof client.openChildFile>>
/** A request as it reaches the browser. */
export type ShownRequest = Awaited<ReturnType<typeof client.listAccessRequests>>['items'][number]

/** A transfer as it reaches the browser. */
export type ShownTransfer = Awaited<ReturnType<typeof client.listTransfers>>['items'][number]

/** A pair of likely duplicates as it reaches the browser. */
export type ShownPair = Awaited<ReturnType<typeof client.listChildDuplicates>>['items'][number]
/** How far a list has been compared, as it reaches the browser. */
export type ShownComparison = Awaited<ReturnType<typeof client.getComparison>>
/** A difference as it reaches the browser. */
export type ShownCompared = Awaited<ReturnType<typeof client.listComparedRows>>['items'][number]

/** A paper form as it reaches the browser. */
export type ShownForm = Awaited<ReturnType<typeof client.openChildForm>>
