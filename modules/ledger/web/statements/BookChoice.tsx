import { useQuery } from '@tanstack/react-query'
import { Select, Skeleton } from 'antd'
import { useId, type ReactNode } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useWords } from '#platform/ui/words.ts'
import { thisMonth, useStatementAddress } from './address.ts'
import { queries, type ShownBook } from './api.ts'
import { words } from './words.ts'

/** Shows what belongs to the set of books in the address, or to the first one may see. */
export function OfBook({ children }: { children: (book: ShownBook, books: readonly ShownBook[]) => ReactNode }) {
  const texts = useWords(words)
  const { text } = useStatementAddress()
  const found = useQuery(queries.listBooks.queryOptions({ input: {} }))
  if (hasNothingToShow(found)) return <ProblemPage problem={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Skeleton active />
  const books = found.data.items
  const book = books.find(({ id }) => id === text('book')) ?? books[0]
  return book === undefined ? <Page title={texts.noBooks} lead={texts.noBooksLead}>{null}</Page> : children(book, books)
}

/** The month in the address, else the one that is open, else this month. */
export const shownMonth = (book: ShownBook, inAddress: number | undefined): number => inAddress ?? book.openMonth ?? Math.max(thisMonth(), book.startsMonth)

/** One of a few. */
export function Choice({ label, value, options, onChange }: {
  label: string; value: string; options: readonly { value: string; label: string }[]; onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className="xh-filter">
      <label htmlFor={id}>{label}</label>
      <Select id={id} className="xh-select" value={value} options={[...options]} onChange={onChange} popupMatchSelectWidth={false} />
    </div>
  )
}

/** Year and month of a set of books. */
export function MonthChoice({ book, month, onChange, label }: { book: ShownBook; month: number; onChange: (month: number) => void; label?: string }) {
  const texts = useWords(words)
  const [year, inYear] = [Math.floor(month / 100), month % 100]
  const first = Math.min(Math.floor(book.startsMonth / 100), year)
  const last = Math.max(Math.floor(Math.max(book.openMonth ?? 0, thisMonth()) / 100), year)
  const years = Array.from({ length: last - first + 1 }, (_, at) => last - at)
  const of = (name: string) => (label === undefined ? name : `${label} ${name}`)
  return (
    <>
      <Choice label={of(texts.year)} value={String(year)} options={years.map(each => ({ value: String(each), label: texts.yearOf(each) }))}
        onChange={chosen => onChange(Number(chosen) * 100 + inYear)} />
      <Choice label={of(texts.month)} value={String(inYear)} onChange={chosen => onChange(year * 100 + Number(chosen))}
        options={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: texts.monthOf(at + 1) }))} />
    </>
  )
}

/** Which set of books; nothing where there is but one. */
export function BookChoice({ book, books, onChange }: { book: ShownBook; books: readonly ShownBook[]; onChange: (id: string) => void }) {
  const texts = useWords(words)
  const { aside } = useWords()
  if (books.length < 2) return null
  const options = books.map(({ id, name, unitName }) => ({ value: id, label: name + aside(unitName) }))
  return <Choice label={texts.book} value={book.id} options={options} onChange={onChange} />
}
