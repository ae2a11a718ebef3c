import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { TableRoom } from '../TableRoom.tsx'
import { client, queries, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { bookWords } from './words.ts'

type Candidate = { accountId: string; personName: string }

/** To whom from outside the books are open, and the ways to open and close them. */
export function AuditorSheet({ bookId }: { bookId: string }) {
  const own = useWords(bookWords)
  const texts = useWords(words)
  const changed = useChanged()
  const [isGranting, setGranting] = useState(false)
  const [revoked, setRevoked] = useState<string>()
  const asked = useQuery(queries.listAuditors.queryOptions({ input: { bookId } }))
  const { items, candidates } = asked.data ?? { items: [], candidates: [] }
  return (
    <Sheet title={own.auditors} actions={candidates.length > 0 && <Button onClick={() => setGranting(true)}>{own.grant}</Button>}>
      <p>{candidates.length > 0 ? own.auditorsLead : own.noCandidates}</p>
      {items.length > 0 && (
        <TableRoom label={own.auditors}><table className="ledger-grid">
          <thead><tr>{[own.person, own.untilOn, own.grantReason, texts.status].map(head => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{items.map(item => (
            <tr key={item.id}>
              <td>{item.personName}</td><td>{item.untilOn}</td><td>{item.reason}</td>
              <td>{item.isRevoked ? own.revoked : <Button size="small" onClick={() => setRevoked(item.id)}>{own.revoke}</Button>}</td>
            </tr>
          ))}</tbody>
        </table></TableRoom>
      )}
      <ConfirmDialog
        open={revoked !== undefined} title={own.revokeTitle} confirmLabel={own.revoke} isDangerous onCancel={() => setRevoked(undefined)}
        onConfirm={async () => { await client.revokeAuditor({ bookId, id: revoked ?? '' }); await changed(); setRevoked(undefined) }}
      >
        <p>{own.revokeLead}</p>
      </ConfirmDialog>
      {isGranting && <GrantDialog bookId={bookId} candidates={candidates} onClose={() => setGranting(false)} />}
    </Sheet>
  )
}

function GrantDialog({ bookId, candidates, onClose }: { bookId: string; candidates: readonly Candidate[]; onClose: () => void }) {
  const own = useWords(bookWords)
  const texts = useWords(words)
  const changed = useChanged()
  const labels = { accountId: own.person, untilOn: own.untilOn, reason: own.grantReason }
  const record = useRecordForm<{ accountId: string; untilOn: string; reason: string }, Parameters<typeof client.grantAuditor>[0], unknown>({
    name: 'grant-auditor', labels, operation: client.grantAuditor, initialValues: {}, refusalFields: { GRANT_TOO_LONG: 'untilOn', NOT_AN_AUDITOR: 'accountId' },
    toInput: values => ({ bookId, ...values }), onSaved: async () => { await changed(); onClose() },
  })
  const rules = (label: string) => [{ required: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.grant} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.grant} onCancel={onClose}>
        <Form.Item name="accountId" label={labels.accountId} rules={rules(labels.accountId)}>
          <Select options={candidates.map(({ accountId, personName }) => ({ value: accountId, label: personName }))} />
        </Form.Item>
        <DateItem name="untilOn" label={labels.untilOn} required />
        <Form.Item name="reason" label={labels.reason} rules={rules(labels.reason)}><Input maxLength={200} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
