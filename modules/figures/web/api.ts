import { makeApi } from '#platform/ui/module-api.ts'
import { figuresContract } from '../contract.ts'

/** 统计 as the browser asks for it. */
export const { client, queries } = makeApi('figures', figuresContract)

/** A figure as it reaches the browser. */
export type ShownFigure = Awaited<ReturnType<typeof client.listFigures>>['items'][number]
/** A counted record as it reaches the browser. */
export type ShownRow = Awaited<ReturnType<typeof client.listFigureRows>>['items'][number]
/** A report as it reaches the browser. */
export type ShownReport = Awaited<ReturnType<typeof client.getYearlyReport>>
