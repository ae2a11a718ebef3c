import { useQueryClient } from '@tanstack/react-query'
import { careContract } from '#modules/care/contract.ts'
import { childrenContract } from '#modules/children/contract.ts'
import { volunteersContract } from '#modules/volunteers/contract.ts'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { matchingContract } from '../contract.ts'

const contract = { matching: matchingContract }
const others = { care: careContract, children: childrenContract, volunteers: volunteersContract }

/** Matching, as the browser asks for it. */
export const client: ApiClient<typeof contract>['matching'] = makeClient(contract).matching
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).matching
/** Cases, children and volunteers, to choose from. */
export const otherQueries = makeQueries<typeof others>(makeClient(others))

/** A round as it reaches the browser. */
export type ShownRound = Awaited<ReturnType<typeof client.listRounds>>['items'][number]
/** A round opened. */
export type OpenedRound = Awaited<ReturnType<typeof client.getRound>>
/** A proposed pair. */
export type ShownProposal = Awaited<ReturnType<typeof client.listProposals>>['items'][number]
/** A pair that must not be made. */
export type ShownNoGo = Awaited<ReturnType<typeof client.listNoGoPairs>>['items'][number]

/** After any change everything about matching is asked again. */
export function useChanged() {
  const cache = useQueryClient()
  return async () => { await cache.invalidateQueries({ queryKey: queries.key() }) }
}

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
/** Today in China, from which a pairing counts unless another day is chosen. */
export const chinaToday = (): string => inChina.format(new Date())
