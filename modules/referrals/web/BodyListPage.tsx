import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn, RecordFilter } from '#platform/ui/list/record-list.ts'
import type { BodyKind } from '../contract.ts'
import { bodyWords } from '../rules/words.ts'
import { client, queries, type ShownBody, useChanged } from './api.ts'
import { kindOptions } from './names.ts'

const filters: RecordFilter[] = [
  { key: 'kind', label: '类别', kind: 'choice', options: kindOptions },
  { key: 'closed', label: '停用', kind: 'choice', options: [{ value: 'true', label: '只看停用' }] },
]

/** The city's directory of bodies to which children are referred. */
export default function BodyListPage() {
  const { may } = useSession()
  const [editing, setEditing] = useState<ShownBody | 'new'>()
  const manages = may('outside-body.manage')
  const columns: RecordColumn<ShownBody>[] = [
    { key: 'name', title: '名称', isName: true, render: body => body.name },
    { key: 'kind', title: '类别', render: body => bodyWords[body.kind] },
    { key: 'contact', title: '联系部门', render: body => body.contact },
    { key: 'phone', title: '电话', render: body => body.phone && <a href={`tel:${body.phone}`}>{body.phone}</a> },
    { key: 'address', title: '地址', isWideOnly: true, render: body => body.address },
    ...(manages ? [{ key: 'edit', title: '操作', render: (body: ShownBody) => <Button type="link" onClick={() => setEditing(body)}>更正</Button> }] : []),
  ]
  return (
    <Page
      title="外部机构" lead="全市共用的转介对象名录：部门、医院、学校等。" back={{ to: '/referrals', label: '转介' }}
      actions={manages && <Button type="primary" onClick={() => setEditing('new')}>添加机构</Button>}
    >
      <RecordList
        caption="外部机构" queryKey={queries.listBodies.key()} load={loadBodies} columns={columns} filters={filters} searchHint="名称"
        empty={{ title: '名录里还没有机构', lead: '添加医院、学校或部门后，就可以转介给它们。' }}
      />
      {editing && <BodyDialog body={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  )
}

const loadBodies = ({ filters: wanted, after, limit, signal }: PageRequest) => (
  client.listBodies({ ...wanted, limit, ...(after === undefined ? {} : { after }) } as Parameters<typeof client.listBodies>[0], { signal }))

type Values = { version: number; kind: BodyKind; name: string; address?: string; phone?: string; contact?: string; isClosed?: boolean }
const labels = { kind: '类别', name: '全称', contact: '联系部门或岗位', phone: '办公电话', address: '地址', isClosed: '停用' }

function BodyDialog({ body, onClose }: { body: ShownBody | undefined; onClose: () => void }) {
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
    <Modal open title={body ? '更正机构' : '添加机构'} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel="保存" onCancel={onClose}>
        <Form.Item name="kind" label={labels.kind} required><Select options={kindOptions} /></Form.Item>
        <Form.Item name="name" label={labels.name} rules={[{ required: true, whitespace: true, message: '请填全称。' }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="contact" label={labels.contact}><Input maxLength={60} /></Form.Item>
        <Form.Item name="phone" label={labels.phone}><Input maxLength={30} inputMode="tel" /></Form.Item>
        <Form.Item name="address" label={labels.address}><Input maxLength={120} /></Form.Item>
        {body && <Form.Item name="isClosed" valuePropName="checked"><Checkbox>停用（不再转介到这里）</Checkbox></Form.Item>}
      </RecordForm>
    </Modal>
  )
}
