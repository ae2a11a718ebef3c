import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { holderKinds, type HolderKind } from '../../contract.ts'
import { client, useChanged, type ReadBook } from '../api.ts'
import { BookWays, WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { AuditorSheet } from './AuditorSheet.tsx'
import { typedHolder } from './holder.ts'
import { bookWords } from './words.ts'
import '../ledger.css'

/** One set of books: the ways into it, its settings, and who may read it from outside. */
export default function BookPage() {
  return <WithBook>{book => <BookView book={book} />}</WithBook>
}

function BookView({ book }: { book: ReadBook }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const kit = useWords()
  const [isEditing, setEditing] = useState(false)
  const waiting = (status: string, label: string, count: number) => (
    <Link to={`/books/${book.id}/vouchers`} search={{ status } as never}><Button>{kit.labelled(label, texts.count(count))}</Button></Link>)
  return (
    <Page
      title={book.name} lead={book.unitName} width="text" back={{ to: '/books', label: texts.books }}
      actions={<>
        {book.may.manage && <Button onClick={() => setEditing(true)}>{own.update}</Button>}
        {waiting('submitted', texts.toReview, book.toReview)}{waiting('reviewed', texts.toPost, book.toPost)}
      </>}
    >
      <BookWays book={book} />
      <Sheet title={texts.settings}>
        <table className="ledger-grid"><tbody>
          <tr><th scope="row">{texts.holder}</th><td>{texts.holders[book.holderKind]}</td></tr>
          <tr><th scope="row">{texts.starts}</th><td>{texts.monthOf(book.startsMonth)}</td></tr>
          <tr><th scope="row">{texts.openMonth}</th><td>{book.openMonth === null ? texts.none : texts.monthOf(book.openMonth)}</td></tr>
          {book.charts.map(chart => (
            <tr key={chart.id}><th scope="row">{own.charts}</th><td>{chart.name} {kit.aside(own.validFrom(chart.validFrom))}</td></tr>
          ))}
        </tbody></table>
      </Sheet>
      {book.may.grant && <AuditorSheet bookId={book.id} />}
      {isEditing && <SettingsDialog book={book} onClose={() => setEditing(false)} />}
    </Page>
  )
}

function SettingsDialog({ book, onClose }: { book: ReadBook; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const changed = useChanged()
  const labels = { name: texts.name, holderKind: texts.holder, holderName: own.holderName }
  type Values = { name: string; holderKind: HolderKind; version: number; holderName?: string }
  const record = useRecordForm<Values, Parameters<typeof client.updateBook>[0], unknown>({
    name: 'update-book', labels, operation: client.updateBook,
    initialValues: { name: book.name, holderKind: book.holderKind, version: book.version, holderName: book.holderName ?? '' },
    refusalFields: { SAME_NAME: 'name' }, toInput: ({ holderName, ...values }) => ({ id: book.id, ...values, ...typedHolder(holderName),
      version: values.version ?? book.version }),
    onSaved: async () => { await changed(); onClose() },
  })
  return (
    <Modal open title={own.update} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        <Form.Item name="name" label={labels.name} rules={[{ required: true, message: texts.needed(labels.name) }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="holderName" label={labels.holderName} extra={own.holderNameHint}><Input maxLength={60} /></Form.Item>
        <Form.Item name="holderKind" label={labels.holderKind}>
          <Select options={holderKinds.map(value => ({ value, label: texts.holders[value] }))} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
