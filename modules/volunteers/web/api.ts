import { makeApi } from '#platform/ui/module-api.ts'
import { volunteersContract } from '../contract.ts'

/** The register of volunteers, as the browser asks for it. */
export const { client, queries, useChanged } = makeApi('volunteers', volunteersContract)

/** A volunteer as lists show one. */
export type ShownItem = Awaited<ReturnType<typeof client.listVolunteers>>['items'][number]
/** A volunteer's own page. */
export type ShownVolunteer = Awaited<ReturnType<typeof client.getVolunteer>>
/** A pair of the duplicates queue. */
export type ShownDuplicate = Awaited<ReturnType<typeof client.listDuplicates>>['items'][number]
/** Somebody who may be the same person. */
export type ShownTwin = Awaited<ReturnType<typeof client.checkBeforeCreate>>['twins'][number]
