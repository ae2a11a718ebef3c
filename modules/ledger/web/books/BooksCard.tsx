import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { queries, type ShownBook } from '../api.ts'
import { words } from '../words.ts'
import '../ledger.css'

const mostShown = 5

/** Home page: for each set of books the open month, and the vouchers that wait, one tap away. */
export default function BooksCard() {
  const texts = useWords(words)
  const { may } = useSession()
  const { data, error } = useQuery(queries.listBooks.queryOptions({ input: {} }))
  if (error) throw error
  // An outside auditor has nothing else here: without books the page would be empty and say nothing.
  if (data?.items.length === 0) return may('ledger.read') ? null : <Sheet title={texts.books}><p>{texts.noGrantedLead}</p></Sheet>
  return (
    <Sheet title={texts.books} actions={<Link to="/books">{texts.allBooks}</Link>}>
      {data === undefined && <Skeleton active title={false} />}
      <ul className="xh-cards">{data?.items.slice(0, mostShown).map(book => <BookLine key={book.id} book={book} />)}</ul>
    </Sheet>
  )
}

function BookLine({ book }: { book: ShownBook }) {
  const texts = useWords(words)
  const { labelled } = useWords()
  const vouchers = (status: 'submitted' | 'reviewed', label: string, count: number) => (
    <Link to={`/books/${book.id}/vouchers`} search={{ status } as never}>{labelled(label, texts.count(count))}</Link>
  )
  return (
    <li>
      <div className="xh-card-name"><Link to={`/books/${book.id}`}>{book.name}</Link></div>
      {book.openMonth !== null && <p className="xh-secondary">{labelled(texts.openMonth, texts.monthOf(book.openMonth))}</p>}
      <p className="ledger-waiting">{vouchers('submitted', texts.toReview, book.toReview)} {vouchers('reviewed', texts.toPost, book.toPost)}</p>
    </li>
  )
}
