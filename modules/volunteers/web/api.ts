import { useQueryClient } from '@tanstack/react-query'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { volunteersContract } from '../contract.ts'

const contract = { volunteers: volunteersContract }

/** The register of volunteers, as the browser asks for it. */
export const client: ApiClient<typeof contract>['volunteers'] = makeClient(contract).volunteers
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).volunteers

/** A volunteer as lists show one. */
export type ShownItem = Awaited<ReturnType<typeof client.listVolunteers>>['items'][number]
/** A volunteer's own page. */
export type ShownVolunteer = Awaited<ReturnType<typeof client.getVolunteer>>
/** A pair of the duplicates queue. */
export type ShownDuplicate = Awaited<ReturnType<typeof client.listDuplicates>>['items'][number]
/** Somebody who may be the same person. */
export type ShownTwin = Awaited<ReturnType<typeof client.checkBeforeCreate>>['twins'][number]

/** After any change everything about volunteers is asked again. */
export function useChanged() {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: queries.key() })
}
