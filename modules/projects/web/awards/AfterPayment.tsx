import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { DateField, DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Sheet } from '#platform/ui/frame/Page.tsx'
import { FileDrop } from '#platform/ui/pieces/FileDrop.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, type ReadAward, useChanged } from '../api.ts'
import { awardWords } from './words.ts'
import '../awards.css'

/** Takes the signed receipt with the day it was signed. */
export function ReceiptSheet({ award }: { award: ReadAward }) {
  const own = useWords(awardWords)
  const changed = useChanged()
  const [receivedOn, setReceivedOn] = useState<string | undefined>(chinaToday())
  return (
    <Sheet title={own.scan}>
      <p className="awards-paid-on">
        <label htmlFor="award-received-on">{own.receivedOn}</label>
        <DateField id="award-received-on" value={receivedOn} onChange={setReceivedOn} max={chinaToday()} />
      </p>
      <FileDrop
        endings={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} maxMegabytes={10} hint={own.scanHint}
        upload={file => client.attachAwardReceipt({ id: award.id, receivedOn: receivedOn ?? '', file })} onUploaded={() => void changed()}
      />
    </Sheet>
  )
}

/** Visits after the payment. */
export function VisitSheet({ award }: { award: ReadAward }) {
  const own = useWords(awardWords)
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Sheet title={own.visits} actions={award.may.visit && <Button onClick={() => setIsAdding(true)}>{own.addVisit}</Button>}>
      {award.visits.length === 0 && <p className="xh-secondary">{own.noVisits}</p>}
      <ul className="awards-rows">
        {award.visits.map(visit => <li key={visit.id}>{visit.madeOn} · {visit.madeName} · {visit.isUsedAsMeant ? own.usedAsMeant : own.notAsMeant}</li>)}
      </ul>
      {isAdding && <VisitDialog award={award} onClose={() => setIsAdding(false)} />}
    </Sheet>
  )
}

type Values = { madeOn: string; isUsedAsMeant: boolean; note: string }

function VisitDialog({ award, onClose }: { award: ReadAward; onClose: () => void }) {
  const own = useWords(awardWords)
  const changed = useChanged()
  const labels = { madeOn: own.madeOn, isUsedAsMeant: own.isUsedAsMeant, note: own.note }
  const record = useRecordForm<Values, Parameters<typeof client.recordAwardVisit>[0], unknown>({
    name: 'record-award-visit', labels, operation: client.recordAwardVisit, initialValues: { madeOn: chinaToday(), isUsedAsMeant: true },
    toInput: values => ({ id: award.id, ...values }), onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={own.addVisit} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.save} onCancel={onClose}>
        <DateItem name="madeOn" label={labels.madeOn} required />
        <Form.Item name="isUsedAsMeant" label={labels.isUsedAsMeant}><Radio.Group options={[{ value: true, label: own.yes }, { value: false,
          label: own.no }]} /></Form.Item>
        <Form.Item name="note" label={labels.note} extra={own.wordsHint} rules={[{ required: true, whitespace: true, message: own.needed(labels.note) }]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
