import { childrenContract } from '#modules/children/contract.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { careContract } from '../contract.ts'

/** Care, as the browser asks for it. */
export const { client, queries, useChanged } = makeApi('care', careContract)
/** Children, to choose whose case is opened. */
export const { client: childClient, queries: childQueries } = makeApi('children', childrenContract)

/** A case in a list as it reaches the browser. */
export type ShownCase = Awaited<ReturnType<typeof client.listCases>>['items'][number]
/** A case with what happened in it. */
export type OpenedCase = Awaited<ReturnType<typeof client.getCase>>
/** A visit without its note. */
export type ShownVisit = Awaited<ReturnType<typeof client.listVisits>>['items'][number]
/** A visit with its note. */
export type ReadVisit = Awaited<ReturnType<typeof client.getVisit>>
/** A plan in a list. */
export type ShownPlan = Awaited<ReturnType<typeof client.listPlans>>['items'][number]
/** A plan opened. */
export type OpenedPlan = Awaited<ReturnType<typeof client.getPlan>>
/** The visits of a day, by village. */
export type ShownRoute = Awaited<ReturnType<typeof client.getRoute>>
/** Week's lists as they are printed. */
export type ShownWeekLists = Awaited<ReturnType<typeof client.printWeekLists>>
/** What waits in a range, in numbers. */
export type ShownDigest = Awaited<ReturnType<typeof client.getWeeklyDigest>>
/** An assessment of a case. */
export type ShownAssessment = OpenedCase['assessments'][number]
/** A pairing of a case. */
export type ShownPairing = OpenedCase['pairings'][number]
