import { useQueryClient } from '@tanstack/react-query'
import { careContract } from '#modules/care/contract.ts'
import { childrenContract } from '#modules/children/contract.ts'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { aidContract } from '../contract.ts'

const contract = { aid: aidContract }
const others = { care: careContract, children: childrenContract }

/** Aid, as the browser asks for it. */
export const client: ApiClient<typeof contract>['aid'] = makeClient(contract).aid
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).aid
const known = makeQueries<typeof others>(makeClient(others))
/** The case, to say whom it is about. */
export const caseQueries = known.care
/** The child, to know which approvals one holds. */
export const childQueries = known.children

/** A need in a list. */
export type ShownNeed = Awaited<ReturnType<typeof client.listNeeds>>['items'][number]
/** One need. */
export type ReadNeed = Awaited<ReturnType<typeof client.getNeed>>
/** An act of aid in a list. */
export type ShownAct = Awaited<ReturnType<typeof client.listActs>>['items'][number]
/** One act of aid. */
export type ReadAct = Awaited<ReturnType<typeof client.getAct>>
/** A wish in a list. */
export type ShownWish = Awaited<ReturnType<typeof client.listWishes>>['items'][number]
/** One wish. */
export type ReadWish = Awaited<ReturnType<typeof client.getWish>>
/** A wish as the public sees it. */
export type PublicWish = Awaited<ReturnType<typeof client.listPublishedWishes>>['items'][number]

/** After any change everything about aid is asked again. */
export function useChanged() {
  const cache = useQueryClient()
  return async () => { await cache.invalidateQueries({ queryKey: queries.key() }) }
}
