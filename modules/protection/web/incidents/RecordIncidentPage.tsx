import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Radio } from 'antd'
import { CheckboxGroup } from '#platform/ui/form/CheckboxGroup.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { WholeNumberItem } from '#platform/ui/form/WholeNumberItem.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, useChanged } from '../api.ts'
import { ChildrenField } from './ChildrenField.tsx'
import { optionsOf } from '../names.ts'
import { actWords } from '../words/act-words.ts'
import { nameWords } from '../words/name-words.ts'

type Values = Omit<Parameters<typeof client.recordIncident>[0], 'unitId'>

/** Writes down what went wrong; who must be told and until when follows from the time of finding. */
export default function RecordIncidentPage() {
  const texts = useWords(actWords)
  const names = useWords(nameWords)
  const labels = {
    kind: texts.kind, title: texts.what, foundAt: texts.foundAt, fields: texts.whichFields, childrenCount: texts.howMany, childIds: texts.whichChildren,
    cause: texts.cause,
  }
  const changed = useChanged()
  const navigate = useNavigate()
  const record = useRecordForm<Values, Parameters<typeof client.recordIncident>[0], { id: string }>({
    name: 'incident', labels, operation: client.recordIncident, initialValues: { kind: 'leak', childrenCount: 1 }, toInput: (values) => values,
    onSaved: async ({ id }) => { await changed(); await navigate({ to: `/incidents/${id}` }) },
  })
  return (
    <Page title={texts.recordTitle} width="text" back={{ to: '/incidents', label: texts.incidents }} lead={texts.recordLead}>
      <Sheet>
        <RecordForm record={record} submitLabel={texts.recordIncident}>
          <Form.Item name="kind" label={labels.kind}><Radio.Group options={optionsOf(names.incidentKinds)} /></Form.Item>
          <Form.Item name="title" label={labels.title} rules={[{ required: true, message: texts.whatNeeded }]}><Input maxLength={100} /></Form.Item>
          <Form.Item name="foundAt" label={labels.foundAt} rules={[{ required: true, message: texts.foundNeeded }]}><Input type="datetime-local" /></Form.Item>
          <Form.Item name="fields" label={labels.fields} rules={[{ required: true, message: texts.fieldNeeded }]}>
            <CheckboxGroup options={optionsOf(names.fields)} />
          </Form.Item>
          <WholeNumberItem name="childrenCount" label={labels.childrenCount} min={0} max={1_000_000} required suffix={texts.person} />
          <Form.Item name="childIds" label={labels.childIds} extra={texts.childrenExtra}><ChildrenField /></Form.Item>
          <Form.Item name="cause" label={labels.cause} rules={[{ required: true, message: texts.causeNeeded }]}>
            <Input.TextArea rows={5} maxLength={1000} showCount />
          </Form.Item>
        </RecordForm>
      </Sheet>
    </Page>
  )
}
