import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadAgreement, useChanged } from '../api.ts'
import { words } from '../words.ts'
import { agreementWords } from './words.ts'

/** The steps open to this person now. */
export function AgreementActs({ agreement }: { agreement: ReadAgreement }) {
  const own = useWords(agreementWords)
  const [isEnding, setIsEnding] = useState(false)
  const changed = useChanged()
  const { may, id } = agreement
  return (
    <>
      {may.end && <Button danger onClick={() => setIsEnding(true)}>{own.end}</Button>}
      {may.update && <Link to="/donation-agreements/record" search={{ agreement: id } as never}><Button>{own.edit}</Button></Link>}
      {may.print && <Button href={`/api/donation-agreement.docx?id=${id}`}>{own.print}</Button>}
      {isEnding && <EndDialog agreement={agreement} onClose={() => setIsEnding(false)} onDone={async () => { setIsEnding(false); await changed() }} />}
    </>
  )
}

type Props = { agreement: ReadAgreement; onClose: () => void; onDone: () => Promise<void> }

function EndDialog({ agreement: { id, version }, onClose, onDone }: Props) {
  const texts = useWords(words)
  const own = useWords(agreementWords)
  const record = useRecordForm<{ reason: string }, Parameters<typeof client.endAgreement>[0], unknown>({
    name: 'end-agreement', labels: { reason: own.endReason }, operation: client.endAgreement, onSaved: onDone, initialValues: {},
    toInput: ({ reason }) => ({ id, version, reason }),
  })
  return (
    <Modal open title={own.endTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.endLead}</p>
      <RecordForm record={record} submitLabel={own.end} onCancel={onClose}>
        <Form.Item name="reason" label={own.endReason} rules={[{ required: true, whitespace: true, message: texts.needed(own.endReason) }]}>
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
