import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ReadBook } from './api.ts'
import { words } from './words.ts'

/** A page of the set of books the address names. */
export function WithBook({ children }: { children: (book: ReadBook) => ReactNode }) {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <OfBook id={id}>{children}</OfBook>
}

/** A page of a set of books. */
export function OfBook({ id, children }: { id: string; children: (book: ReadBook) => ReactNode }) {
  const asked = useQuery(queries.getBook.queryOptions({ input: { id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  return asked.data ? children(asked.data) : <Skeleton active />
}

/** The ways between the pages of a set of books. */
export function BookWays({ book }: { book: ReadBook }) {
  const texts = useWords(words)
  const ways = [['vouchers', texts.vouchers], ['periods', texts.periods], ['accounts', texts.accounts], ['funds', texts.funds], ['archive',
    texts.archive]] as const
  return (
    <nav className="ledger-ways" aria-label={book.name}>
      {ways.map(([part, label]) => <Link key={part} to={`/books/${book.id}/${part}`}>{label}</Link>)}
      <Link to="/statements" search={{ book: book.id } as never}>{texts.statements}</Link>
    </nav>
  )
}
