import { useQueryClient } from '@tanstack/react-query'
import { childrenContract } from '#modules/children/contract.ts'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { referralsContract } from '../contract.ts'

const contract = { referrals: referralsContract }
const others = { children: childrenContract }

/** Referrals, as the browser asks for them. */
export const client: ApiClient<typeof contract>['referrals'] = makeClient(contract).referrals
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).referrals
/** The child, to say whom it is about and which fields may travel. */
export const childQueries = makeQueries<typeof others>(makeClient(others)).children

/** A referral in a list as it reaches the browser. */
export type ShownReferral = Awaited<ReturnType<typeof client.listReferrals>>['items'][number]
/** One referral. */
export type ReadReferral = Awaited<ReturnType<typeof client.getReferral>>
/** What travels, opened. */
export type ReadEnclosure = Awaited<ReturnType<typeof client.openEnclosure>>
/** An outside body. */
export type ShownBody = Awaited<ReturnType<typeof client.listBodies>>['items'][number]

/** After any change everything about referrals is asked again. */
export function useChanged() {
  const cache = useQueryClient()
  return async () => { await cache.invalidateQueries({ queryKey: queries.key() }) }
}
