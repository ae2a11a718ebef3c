import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ConfirmDialog, ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { cleanText } from '#platform/values/text.ts'
import { childQueries, client, type ReadReferral, useChanged } from './api.ts'
import { words } from './words.ts'

type Act = 'send' | 'approve' | 'reject-override' | 'revoke' | 'accept' | 'reject' | 'finish'

/** The acts open to this person now; the server says which, by the rules that would refuse the others. */
export function ReferralActs({ referral }: { referral: ReadReferral }) {
  const texts = useWords(words)
  const [act, setAct] = useState<Act>()
  const changed = useChanged()
  const close = () => setAct(undefined)
  const done = async () => { close(); await changed() }
  const { may, id, version } = referral
  // An outside body does not act here: the sender enters what it said.
  const said = referral.bodyKind ? { accept: texts.theyAccept, reject: texts.theyReject } : { accept: texts.accept, reject: texts.reject }
  return (
    <>
      {may.print && <Button href={`/api/referrals/letter.docx?id=${id}`}>{texts.letter}</Button>}
      {may.revoke && <Button danger onClick={() => setAct('revoke')}>{texts.revoke}</Button>}
      {may.decide && (
        <>
          <Button onClick={() => setAct('reject-override')}>{texts.rejectOverride}</Button>
          <Button type="primary" onClick={() => setAct('approve')}>{texts.approveOverride}</Button>
        </>
      )}
      {may.answer && (
        <>
          <Button onClick={() => setAct('reject')}>{said.reject}</Button>
          <Button type="primary" onClick={() => setAct('accept')}>{said.accept}</Button>
        </>
      )}
      {may.finish && <Button type="primary" onClick={() => setAct('finish')}>{texts.finish}</Button>}
      {may.send && <Button type="primary" onClick={() => setAct('send')}>{texts.send}</Button>}
      {act === 'send' && <SendDialog referral={referral} onClose={close} onSent={done} />}
      {act === 'finish' && <FinishDialog referral={referral} onClose={close} onDone={done} />}
      {(act === 'approve' || act === 'reject-override') && <OverrideDialog isApproved={act === 'approve'} referral={referral} onClose={close} onDone={done} />}
      <ConfirmDialog
        open={act === 'accept'} title={texts.acceptTitle(said.accept)} confirmLabel={said.accept} onCancel={close}
        onConfirm={async () => { await client.answerReferral({ id, version, accepted: true, reason: '' }); await done() }}
      >
        <p>{referral.bodyKind ? texts.theyAcceptLead : texts.acceptLead}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={act === 'reject'} title={texts.rejectTitle(said.reject)} confirmLabel={said.reject} onCancel={close} presets={texts.rejectPresets}
        placeholder={texts.toThem}
        onConfirm={async reason => { await client.answerReferral({ id, version, accepted: false, reason }); await done() }}
      >
        <p>{referral.bodyKind ? texts.theyRejectLead : texts.rejectLead}</p>
      </ReasonDialog>
      <ReasonDialog
        open={act === 'revoke'} title={texts.revokeTitle} confirmLabel={texts.revoke} isDangerous onCancel={close} presets={texts.revokePresets}
        placeholder={texts.toThem} maxLength={200}
        onConfirm={async reason => { await client.revokeReferral({ id, version, reason }); await done() }}
      >
        <p>{texts.revokeLead}</p>
      </ReasonDialog>
    </>
  )
}

type DialogProps = { referral: ReadReferral; onClose: () => void }

/** A yes may say something to the author, a no has to. */
function OverrideDialog({ isApproved, referral, onClose, onDone }: DialogProps & { isApproved: boolean; onDone: () => Promise<void> }) {
  const texts = useWords(words)
  const { id, version } = referral
  return (
    <ReasonDialog
      open title={isApproved ? texts.approveTitle : texts.rejectOverrideTitle} confirmLabel={isApproved ? texts.approve : texts.rejectOverride}
      isOptional={isApproved} label={isApproved ? texts.wordsForAuthor : texts.reasonForAuthor} placeholder={texts.wordsLead} maxLength={200} minLength={2}
      presets={isApproved ? [] : texts.rejectOverridePresets} onCancel={onClose}
      onConfirm={async answer => {
        await client.decideOverride({ id, version, approved: isApproved, ...(answer === '' ? {} : { answer: cleanText(answer) }) })
        await onDone()
      }}
    >
      <p>{isApproved ? texts.overrideLead : texts.rejectOverrideLead}</p>
    </ReasonDialog>
  )
}

/** Sends under one of the sender's own approvals: the first that covers all that travels. */
function SendDialog({ referral, onClose, onSent }: DialogProps & { onSent: () => Promise<void> }) {
  const texts = useWords(words)
  const child = useQuery(childQueries.getChild.queryOptions({ input: { id: referral.childId ?? '' } }))
  const covering = child.data?.access.find(({ fields }) => referral.fields.every(field => fields.includes(field)))
  return (
    <ConfirmDialog
      open title={texts.sendTitle} confirmLabel={texts.send} onCancel={onClose}
      onConfirm={async () => {
        await client.sendReferral({ id: referral.id, version: referral.version, ...(covering ? { purpose: covering.purpose } : {}) })
        await onSent()
      }}
    >
      <p>{referral.bodyKind ? texts.sendToBody(referral.toName) : <>{texts.sendLead(referral.toName)}{texts.sendToUnit}</>}</p>
    </ConfirmDialog>
  )
}

function FinishDialog({ referral, onClose, onDone }: DialogProps & { onDone: () => Promise<void> }) {
  const texts = useWords(words)
  const record = useRecordForm<{ version: number; result: string }, Parameters<typeof client.finishReferral>[0], unknown>({
    name: 'finish-referral', labels: { result: texts.result }, operation: client.finishReferral, initialValues: { version: referral.version },
    toInput: values => ({ ...values, id: referral.id }), onSaved: onDone,
  })
  return (
    <Modal open title={texts.finish} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel={texts.finish} onCancel={onClose}>
        <Form.Item name="result" label={texts.result} extra={texts.resultLead} rules={[{ required: true, whitespace: true, message: texts.resultNeeded }]}>
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
