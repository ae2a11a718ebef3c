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
import { useWords } from '#platform/ui/words.ts'
import { client, queries, type ShownDesignee, useChanged } from './api.ts'
import { PersonSelect } from './PersonSelect.tsx'
import { words } from './words.ts'

/** People whom units named to receive reports beside the officers. */
export default function DesigneeListPage() {
  const texts = useWords(words)
  const [naming, setNaming] = useState(false)
  const [ending, setEnding] = useState<ShownDesignee>()
  const changed = useChanged()
  const columns: RecordColumn<ShownDesignee>[] = [
    { key: 'person', title: texts.person, isName: true, render: designee => designee.personName },
    { key: 'unit', title: texts.unitAndBelow, render: designee => designee.unitName },
    { key: 'from', title: texts.period, render: designee => texts.periodOf(designee.fromOn, designee.untilOn) },
    { key: 'by', title: texts.namedBy, isWideOnly: true, render: designee => designee.namedName },
    {
      key: 'end', title: texts.acts,
      render: designee => (
        designee.untilOn === null && <p><Button type="link" size="small" onClick={() => setEnding(designee)}>{texts.endDesignee}</Button></p>),
    },
  ]
  return (
    <Page
      title={texts.designees} lead={texts.designeesLead} back={{ to: '/safeguarding/reports', label: texts.reports }}
      actions={<Button type="primary" onClick={() => setNaming(true)}>{texts.assign}</Button>}
    >
      <RecordList
        caption={texts.designees} queryKey={queries.listDesignees.key()} load={loadDesignees} columns={columns}
        empty={{ title: texts.noDesignees, lead: texts.noDesigneesLead }}
      />
      {naming && <AssignDialog onClose={() => setNaming(false)} />}
      <ReasonDialog
        open={ending !== undefined} title={texts.endDesigneeTitle(ending?.personName ?? '')} confirmLabel={texts.endDesignee}
        onCancel={() => setEnding(undefined)} presets={texts.designeePresets}
        onConfirm={async reason => {
          if (ending) await client.endDesignee({ id: ending.id, version: ending.version, reason })
          setEnding(undefined)
          await changed()
        }}
      >
        <p>{texts.endDesigneeLead}</p>
      </ReasonDialog>
    </Page>
  )
}

const loadDesignees = ({ after, limit, signal }: PageRequest) => client.listDesignees({ limit, ...(after === undefined ? {} : { after }) }, { signal })

type Values = { unitId: string; accountId: string }

function AssignDialog({ onClose }: { onClose: () => void }) {
  const texts = useWords(words)
  const labels = { unitId: texts.whichUnit, accountId: texts.person }
  const changed = useChanged()
  const { unit } = useSession()
  const record = useRecordForm<Values, Values, unknown>({
    name: 'assign-designee', labels, operation: client.assignDesignee, initialValues: { unitId: unit.id }, toInput: values => values,
    refusalFields: { READER_UNFIT: 'accountId', DESIGNEE_KNOWN: 'accountId' }, onSaved: async () => { onClose(); await changed() },
  })
  return (
    <Modal open title={texts.designees} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={560}>
      <RecordForm record={record} submitLabel={texts.assignShort} onCancel={onClose}>
        <Form.Item name="unitId" label={labels.unitId} rules={[{ required: true, message: texts.unitNeeded }]}>
          <UnitTreePicker loaders={unitLoaders} allowClear={false} />
        </Form.Item>
        <Form.Item name="accountId" label={labels.accountId} rules={[{ required: true, message: texts.personNeeded }]}><PersonSelect /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
