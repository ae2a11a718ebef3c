import { Form, Input, Modal } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged, type ReadDonor } from '../api.ts'
import { words } from '../words.ts'
import { ownWords } from './words.ts'

type Values = { signInName?: string }

/** Gives a donor the account that looks at the own gifts. */
export function LinkDialog({ donor, onClose }: { donor: ReadDonor; onClose: () => void }) {
  const texts = useWords(words)
  const own = useWords(ownWords)
  const changed = useChanged()
  const record = useRecordForm<Values, Parameters<typeof client.linkDonor>[0], unknown>({
    name: 'link-donor', labels: { signInName: own.signInName }, operation: client.linkDonor, onSaved: async () => { onClose(); await changed() },
    initialValues: {},
    toInput: ({ signInName }) => ({ id: donor.id, version: donor.version, ...(signInName === undefined || signInName.trim() === '' ? {} : { signInName }) }),
  })
  return (
    <Modal open title={own.linkTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.linkLead}</p>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        <Form.Item name="signInName" label={own.signInName} extra={own.unlinkHint}><Input maxLength={40} autoComplete="off" /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
