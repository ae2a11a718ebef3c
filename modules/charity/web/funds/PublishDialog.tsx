import { Form, Input, Modal } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ListedFund } from '../api.ts'
import { words } from '../words.ts'
import { fundWords } from './words.ts'

/** What each dialog of a fund is given. */
export type FundDialogProps = { fund: ListedFund; onClose: () => void; onDone: () => Promise<void> }

/** Shows a fund to everybody. */
export function PublishDialog({ fund, onClose, onDone }: FundDialogProps) {
  const texts = useWords(words)
  const own = useWords(fundWords)
  const record = useRecordForm<{ words: string }, Parameters<typeof client.publishFund>[0], unknown>({
    name: 'publish-fund', labels: { words: own.words }, operation: client.publishFund, onSaved: onDone, initialValues: { words: fund.words },
    toInput: values => ({ id: fund.id, words: values.words }),
  })
  return (
    <Modal open title={own.publishTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.lead}</p>
      <RecordForm record={record} submitLabel={own.publish} onCancel={onClose}>
        <Form.Item name="words" label={own.words} rules={[{ required: true, whitespace: true, message: texts.needed(own.words) }]}>
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
