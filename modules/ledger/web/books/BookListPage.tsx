import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownBook } from '../api.ts'
import { words } from '../words.ts'
import { bookWords } from './words.ts'

/** Sets of books one may see, with what waits in them. */
export default function BookListPage() {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const { may } = useSession()
  const columns: RecordColumn<ShownBook>[] = [
    { key: 'name', title: texts.name, isName: true, render: book => book.name },
    { key: 'unit', title: texts.unit, render: book => book.unitName },
    { key: 'holder', title: texts.holder, isWideOnly: true, render: book => texts.holders[book.holderKind] },
    { key: 'month', title: texts.openMonth, render: book => (book.openMonth === null ? texts.none : texts.monthOf(book.openMonth)) },
    { key: 'review', title: texts.toReview, align: 'right', render: book => texts.count(book.toReview) },
    { key: 'post', title: texts.toPost, align: 'right', render: book => texts.count(book.toPost) },
  ]
  const open = may('book.manage') && <Link to="/books/open"><Button type="primary">{own.openBook}</Button></Link>
  return (
    <Page title={texts.books} lead={own.lead} actions={open}>
      <RecordList
        caption={texts.books} queryKey={queries.listBooks.key()} load={loadBooks} columns={columns} linkTo={book => `/books/${book.id}`}
        empty={{ title: own.noBooks, lead: may('ledger.read') ? own.noBooksLead : texts.noGrantedLead }}
      />
    </Page>
  )
}

const loadBooks = async ({ signal }: PageRequest) => ({ ...await client.listBooks({}, { signal }), next: null })
