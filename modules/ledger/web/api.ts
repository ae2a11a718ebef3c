import { makeApi } from '#platform/ui/module-api.ts'
import { ledgerContract } from '../contract.ts'

export const { client, queries, useChanged } = makeApi('ledger', ledgerContract)

/** A set of books in a list. */
export type ShownBook = Awaited<ReturnType<typeof client.listBooks>>['items'][number]
/** One set of books. */
export type ReadBook = Awaited<ReturnType<typeof client.getBook>>
/** A ledger account. */
export type ShownAccount = Awaited<ReturnType<typeof client.listAccounts>>['items'][number]
/** A fund. */
export type ShownFund = Awaited<ReturnType<typeof client.listFunds>>['items'][number]
/** A voucher in a list. */
export type ShownVoucher = Awaited<ReturnType<typeof client.listVouchers>>['items'][number]
/** One voucher. */
export type ReadVoucher = Awaited<ReturnType<typeof client.getVoucher>>
/** A month. */
export type ShownPeriod = Awaited<ReturnType<typeof client.listPeriods>>['items'][number]
