import { Form, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { client, type ShownRightsRequest, useChanged } from '../api.ts'
import { FormDialog } from '../FormDialog.tsx'
import { optionsOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

type Input = Parameters<typeof client.sendRightsReply>[0]

/** When and how the written answer was handed over. */
export function SendReplyDialog({ request, onClose }: { request: ShownRightsRequest; onClose: () => void }) {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const labels = { sentOn: texts.sentOn, sentHow: texts.how }
  const changed = useChanged()
  const record = useRecordForm<Pick<Input, 'sentOn' | 'sentHow'>, Input, unknown>({
    name: 'send-reply', labels, operation: client.sendRightsReply, initialValues: { sentHow: 'in-person' },
    toInput: (values) => ({ ...values, id: request.id, version: request.version }), onSaved: async () => { await changed(); onClose() },
  })
  return (
    <FormDialog title={texts.sendTitle} onClose={onClose}>
      <RecordForm record={record} submitLabel={texts.sendSubmit} onCancel={onClose}>
        <DateItem name="sentOn" label={labels.sentOn} required {...(request.decidedOn === null ? {} : { min: request.decidedOn })} />
        <Form.Item name="sentHow" label={labels.sentHow}><Radio.Group options={optionsOf(names.sendings)} /></Form.Item>
      </RecordForm>
    </FormDialog>
  )
}
