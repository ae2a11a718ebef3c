import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { Advice } from '#platform/ui/list/RecordList.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { BankAccount } from '../../contract.ts'
import { useStatementAddress } from '../statements/address.ts'
import { queries } from '../statements/api.ts'
import { words } from './words.ts'

/** Shows what belongs to the account in the address, or to the first of its duty. */
export function OfAccount({ bookId, duty, children }: {
  bookId: string; duty: 'cash' | 'bank'; children: (account: BankAccount, accounts: readonly BankAccount[]) => ReactNode
}) {
  const texts = useWords(words)
  const { text } = useStatementAddress()
  const found = useQuery(queries.listBankAccounts.queryOptions({ input: { bookId } }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const accounts = found.data.items.filter(account => account.duty === duty)
  const account = accounts.find(({ id }) => id === text('account')) ?? accounts[0]
  return account === undefined ? <Sheet><Advice title={texts.noAccounts} lead={texts.noAccountsLead} /></Sheet> : children(account, accounts)
}
