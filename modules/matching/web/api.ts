import { careContract } from '#modules/care/contract.ts'
import { childrenContract } from '#modules/children/contract.ts'
import { volunteersContract } from '#modules/volunteers/contract.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { matchingContract } from '../contract.ts'

/** Matching, as the browser asks for it. */
export const { client, queries, useChanged } = makeApi('matching', matchingContract)
/** Cases, children and volunteers, to choose from. */
export const otherQueries = {
  care: makeApi('care', careContract).queries, children: makeApi('children', childrenContract).queries,
  volunteers: makeApi('volunteers', volunteersContract).queries,
}

/** A round as it reaches the browser. */
export type ShownRound = Awaited<ReturnType<typeof client.listRounds>>['items'][number]
/** A round opened. */
export type OpenedRound = Awaited<ReturnType<typeof client.getRound>>
/** A proposed pair. */
export type ShownProposal = Awaited<ReturnType<typeof client.listProposals>>['items'][number]
/** A pair that must not be made. */
export type ShownNoGo = Awaited<ReturnType<typeof client.listNoGoPairs>>['items'][number]
