import { accountsContract } from '#modules/accounts/contract.ts'
import { makeApi } from '#platform/ui/module-api.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { safeguardingContract } from '../contract.ts'

/** Mandatory reports, as the browser asks for them. */
export const { client, queries, useChanged } = makeApi('safeguarding', safeguardingContract)
/** People of the own range, to name one of them. */
export const accountQueries = makeApi('accounts', accountsContract).queries

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

/** Now on the wall clock in China: 2026-03-16T09:30. */
export const momentNow = (): string => minuteInChina(new Date()).replace(' ', 'T')
