import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { client, type ReadNeed, useChanged } from '../api.ts'
import { needWords, words } from '../words.ts'

type Act = 'approve' | 'decline' | 'withdraw' | 'close'

/** The steps open to this person now; the server says which, by the rules that would refuse the others. */
export function NeedActs({ need }: { need: ReadNeed }) {
  const texts = useWords(words)
  const own = useWords(needWords)
  const [act, setAct] = useState<Act>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const done = async () => { close(); await changed() }
  const { may, id, version } = need
  const offer = { case: need.caseId, need: need.id, kind: need.kind }
  return (
    <>
      {may.withdraw && <Button danger onClick={() => setAct('withdraw')}>{own.withdraw}</Button>}
      {may.decide && <Button onClick={() => setAct('decline')}>{own.decline}</Button>}
      {may.decide && <Button type="primary" onClick={() => setAct('approve')}>{own.decide}</Button>}
      {may.offer && <Link to="/aid-acts/new" search={offer as never}><Button type="primary">{texts.offerAid}</Button></Link>}
      {may.close && <Button type="primary" onClick={() => setAct('close')}>{own.close}</Button>}
      <ConfirmDialog
        open={act === 'approve'} title={own.approveTitle} confirmLabel={own.decide} onCancel={close}
        onConfirm={async () => { await client.decideNeed({ id, version, approved: true, answer: '' }); await done() }}
      >
        <p>{own.approveLead}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={act === 'decline'} title={own.declineTitle} confirmLabel={own.decline} onCancel={close} presets={own.declinePresets}
        onConfirm={async answer => { await client.decideNeed({ id, version, approved: false, answer }); await done() }}
      >
        <p>{own.declineLead}</p>
      </ReasonDialog>
      <ReasonDialog
        open={act === 'withdraw'} title={own.withdrawTitle} confirmLabel={own.withdraw} isDangerous onCancel={close} presets={own.withdrawPresets}
        onConfirm={async answer => { await client.withdrawNeed({ id, version, answer }); await done() }}
      >
        <p>{own.withdrawLead}</p>
      </ReasonDialog>
      {act === 'close' && <CloseDialog need={need} onClose={close} onDone={done} />}
    </>
  )
}

function CloseDialog({ need, onClose, onDone }: { need: ReadNeed; onClose: () => void; onDone: () => Promise<void> }) {
  const own = useWords(needWords)
  const record = useRecordForm<{ answer?: string }, Parameters<typeof client.closeNeed>[0], unknown>({
    name: 'close-need', labels: { answer: own.closeNote }, operation: client.closeNeed, initialValues: {}, onSaved: onDone,
    toInput: ({ answer = '' }) => ({ id: need.id, version: need.version, answer }),
  })
  return (
    <Modal open title={own.closeTitle} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.close} onCancel={onClose}>
        <Form.Item name="answer" label={own.closeNote} extra={own.whatHint}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
      </RecordForm>
    </Modal>
  )
}
