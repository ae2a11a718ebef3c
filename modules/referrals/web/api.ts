import { childrenContract } from '#modules/children/contract.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { referralsContract } from '../contract.ts'

/** Referrals, as the browser asks for them. */
export const { client, queries, useChanged } = makeApi('referrals', referralsContract)
/** The child, to say whom it is about and which fields may travel. */
export const childQueries = makeApi('children', childrenContract).queries

/** A referral in a list as it reaches the browser. */
export type ShownReferral = Awaited<ReturnType<typeof client.listReferrals>>['items'][number]
/** One referral. */
export type ReadReferral = Awaited<ReturnType<typeof client.getReferral>>
/** What travels, opened. */
export type ReadEnclosure = Awaited<ReturnType<typeof client.openEnclosure>>
/** An outside body. */
export type ShownBody = Awaited<ReturnType<typeof client.listBodies>>['items'][number]
