import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Page } from '#platform/ui/frame/Page.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ConfirmDialog } from '#platform/ui/pieces/dialogs.tsx'
import { childLabelOf } from '../rules/words.ts'
import { client, momentOf, otherQueries, queries, type ShownNoGo, useChanged } from './api.ts'

/** Pairs that must not be made: written down with a reason, left out of every round, taken off again when the reason is gone. */
export default function NoGoListPage() {
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<ShownNoGo>()
  const changed = useChanged()
  const remove = async (row: ShownNoGo) => {
    await client.removeNoGoPair({ id: row.id })
    setRemoving(undefined)
    await changed()
  }
  return (
    <Page
      title="不宜结对名单" lead="名单上的志愿者和孩子不会被推荐结对。" back={{ to: '/matching', label: '结对推荐' }}
      actions={<Button type="primary" onClick={() => setAdding(true)}>登记不宜结对</Button>}
    >
      <RecordList<ShownNoGo>
        caption="不宜结对名单" queryKey={queries.listNoGoPairs.key()} load={load} columns={columnsOf(setRemoving)} searchHint="志愿者姓名"
        empty={{ title: '名单是空的', lead: '家人提出回避、曾有矛盾等情况，请登记在这里。' }}
      />
      {adding && <NoGoDialog onClose={() => setAdding(false)} />}
      <ConfirmDialog
        open={removing !== undefined} title="从名单移出？" confirmLabel="移出" onCancel={() => setRemoving(undefined)}
        onConfirm={() => (removing === undefined ? Promise.resolve() : remove(removing))}
      >
        <p>移出后，{removing?.volunteerName}与{removing?.childLabel}今后可能被推荐结对。</p>
      </ConfirmDialog>
    </Page>
  )
}

const columnsOf = (onRemove: (row: ShownNoGo) => void): RecordColumn<ShownNoGo>[] => [
  { key: 'child', title: '孩子', isName: true, render: row => row.childLabel },
  { key: 'volunteer', title: '志愿者', render: row => row.volunteerName },
  { key: 'reason', title: '原因', render: row => row.reason },
  { key: 'by', title: '登记', isWideOnly: true, render: row => `${row.setName} ${momentOf(row.setAt)}` },
  { key: 'acts', title: '操作', render: row => <Button size="small" onClick={() => onRemove(row)}>移出</Button> },
]

type Values = { childId: string; volunteerId: string; reason: string }
const labels = { childId: '孩子', volunteerId: '志愿者', reason: '原因' }

function NoGoDialog({ onClose }: { onClose: () => void }) {
  const changed = useChanged()
  const record = useRecordForm<Values, Values, unknown>({
    name: 'no-go-pair', labels, operation: client.addNoGoPair, initialValues: {}, toInput: values => values, refusalFields: { NO_GO_KNOWN: 'volunteerId' },
    onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title="登记不宜结对" footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel="登记" onCancel={onClose}>
        <ChildItem />
        <VolunteerItem />
        <Form.Item name="reason" label={labels.reason} extra="请不要写孩子的姓名。" rules={[{ required: true, whitespace: true, message: '请写明原因。' }]}>
          <Input maxLength={200} placeholder="如：家人提出回避" />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}

function ChildItem() {
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...otherQueries.children.searchChildren.queryOptions({ input: { q, limit: 20 } }), enabled: q !== '', gcTime: 0 })
  const options = (data?.items ?? []).map(child => ({ value: child.id, label: `${childLabelOf(child)}（${child.unitName}）` }))
  return (
    <Form.Item name="childId" label={labels.childId} rules={[{ required: true, message: '请选择孩子。' }]}>
      <Select
        showSearch={{ filterOption: false, onSearch: text => setQ(text.trim()) }} options={options} placeholder="孩子姓名、拼音或首字母"
        notFoundContent={q === '' ? '请输入后查找' : '没有找到'}
      />
    </Form.Item>
  )
}

function VolunteerItem() {
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...otherQueries.volunteers.listVolunteers.queryOptions({ input: { q, limit: 20 } }), enabled: q !== '' })
  const options = (data?.items ?? []).map(({ id, name, unitName }) => ({ value: id, label: `${name}（${unitName}）` }))
  return (
    <Form.Item name="volunteerId" label={labels.volunteerId} rules={[{ required: true, message: '请选择志愿者。' }]}>
      <Select
        showSearch={{ filterOption: false, onSearch: text => setQ(text.trim()) }} options={options} placeholder="志愿者姓名、拼音"
        notFoundContent={q === '' ? '请输入后查找' : '没有找到'}
      />
    </Form.Item>
  )
}

const load = ({ filters, after, limit, signal }: PageRequest) =>
  client.listNoGoPairs({ ...filters, limit, ...(after === undefined ? {} : { after }) }, { signal })
