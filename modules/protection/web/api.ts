import { childrenContract } from '#modules/children/contract.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { protectionContract } from '../contract.ts'

/** The protection of data, as the browser asks for it. */
export const { client, queries, useChanged } = makeApi('protection', protectionContract)
/** Children: the guardians of one, and the acts that a decision leads to. */
export const { client: childClient, queries: childQueries } = makeApi('children', childrenContract)

/** A request as a list shows it. */
export type ShownRightsRow = Awaited<ReturnType<typeof client.listRightsRequests>>['items'][number]
/** A request opened. */
export type ShownRightsRequest = Awaited<ReturnType<typeof client.getRightsRequest>>

/** Unusual access as a list shows it. */
export type ShownUnusual = Awaited<ReturnType<typeof client.listUnusualAccesses>>['items'][number]
/** An emergency access as a list shows it. */
export type ShownEmergency = Awaited<ReturnType<typeof client.listEmergencyAccesses>>['items'][number]
/** An incident as a list shows it. */
export type ShownIncidentRow = Awaited<ReturnType<typeof client.listIncidents>>['items'][number]
/** An incident opened. */
export type ShownIncident = Awaited<ReturnType<typeof client.getIncident>>
/** A closed file and until when it is kept. */
export type ShownRetention = Awaited<ReturnType<typeof client.listRetentions>>['items'][number]
/** An erasure with its proof. */
export type ShownErasure = Awaited<ReturnType<typeof client.listErasures>>['items'][number]
/** A year whose holidays are known. */
export type ShownHolidayYear = Awaited<ReturnType<typeof client.listHolidayYears>>['items'][number]
/** The yearly report as it reaches the browser. */
export type ShownCompliance = Awaited<ReturnType<typeof client.getComplianceReport>>
