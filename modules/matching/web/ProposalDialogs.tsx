import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, otherQueries, type ShownProposal, useChanged } from './api.ts'
import { proposalWords } from './proposal-words.ts'

/** What somebody is about to do with a proposed pair. */
export type Act = { kind: 'accept' | 'change' | 'reject' | 'no-go'; row: ShownProposal }

/** The four things that can be done with a proposed pair. */
export function ProposalActs({ row, onAct }: { row: ShownProposal; onAct: (act: Act) => void }) {
  const texts = useWords(proposalWords)
  return (
    <span className="xh-actions">
      <Button size="small" type="primary" onClick={() => onAct({ kind: 'accept', row })}>{texts.accept}</Button>
      <Button size="small" onClick={() => onAct({ kind: 'change', row })}>{texts.change}</Button>
      <Button size="small" onClick={() => onAct({ kind: 'reject', row })}>{texts.reject}</Button>
      <Button size="small" onClick={() => onAct({ kind: 'no-go', row })}>{texts.noGo}</Button>
    </span>
  )
}

/** The dialog of what was chosen. */
export function ProposalDialog({ act: { kind, row }, onClose }: { act: Act; onClose: () => void }) {
  const texts = useWords(proposalWords)
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
      open title={kind === 'reject' ? texts.rejectTitle : texts.noGoTitle} confirmLabel={kind === 'reject' ? texts.reject : texts.noGoConfirm}
      presets={kind === 'reject' ? texts.rejectPresets : texts.noGoPresets} onConfirm={reject} onCancel={onClose}
    >
      <p>{texts.pairOf(row.childLabel, row.volunteerName)}</p>
    </ReasonDialog>
  )
}

type Values = { fromOn: string; volunteerId?: string; reason?: string }

function AcceptDialog({ row, isChanging, onClose, onDone }: { row: ShownProposal; isChanging: boolean; onClose: () => void; onDone: () => Promise<void> }) {
  const texts = useWords(proposalWords)
  const labels = { fromOn: texts.fromOn, volunteerId: texts.changeTo, reason: texts.changeReason }
  const { childLabel, unitName, volunteerName, volunteerUnitName } = row
  const record = useRecordForm<Values, Parameters<typeof client.acceptProposal>[0], unknown>({
    name: 'accept-proposal', labels, operation: client.acceptProposal, initialValues: { fromOn: chinaToday() },
    toInput: values => ({ ...values, id: row.id, version: row.version }),
    refusalFields: { REASON_NEEDED: 'reason' }, onSaved: onDone,
  })
  return (
    <Modal open title={isChanging ? texts.changeTitle : texts.acceptTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}
      width={640}>
      <p>{isChanging ? texts.changeOf(childLabel, unitName, volunteerName) : texts.acceptOf(childLabel, unitName, volunteerName, volunteerUnitName)}</p>
      <RecordForm record={record} submitLabel={texts.pair} onCancel={onClose}>
        <DateItem name="fromOn" label={labels.fromOn} required />
        {isChanging && (
          <>
            <OtherVolunteer caseId={row.caseId} />
            <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: texts.changeReasonNeeded }]}>
              <Input maxLength={200} placeholder={texts.changeReasonHint} />
            </Form.Item>
          </>
        )}
      </RecordForm>
    </Modal>
  )
}

function OtherVolunteer({ caseId }: { caseId: string }) {
  const texts = useWords(proposalWords)
  const [q, setQ] = useState('')
  const fromOn = Form.useWatch<string | undefined>('fromOn')
  const { data, isFetching } = useQuery({
    ...otherQueries.care.listPairingCandidates.queryOptions({ input: { id: caseId, limit: 50, ...(q ? { q } : {}), ...(fromOn ? { fromOn } : {}) } }),
    placeholderData: before => before,
  })
  const options = (data?.items ?? []).map(({ id, name, unitName, load, capacity, obstacle }) => ({
    value: id, disabled: obstacle !== null, label: texts.candidate(name, unitName, load, capacity, obstacle),
  }))
  return (
    <Form.Item name="volunteerId" label={texts.changeTo} rules={[{ required: true, message: texts.chooseVolunteer }]}>
      <Select showSearch={{ filterOption: false, onSearch: text => setQ(text.trim()) }} loading={isFetching} options={options}
        placeholder={texts.findVolunteer} />
    </Form.Item>
  )
}
