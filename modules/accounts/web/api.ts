import { useQueryClient } from '@tanstack/react-query'
import { makeClient, makeQueries, type ApiClient } from '#platform/ui/client.ts'
import { accountsContract } from '../contract.ts'

const contract = { accounts: accountsContract }

/** 账号, as the browser asks for it. */
export const client: ApiClient<typeof contract>['accounts'] = makeClient(contract).accounts
/** Keys and questions of 账号 for the cache. */
export const queries = makeQueries<typeof contract>(makeClient(contract)).accounts

/** An account as lists show it; instants are texts. */
export type ShownAccount = Awaited<ReturnType<typeof client.getAccount>>

/** Everything shown of accounts is asked again, after something was changed. */
export function useAskAgain(): () => Promise<void> {
  const cache = useQueryClient()
  return () => cache.invalidateQueries({ queryKey: queries.key() })
}

/** An instant as people in China read it, to the minute. */
export function instantText(instant: string | null): string {
  return instant === null ? '—' : new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)
}

/** Today in China, as fields of days want it. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
