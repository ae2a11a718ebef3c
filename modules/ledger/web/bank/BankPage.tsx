import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import type { BankAccount } from '../../contract.ts'
import { useStatementAddress } from '../statements/address.ts'
import type { ShownBook } from '../statements/api.ts'
import { BookChoice, Choice, OfBook } from '../statements/BookChoice.tsx'
import { OfAccount } from './accounts.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { MatchedList } from './MatchedList.tsx'
import { OpenSheets } from './OpenSheets.tsx'
import { ReconciliationSheet } from './ReconciliationSheet.tsx'
import { StatementList } from './StatementList.tsx'
import { words } from './words.ts'

/** Lines of the bank beside our postings: import, matching, what differs, the 调节表. */
export default function BankPage() {
  const texts = useWords(words)
  return (
    <OfBook>
      {(book, books) => (
        <Page title={texts.bank} lead={texts.lead(book.name, book.unitName)}>
          <OfAccount bookId={book.id} duty="bank">{(account, accounts) => <Account {...{ book, books, account, accounts }} />}</OfAccount>
        </Page>
      )}
    </OfBook>
  )
}

type Of = { book: ShownBook; books: readonly ShownBook[]; account: BankAccount; accounts: readonly BankAccount[] }

function Account({ book, books, account, accounts }: Of) {
  const texts = useWords(words)
  const { may } = useSession()
  const { text, set } = useStatementAddress()
  const views = (['open', 'matched', 'reconciliation', 'import'] as const).filter(key => key !== 'import' || may('bank.import'))
  const view = views.find(key => key === text('view')) ?? 'open'
  return (
    <>
      <section className="xh-list" aria-label={texts.view}>
        <div className="xh-filters">
          <BookChoice book={book} books={books} onChange={id => set('book', id)} />
          <Choice label={texts.account} value={account.id} options={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            onChange={id => set('account', id)} />
          <Choice label={texts.view} value={view} options={views.map(value => ({ value, label: texts.views[value] }))}
            onChange={chosen => set('view', chosen)} />
        </div>
      </section>
      {view === 'open' && <OpenSheets key={account.id} bookId={book.id} accountId={account.id} mayMatch={may('bank.match')} />}
      {view === 'matched' && <MatchedList bookId={book.id} accountId={account.id} mayMatch={may('bank.match')} />}
      {view === 'reconciliation' && <ReconciliationSheet book={book} accountId={account.id} />}
      {view === 'import' && (
        <>
          <ImportSheet key={account.id} bookId={book.id} account={account} />
          <StatementList bookId={book.id} accountId={account.id} mayWithdraw={may('bank.match')} />
        </>
      )}
    </>
  )
}
