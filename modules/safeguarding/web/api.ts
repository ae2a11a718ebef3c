import { useQueryClient } from '@tanstack/react-query'
import { accountsContract } from '#modules/accounts/contract.ts'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { safeguardingContract } from '../contract.ts'

const contract = { safeguarding: safeguardingContract }
const others = { accounts: accountsContract }

/** Mandatory reports, as the browser asks for them. */
export const client: ApiClient<typeof contract>['safeguarding'] = makeClient(contract).safeguarding
/** Keys and questions for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).safeguarding
/** People of the own range, to name one of them. */
export const accountQueries = makeQueries<typeof others>(makeClient(others)).accounts

/** A report in a list as it reaches the browser. */
export type ShownReport = Awaited<ReturnType<typeof client.listReports>>['items'][number]
/** A report opened. */
export type ReadReport = Awaited<ReturnType<typeof client.openReport>>
/** A designee. */
export type ShownDesignee = Awaited<ReturnType<typeof client.listDesignees>>['items'][number]
/** What who reported is told. */
export type ShownReceipt = Awaited<ReturnType<typeof client.fileReport>>
/** What one sees before reporting. */
export type ShownGuide = Awaited<ReturnType<typeof client.getReportingGuide>>

/** After any change everything about reports is asked again. */
export function useChanged() {
  const cache = useQueryClient()
  return async () => { await cache.invalidateQueries({ queryKey: queries.key() }) }
}

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
/** Now on the wall clock in China: 2026-03-16T09:30. */
export const momentNow = (): string => inChina.format(new Date()).replace(' ', 'T')
/** An instant as people read it: 2026-03-16 09:30. */
export const clockOf = (instant: string | Date): string => inChina.format(new Date(instant))
