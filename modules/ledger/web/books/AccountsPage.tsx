import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { hasNothingToShow } from '#platform/ui/api/nothing-to-show.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { ProblemPage } from '#platform/ui/frame/ProblemPage.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { costClasses, type CostClass } from '../../contract.ts'
import { isAccountLike } from '../../rules/voucher-draft.ts'
import { TableRoom } from '../TableRoom.tsx'
import { client, queries, useChanged, type ReadBook, type ShownAccount } from '../api.ts'
import { BookWays, WithBook } from '../WithBook.tsx'
import { words } from '../words.ts'
import { bookWords } from './words.ts'
import '../ledger.css'

/** The chart of a set of books. */
export default function AccountsPage() {
  return <WithBook>{book => <ChartView book={book} />}</WithBook>
}

function ChartView({ book }: { book: ReadBook }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const { search, set } = useAddress<{ q: string }>()
  const asked = useQuery(queries.listAccounts.queryOptions({ input: { bookId: book.id } }))
  if (hasNothingToShow(asked)) return <ProblemPage problem={asked.error} onRetry={() => void asked.refetch()} />
  const wanted = String(search.q ?? '')
  const shown = asked.data?.items.filter(account => isAccountLike(account, wanted))
  return (
    <Page title={texts.accounts} lead={own.accountsLead} back={{ to: `/books/${book.id}`, label: book.name }}
      actions={<Link to={`/books/${book.id}/chart`}><Button>{own.chartChange}</Button></Link>}>
      <BookWays book={book} />
      <Sheet>
        <Input.Search aria-label={own.find} placeholder={own.find} defaultValue={wanted} allowClear onChange={event => set('q', event.target.value
          || undefined)} />
        {shown === undefined ? <Skeleton active /> : shown.length === 0 ? <p>{own.noAccounts}</p> : <AccountTable book={book} accounts={shown} />}
      </Sheet>
    </Page>
  )
}

function AccountTable({ book, accounts }: { book: ReadBook; accounts: readonly ShownAccount[] }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const [parent, setParent] = useState<ShownAccount>()
  const [changing, setChanging] = useState<ShownAccount>()
  const heads = [texts.code, texts.name, own.kind, own.side, ...book.may.manage ? [own.act] : []]
  return (
    <TableRoom label={texts.accounts}>
      <table className="ledger-grid">
        <thead><tr>{heads.map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>{accounts.map(account => (
          <tr key={account.id}>
            <td>{account.code}</td>
            <td>{account.name} {account.closedOn !== null && <StatusTag tone="neutral">{own.stopped}</StatusTag>}</td>
            <td>{account.costClass === null ? texts.kinds[account.kind] : texts.costClasses[account.costClass]}</td><td>{texts.sides[account.side]}</td>
            {book.may.manage && (
              <td>
                {account.closedOn === null && <Button size="small" type="link" onClick={() => setParent(account)}>{own.add}</Button>}
                {account.isLeaf && <Button size="small" type="link" onClick={() => setChanging(account)}>{account.closedOn === null ? own.close
                  : own.reopen}</Button>}
              </td>
            )}
          </tr>
        ))}</tbody>
      </table>
      {parent && <AddDialog bookId={book.id} parent={parent} onClose={() => setParent(undefined)} />}
      {changing && <CloseDialog bookId={book.id} account={changing} onClose={() => setChanging(undefined)} />}
    </TableRoom>
  )
}

function CloseDialog({ bookId, account, onClose }: { bookId: string; account: ShownAccount; onClose: () => void }) {
  const own = useWords(bookWords)
  const changed = useChanged()
  const { id, version, name, closedOn } = account
  const change = async () => { await client.updateAccount({ bookId, id, version, name, isClosed: closedOn === null }); await changed(); onClose() }
  return (
    <ConfirmDialog open title={closedOn === null ? own.closeTitle : own.reopen} confirmLabel={closedOn === null ? own.close
      : own.reopen} onCancel={onClose} onConfirm={change}>
      <p>{account.code} {name}</p>
      {closedOn === null && <p>{own.closeLead}</p>}
    </ConfirmDialog>
  )
}

function AddDialog({ bookId, parent, onClose }: { bookId: string; parent: ShownAccount; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const changed = useChanged()
  const labels = { code: own.accountCode, name: own.accountName, costClass: own.kind }
  const record = useRecordForm<{ code: string; name: string; costClass?: CostClass }, Parameters<typeof client.addAccount>[0], unknown>({
    name: 'add-account', labels, operation: client.addAccount, initialValues: parent.costClass === null ? {} : { costClass: parent.costClass },
    refusalFields: { SAME_CODE: 'code', CODE_NOT_BELOW: 'code' }, toInput: values => ({ bookId, parentId: parent.id, ...values }),
    onSaved: async () => { await changed(); onClose() },
  })
  const rules = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.addTitle(parent.code, parent.name)} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.add} onCancel={onClose}>
        <Form.Item name="code" label={labels.code} extra={own.codeHint(parent.code)} rules={rules(labels.code)}>
          <Input maxLength={14} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="name" label={labels.name} rules={rules(labels.name)}><Input maxLength={40} /></Form.Item>
        {parent.kind === 'cost' && (
          <Form.Item name="costClass" label={labels.costClass}><Select options={costClasses.map(value => ({ value,
            label: texts.costClasses[value] }))} /></Form.Item>
        )}
      </RecordForm>
    </Modal>
  )
}
