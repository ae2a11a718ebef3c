import { makeApi } from '#platform/ui/module-api.ts'
import { projectsContract } from '../contract.ts'

/** Awards and batches, as the browser asks for them. */
export const { client, queries, useChanged } = makeApi('projects', projectsContract)

/** An award in a list. */
export type ShownAward = Awaited<ReturnType<typeof client.listAwards>>['items'][number]
/** One award. */
export type ReadAward = Awaited<ReturnType<typeof client.getAward>>
/** A batch in a list. */
export type ShownBatch = Awaited<ReturnType<typeof client.listBatches>>['items'][number]
/** One batch. */
export type ReadBatch = Awaited<ReturnType<typeof client.getBatch>>
/** A project in a list. */
export type ShownProject = Awaited<ReturnType<typeof client.listProjects>>['items'][number]
/** One project. */
export type ReadProject = Awaited<ReturnType<typeof client.getProject>>
