import { makeApi } from '#platform/ui/module-api.ts'
import { dutiesContract } from '../contract.ts'

/** Duties, as the browser asks for them. */
export const { client, queries, useChanged } = makeApi('duties', dutiesContract)

/** A body the law binds. */
export type ShownBody = Awaited<ReturnType<typeof client.listDutyBodies>>['items'][number]
/** The ratios of a year. */
export type ReadRatios = Awaited<ReturnType<typeof client.getRatios>>
/** A disclosure in the calendar. */
export type ShownDisclosure = Awaited<ReturnType<typeof client.listDisclosures>>['items'][number]
/** One disclosure. */
export type ReadDisclosure = Awaited<ReturnType<typeof client.getDisclosure>>
/** What brings disclosures about. */
export type ShownOccasion = Awaited<ReturnType<typeof client.listOccasions>>['items'][number]
/** A term of a member. */
export type ShownMember = Awaited<ReturnType<typeof client.listBoard>>['items'][number]
/** One meeting. */
export type ReadMeeting = Awaited<ReturnType<typeof client.getMeeting>>
/** A related party. */
export type ShownParty = Awaited<ReturnType<typeof client.listRelatedParties>>['items'][number]
/** A gift that may come from a related party. */
export type ShownHit = Awaited<ReturnType<typeof client.listRelatedGifts>>['items'][number]
/** A partner of a project that may be a related party. */
export type ShownPartner = Awaited<ReturnType<typeof client.listRelatedGifts>>['partners'][number]
