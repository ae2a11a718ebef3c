import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { PrintButton } from '#platform/ui/pieces/PrintButton.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { BankAccount } from '../../contract.ts'
import { queryOf, useStatementAddress } from '../statements/address.ts'
import { queries, type ShownBook } from '../statements/api.ts'
import { BookChoice, Choice, MonthChoice, OfBook, shownMonth } from '../statements/BookChoice.tsx'
import { OfAccount } from './accounts.tsx'
import { CashDayList } from './CashDayList.tsx'
import { CountForm } from './CountForm.tsx'
import { words } from './words.ts'

/** The cash book by day: what was counted, what the books say, two signatures. */
export default function CashPage() {
  const texts = useWords(words)
  return (
    <OfBook>
      {(book, books) => (
        <Page title={texts.cash} lead={texts.cashLead} actions={<PrintButton />}>
          <OfAccount bookId={book.id} duty="cash">{(account, accounts) => <Days {...{ book, books, account, accounts }} />}</OfAccount>
        </Page>
      )}
    </OfBook>
  )
}

type Of = { book: ShownBook; books: readonly ShownBook[]; account: BankAccount; accounts: readonly BankAccount[] }

function Days({ book, books, account, accounts }: Of) {
  const texts = useWords(words)
  const { month: monthIn, set } = useStatementAddress()
  const month = shownMonth(book, monthIn('month'))
  const of = { bookId: book.id, accountId: account.id }
  const found = useQuery(queries.listCashDays.queryOptions({ input: { ...of, month } }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      <section className="xh-list" aria-label={texts.view}>
        <div className="xh-filters">
          <BookChoice book={book} books={books} onChange={id => set('book', id)} />
          <Choice label={texts.account} value={account.id} options={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            onChange={id => set('account', id)} />
          <MonthChoice book={book} month={month} onChange={chosen => set('month', chosen)} />
          <Link to={`/statements/details${queryOf({ book: book.id, account: account.id, from: month, until: month })}`} className="xh-row-link">
            {texts.toDetail}
          </Link>
        </div>
      </section>
      {found.data === undefined ? <Skeleton active /> : (
        <>
          {found.data.may.count && <Sheet title={texts.countTitle}><CountForm {...of} /></Sheet>}
          <CashDayList {...of} days={found.data.items} mayConfirm={found.data.may.confirm} />
        </>
      )}
    </>
  )
}
