import { makeApi } from '#platform/ui/module-api.ts'
import { ledgerContract } from '../../contract.ts'

export const { client, queries, useChanged } = makeApi('ledger', ledgerContract)

/** A set of books in a list. */
export type ShownBook = Awaited<ReturnType<typeof client.listBooks>>['items'][number]
/** A posting a figure counts. */
export type ShownPosting = Awaited<ReturnType<typeof client.listFigurePostings>>['items'][number]
/** A counted day of the cash book. */
export type ShownCashDay = Awaited<ReturnType<typeof client.listCashDays>>['items'][number]
/** A line of the 明细账. */
export type ShownDetail = Awaited<ReturnType<typeof client.listDetails>>['items'][number]
