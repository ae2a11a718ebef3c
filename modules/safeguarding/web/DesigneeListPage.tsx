import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { unitLoaders } from '#modules/organization/web/index.ts'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { Page } from '#platform/ui/frame/Page.tsx'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { RecordList } from '#platform/ui/list/RecordList.tsx'
import type { PageRequest, RecordColumn } from '#platform/ui/list/record-list.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { UnitTreePicker } from '#platform/ui/tree/UnitTreePicker.tsx'
import { client, queries, type ShownDesignee, useChanged } from './api.ts'
import { PersonSelect } from './PersonSelect.tsx'

/** People whom units named to receive reports beside the officers. */
export default function DesigneeListPage() {
  const [naming, setNaming] = useState(false)
  const [ending, setEnding] = useState<ShownDesignee>()
  const changed = useChanged()
  const columns: RecordColumn<ShownDesignee>[] = [
    { key: 'person', title: '人员', isName: true, render: designee => designee.personName },
    { key: 'unit', title: '负责单位（含下级）', render: designee => designee.unitName },
    { key: 'from', title: '期间', render: designee => `${designee.fromOn} 起${designee.untilOn ? `，至 ${designee.untilOn}` : ''}` },
    { key: 'by', title: '指定人', isWideOnly: true, render: designee => designee.namedName },
    { key: 'end', title: '操作', render: designee => designee.untilOn === null && <Button type="link" onClick={() => setEnding(designee)}>不再指定</Button> },
  ]
  return (
    <Page
      title="指定保护人员" lead="未成年人信息负责人之外，可以接收强制报告的人。从指定之后的报告起生效。" back={{ to: '/safeguarding/reports', label: '强制报告处置' }}
      actions={<Button type="primary" onClick={() => setNaming(true)}>指定人员</Button>}
    >
      <RecordList
        caption="指定保护人员" queryKey={queries.listDesignees.key()} load={loadDesignees} columns={columns}
        empty={{ title: '还没有指定人员', lead: '现在只有未成年人信息负责人能收到报告。' }}
      />
      {naming && <AssignDialog onClose={() => setNaming(false)} />}
      <ReasonDialog
        open={ending !== undefined} title={`不再指定${ending?.personName ?? ''}？`} confirmLabel="不再指定" onCancel={() => setEnding(undefined)} presets={['岗位调整']}
        onConfirm={async reason => {
          if (ending) await client.endDesignee({ id: ending.id, version: ending.version, reason })
          setEnding(undefined)
          await changed()
        }}
      >
        <p>明天起的报告不再送给这个人；以前收到的仍可查看，需要时到报告里逐份取消。</p>
      </ReasonDialog>
    </Page>
  )
}

const loadDesignees = ({ after, limit, signal }: PageRequest) => client.listDesignees({ limit, ...(after === undefined ? {} : { after }) }, { signal })

type Values = { unitId: string; accountId: string }
const labels = { unitId: '负责哪个单位', accountId: '人员' }

function AssignDialog({ onClose }: { onClose: () => void }) {
  const changed = useChanged()
  const { unit } = useSession()
  const record = useRecordForm<Values, Values, unknown>({
    name: 'assign-designee', labels, operation: client.assignDesignee, initialValues: { unitId: unit.id }, toInput: values => values,
    refusalFields: { READER_UNFIT: 'accountId', DESIGNEE_KNOWN: 'accountId' }, onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title="指定保护人员" footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={560}>
      <RecordForm record={record} submitLabel="指定" onCancel={onClose}>
        <Form.Item name="unitId" label={labels.unitId} rules={[{ required: true, message: '请选择单位。' }]}>
          <UnitTreePicker loaders={unitLoaders} allowClear={false} />
        </Form.Item>
        <Form.Item name="accountId" label={labels.accountId} rules={[{ required: true, message: '请选择人员。' }]}><PersonSelect /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
