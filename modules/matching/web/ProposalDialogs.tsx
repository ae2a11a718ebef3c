import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { chinaToday, client, otherQueries, type ShownProposal, useChanged } from './api.ts'

/** What somebody is about to do with a proposed pair. */
export type Act = { kind: 'accept' | 'change' | 'reject' | 'no-go'; row: ShownProposal }

/** The four things that can be done with a proposed pair. */
export function ProposalActs({ row, onAct }: { row: ShownProposal; onAct: (act: Act) => void }) {
  return (
    <span className="xh-actions">
      <Button size="small" type="primary" onClick={() => onAct({ kind: 'accept', row })}>采纳</Button>
      <Button size="small" onClick={() => onAct({ kind: 'change', row })}>改选</Button>
      <Button size="small" onClick={() => onAct({ kind: 'reject', row })}>不采纳</Button>
      <Button size="small" onClick={() => onAct({ kind: 'no-go', row })}>不宜结对</Button>
    </span>
  )
}

/** The dialog of what was chosen. */
export function ProposalDialog({ act: { kind, row }, onClose }: { act: Act; onClose: () => void }) {
  const changed = useChanged()
  const done = async () => { onClose(); await changed() }
  if (kind === 'accept' || kind === 'change') return <AcceptDialog row={row} isChanging={kind === 'change'} onClose={onClose} onDone={done} />
  const reject = async (reason: string) => {
    if (kind === 'no-go') await client.addNoGoPair({ childId: row.childId, volunteerId: row.volunteerId, reason })
    await client.rejectProposal({ id: row.id, version: row.version, reason })
    await done()
  }
  return (
    <ReasonDialog
      open title={kind === 'reject' ? '不采纳这条推荐' : '今后也不要推荐这一对'} confirmLabel={kind === 'reject' ? '不采纳' : '列入不宜结对名单'}
      presets={kind === 'reject' ? ['家人希望再等等', '志愿者近期不便', '另有安排'] : ['家人提出回避', '曾有矛盾', '志愿者提出回避']} onConfirm={reject} onCancel={onClose}
    >
      <p>{row.childLabel}与{row.volunteerName}。请不要写孩子的姓名。</p>
    </ReasonDialog>
  )
}

type Values = { fromOn: string; volunteerId?: string; reason?: string }
const labels = { fromOn: '从哪天起', volunteerId: '改选为', reason: '改选原因' }

function AcceptDialog({ row, isChanging, onClose, onDone }: { row: ShownProposal; isChanging: boolean; onClose: () => void; onDone: () => Promise<void> }) {
  const record = useRecordForm<Values, Parameters<typeof client.acceptProposal>[0], unknown>({
    name: 'accept-proposal', labels, operation: client.acceptProposal, initialValues: { fromOn: chinaToday() },
    toInput: values => ({ ...values, id: row.id, version: row.version }),
    refusalFields: { REASON_NEEDED: 'reason' }, onSaved: onDone,
  })
  return (
    <Modal open title={isChanging ? '改选志愿者并结对' : '采纳推荐并结对'} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <p>{row.childLabel}（{row.unitName}）{isChanging ? `，原推荐${row.volunteerName}` : `与${row.volunteerName}（${row.volunteerUnitName}）结对`}。</p>
      <RecordForm record={record} submitLabel="结对" onCancel={onClose}>
        <DateItem name="fromOn" label={labels.fromOn} required />
        {isChanging && (
          <>
            <OtherVolunteer caseId={row.caseId} />
            <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: '请写明改选的原因。' }]}>
              <Input maxLength={200} placeholder="如：与家人相熟" />
            </Form.Item>
          </>
        )}
      </RecordForm>
    </Modal>
  )
}

function OtherVolunteer({ caseId }: { caseId: string }) {
  const [q, setQ] = useState('')
  const fromOn = Form.useWatch<string | undefined>('fromOn')
  const { data, isFetching } = useQuery({
    ...otherQueries.care.listPairingCandidates.queryOptions({ input: { id: caseId, limit: 50, ...(q ? { q } : {}), ...(fromOn ? { fromOn } : {}) } }),
    placeholderData: before => before,
  })
  const options = (data?.items ?? []).map(({ id, name, unitName, load, capacity, obstacle }) => ({
    value: id, disabled: obstacle !== null, label: `${name}（${unitName}）已结对${load}名，可结对${capacity}名${obstacle === null ? '' : `；${obstacle}`}`,
  }))
  return (
    <Form.Item name="volunteerId" label={labels.volunteerId} rules={[{ required: true, message: '请选择一位志愿者。' }]}>
      <Select showSearch={{ filterOption: false, onSearch: text => setQ(text.trim()) }} loading={isFetching} options={options} placeholder="按姓名找志愿者" />
    </Form.Item>
  )
}
