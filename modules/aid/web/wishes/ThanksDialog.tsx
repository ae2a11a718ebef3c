import { Form, Input, Modal } from 'antd'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadWish } from '../api.ts'
import { needWords, words } from '../words.ts'
import { wishWords } from './words.ts'

/** Words of thanks, published after another person has read them. */
export function ThanksDialog({ wish, onClose, onDone }: { wish: ReadWish; onClose: () => void; onDone: () => Promise<void> }) {
  const texts = useWords(words)
  const own = useWords(wishWords)
  const { needed } = useWords(needWords)
  const record = useRecordForm<{ thanks: string }, Parameters<typeof client.thankForWish>[0], unknown>({
    name: 'thank-for-wish', labels: { thanks: own.thanks }, operation: client.thankForWish, initialValues: { thanks: wish.thanks ?? '' }, onSaved: onDone,
    toInput: ({ thanks }) => ({ id: wish.id, version: wish.version, thanks }),
  })
  return (
    <Modal open title={own.thank} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={texts.save} onCancel={onClose}>
        <Form.Item name="thanks" label={own.thanks} extra={own.thanksHint} rules={[{ required: true, whitespace: true, message: needed(own.thanks) }]}>
          <Input.TextArea rows={3} maxLength={300} showCount />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
