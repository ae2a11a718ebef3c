import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { figuresContract } from '../contract.ts'

const contract = { figures: figuresContract }

/** 统计 as the browser asks for it. */
export const client: ApiClient<typeof contract>['figures'] = makeClient(contract).figures
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).figures

/** A figure as it reaches the browser. */
export type ShownFigure = Awaited<ReturnType<typeof client.listFigures>>['items'][number]
/** A counted record as it reaches the browser. */
export type ShownRow = Awaited<ReturnType<typeof client.listFigureRows>>['items'][number]
/** A report as it reaches the browser. */
export type ShownReport = Awaited<ReturnType<typeof client.getYearlyReport>>
