import { useQueryClient } from '@tanstack/react-query'
import { childrenContract } from '#modules/children/contract.ts'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { protectionContract } from '../contract.ts'

const contract = { protection: protectionContract }
const children = { children: childrenContract }

/** The protection of data, as the browser asks for it. */
export const client: ApiClient<typeof contract>['protection'] = makeClient(contract).protection
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).protection
/** Children: the guardians of one, and the acts that a decision leads to. */
export const childClient: ApiClient<typeof children>['children'] = makeClient(children).children
/** The same for the cache. */
export const childQueries = makeQueries<typeof children>(makeClient(children)).children

/** A request as a list shows it. */
export type ShownRightsRow = Awaited<ReturnType<typeof client.listRightsRequests>>['items'][number]
/** A request opened. */
export type ShownRightsRequest = Awaited<ReturnType<typeof client.getRightsRequest>>

/** After any change everything about protection is asked again. */
export function useChanged() {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: queries.key() })
}

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
/** The yearly report as it reaches the browser. */
export type ShownCompliance = Awaited<ReturnType<typeof client.getComplianceReport>>
