import { makeApi } from '#platform/ui/module-api.ts'
import { minuteInChina } from '#platform/values/local-date.ts'
import { accountsContract } from '../contract.ts'

/** 账号, as the browser asks for it. */
export const { client, queries, useChanged: useAskAgain } = makeApi('accounts', accountsContract)

/** An account as lists show it; instants are texts. */
export type ShownAccount = Awaited<ReturnType<typeof client.listAccounts>>['items'][number]

/** An account as its own page shows it. */
export type ShownOneAccount = Awaited<ReturnType<typeof client.getAccount>>

/** An instant as people in China read it, to the minute. */
export function instantText(instant: string | null): string {
  return instant === null ? '—' : minuteInChina(instant)
}
