import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import { useWords } from '#platform/ui/words.ts'
import { bodyKinds } from '../contract.ts'
import type { BodyKind } from '../contract.ts'
import { client, queries, type ShownBody, useChanged } from './api.ts'
import { directoryWords } from './draft-words.ts'
import { words } from './words.ts'

/** The city's directory of bodies to which children are referred. */
export default function BodyListPage() {
  const texts = useWords(directoryWords)
  const { bodyWords, referrals } = useWords(words)
  const filters: RecordFilter[] = [
    { key: 'kind', label: texts.kind, kind: 'choice', options: useKindOptions() },
    { key: 'closed', label: texts.closed, kind: 'choice', options: [{ value: 'true', label: texts.onlyClosed }] },
  ]
  const { may } = useSession()
  const [editing, setEditing] = useState<ShownBody | 'new'>()
  const manages = may('outside-body.manage')
  const columns: RecordColumn<ShownBody>[] = [
    { key: 'name', title: texts.name, isName: true, render: body => body.name },
    { key: 'kind', title: texts.kind, render: body => bodyWords[body.kind] },
    { key: 'contact', title: texts.contact, render: body => body.contact },
    { key: 'phone', title: texts.phone, render: body => body.phone && <a href={`tel:${body.phone}`}>{body.phone}</a> },
    { key: 'address', title: texts.address, isWideOnly: true, render: body => body.address },
    ...(manages ? [{
      key: 'edit', title: texts.acts,
      render: (body: ShownBody) => <p><Button type="link" size="small" onClick={() => setEditing(body)}>{texts.correct}</Button></p>,
    }] : []),
  ]
  return (
    <Page
      title={texts.bodies} lead={texts.lead} back={{ to: '/referrals', label: referrals }}
      actions={manages && <Button type="primary" onClick={() => setEditing('new')}>{texts.add}</Button>}
    >
      <RecordList
        caption={texts.bodies} queryKey={queries.listBodies.key()} load={loadBodies} columns={columns} filters={filters} searchHint={texts.name}
        empty={{ title: texts.emptyTitle, lead: texts.emptyLead }}
      />
      {editing && <BodyDialog body={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  )
}

const loadBodies = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listBodies({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listBodies>[0], { signal }))

type Values = { version: number; kind: BodyKind; name: string; address?: string; phone?: string; contact?: string; isClosed?: boolean }

const bodyLabels = (texts: (typeof directoryWords)['en']) => ({
  kind: texts.kind, name: texts.fullName, contact: texts.contactLong, phone: texts.officePhone, address: texts.address, isClosed: texts.closed,
})

function useKindOptions() {
  const { bodyWords } = useWords(words)
  return bodyKinds.map(value => ({ value, label: bodyWords[value] }))
}

function BodyDialog({ body, onClose }: { body: ShownBody | undefined; onClose: () => void }) {
  const texts = useWords(directoryWords)
  const { save } = useWords()
  const kindOptions = useKindOptions()
  const labels = bodyLabels(texts)
  const changed = useChanged()
  const record = useRecordForm<Values, Values, unknown>({
    name: 'outside-body', labels, operation: ({ version, isClosed = false, ...values }, options) => (
      body ? client.updateBody({ id: body.id, version, isClosed, ...values }, options) : client.addBody(values, options)),
    initialValues: body ? { ...body, isClosed: body.closedOn !== null } : { version: 1, kind: 'hospital' },
    toInput: ({ version, kind, name, address = '', phone = '', contact = '', isClosed = false }) => (
      { version, kind, name, address, phone, contact, isClosed }),
    refusalFields: { BODY_KNOWN: 'name' }, onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={body ? texts.correctBody : texts.add} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel={save} onCancel={onClose}>
        <Form.Item name="kind" label={labels.kind} required><Select options={kindOptions} /></Form.Item>
        <Form.Item name="name" label={labels.name} rules={[{ required: true, whitespace: true, message: texts.nameNeeded }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="contact" label={labels.contact}><Input maxLength={60} /></Form.Item>
        <Form.Item name="phone" label={labels.phone}><Input maxLength={30} inputMode="tel" /></Form.Item>
        <Form.Item name="address" label={labels.address}><Input maxLength={120} /></Form.Item>
        {body && <Form.Item name="isClosed" valuePropName="checked"><Checkbox>{texts.closedLong}</Checkbox></Form.Item>}
      </RecordForm>
    </Modal>
  )
}
