import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { MoneyItem } from '#platform/ui/form/MoneyField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { StatusTag, type Tone } from '#platform/ui/pieces/StatusTag.tsx'
import { useWords } from '#platform/ui/words.ts'
import { formatYuan } from '#platform/values/money.ts'
import { TableRoom } from '../TableRoom.tsx'
import { client, queries, useChanged, type ReadBook, type ShownFund } from '../api.ts'
import { words } from '../words.ts'
import { bookWords } from './words.ts'

type Shown = Awaited<ReturnType<typeof client.listCommitments>>['items'][number]
const tones: Readonly<Record<Shown['status'], Tone>> = { reserved: 'attention', paid: 'good', released: 'neutral', expired: 'neutral' }

/** What of the restricted funds is promised. */
export function CommitmentSheet({ book, funds }: { book: ReadBook; funds: readonly ShownFund[] }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const changed = useChanged()
  const [isReserving, setReserving] = useState(false)
  const [released, setReleased] = useState<Shown>()
  const items = useQuery(queries.listCommitments.queryOptions({ input: { bookId: book.id } })).data?.items ?? []
  return (
    <Sheet title={own.commitments} actions={book.may.reserve && funds.length > 0 && <Button onClick={() => setReserving(true)}>{own.reserve}</Button>}>
      {items.length === 0 ? <p>{own.noCommitments}</p> : (
        <TableRoom label={own.commitments}><table className="ledger-grid">
          <thead><tr>
            <th scope="col">{own.label}</th><th scope="col">{own.fund}</th><th scope="col" className="ledger-amount">{texts.amount}</th>
            <th scope="col" className="ledger-amount">{own.paid}</th><th scope="col">{own.expiresOn}</th><th scope="col">{texts.status}</th>
          </tr></thead>
          <tbody>{items.map(item => (
            <tr key={item.id}>
              <td>{item.label}</td><td>{item.fundName}</td><td className="ledger-amount">{formatYuan(item.amountFen)}</td>
              <td className="ledger-amount">{formatYuan(item.paidFen)}</td><td>{item.expiresOn}</td>
              <td>
                <StatusTag tone={tones[item.status]}>{own.commitmentStatus[item.status]}</StatusTag> {item.endedOn}
                {item.status === 'reserved' && book.may.reserve && <Button size="small" type="link" onClick={() => setReleased(item)}>{own.release}</Button>}
              </td>
            </tr>
          ))}</tbody>
        </table></TableRoom>
      )}
      <ReasonDialog
        open={released !== undefined} title={own.releaseTitle} confirmLabel={own.release} onCancel={() => setReleased(undefined)}
        onConfirm={async reason => {
          await client.releaseCommitment({ bookId: book.id, id: released?.id ?? '', version: released?.version ?? 0, reason })
          await changed()
          setReleased(undefined)
        }}
      >
        <p>{own.releaseLead}</p>
      </ReasonDialog>
      {isReserving && <ReserveDialog bookId={book.id} funds={funds} onClose={() => setReserving(false)} />}
    </Sheet>
  )
}

type Values = { fundId: string; label: string; amount?: number | string; expiresOn?: string }

function ReserveDialog({ bookId, funds, onClose }: { bookId: string; funds: readonly ShownFund[]; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(bookWords)
  const changed = useChanged()
  const labels = { fundId: own.fund, label: own.label, amount: texts.amount, expiresOn: own.expiresOn }
  const record = useRecordForm<Values, Parameters<typeof client.reserveCommitment>[0], unknown>({
    name: 'reserve', labels, operation: client.reserveCommitment, initialValues: {}, refusalFields: { FUND_EXCEEDED: 'amount', FUND_CLOSED: 'fundId' },
    toInput: ({ fundId, label, amount, expiresOn }) => ({
      bookId, fundId, label, amount: typeof amount === 'number' ? formatYuan(amount) : amount ?? '', ...expiresOn ? { expiresOn } : {},
    }),
    onSaved: async () => { await changed(); onClose() },
  })
  const rules = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.reserve} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.reserve} onCancel={onClose}>
        <Form.Item name="fundId" label={labels.fundId} rules={rules(labels.fundId)}>
          <Select options={funds.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))} />
        </Form.Item>
        <Form.Item name="label" label={labels.label} rules={rules(labels.label)}><Input maxLength={80} /></Form.Item>
        <MoneyItem name="amount" label={labels.amount} required />
        <DateItem name="expiresOn" label={labels.expiresOn} />
      </RecordForm>
    </Modal>
  )
}
