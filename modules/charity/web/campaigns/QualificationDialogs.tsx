import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, queries, useChanged, type ShownQualification } from '../api.ts'
import { typed } from '../names.ts'
import { words } from '../words.ts'
import { qualificationWords } from './qualification-words.ts'

type NewValues = { bookId?: string; number?: string; grantedOn?: string; validUntil?: string; source?: string }

/** Takes down what a certificate says. */
export function RecordQualificationDialog({ onClose }: { onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(qualificationWords)
  const changed = useChanged()
  const books = useQuery(queries.listGivingBooks.queryOptions({ input: {} })).data?.items ?? []
  const labels = { bookId: own.book, number: own.number, grantedOn: own.grantedOn, validUntil: own.validUntil, source: own.source }
  const record = useRecordForm<NewValues, Parameters<typeof client.recordQualification>[0], unknown>({
    name: 'record-qualification', labels, operation: client.recordQualification, initialValues: {},
    toInput: ({ bookId, number = '', grantedOn = '', validUntil, source = '' }) => (
      { bookId: bookId ?? books[0]?.id ?? '', number, grantedOn, source, ...typed('validUntil', validUntil) }),
    onSaved: async () => { onClose(); await changed() },
  })
  const must = (label: string) => [{ required: true, whitespace: true, message: texts.needed(label) }]
  return (
    <Modal open title={own.record} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        {books.length > 1 && (
          <Form.Item name="bookId" label={labels.bookId} rules={must(labels.bookId)}>
            <Select options={books.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
        )}
        <Form.Item name="number" label={labels.number} rules={must(labels.number)}><Input maxLength={60} /></Form.Item>
        <DateItem name="grantedOn" label={labels.grantedOn} required max={chinaToday()} />
        <DateItem name="validUntil" label={labels.validUntil} extra={own.validUntilHint} />
        <Form.Item name="source" label={labels.source} rules={must(labels.source)} extra={own.sourceHint}><Input maxLength={120} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}

/** Takes the scanned certificate. */
export function AttachScanDialog({ held, onClose }: { held: ShownQualification; onClose: () => void }) {
  const own = useWords(qualificationWords)
  const changed = useChanged()
  return (
    <Modal open title={own.attachScanOf(held.number)} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <FileDrop
        endings={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} maxMegabytes={10} hint={own.scanHint}
        upload={file => client.attachQualificationScan({ id: held.id, file })} onUploaded={() => { onClose(); void changed() }}
      />
    </Modal>
  )
}

type EndValues = { endedOn?: string; reason?: string }

/** Says from which day on it holds no more, and why. */
export function EndQualificationDialog({ held, onClose }: { held: ShownQualification; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(qualificationWords)
  const changed = useChanged()
  const labels = { endedOn: own.endedOn, reason: texts.reason }
  const record = useRecordForm<EndValues, Parameters<typeof client.endQualification>[0], unknown>({
    name: 'end-qualification', labels, operation: client.endQualification, initialValues: { endedOn: chinaToday() },
    toInput: ({ endedOn = '', reason = '' }) => ({ id: held.id, endedOn, reason }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={own.endTitle(held.number)} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.endLead}</p>
      <RecordForm record={record} submitLabel={own.end} onCancel={onClose}>
        <DateItem name="endedOn" label={labels.endedOn} required min={held.grantedOn} />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: texts.needed(labels.reason) }]}>
          <Input.TextArea rows={2} maxLength={200} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
