import { Button, Form, Input as TextInput, Modal } from 'antd'
import { useState } from 'react'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { ReasonDialog } from '#platform/ui/pieces/dialogs.tsx'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import { client, type ReadAward, useChanged } from '../api.ts'
import { PayeeFields, payeeIssues, payeeOf, usePayeeLabels, type PayeeValues } from './PayeeFields.tsx'
import { awardWords } from './words.ts'

type Step = 'correct' | 'withdraw' | 'decline' | 'takeBack'

/** The steps open to this person now. */
export function AwardActs({ award }: { award: ReadAward }) {
  const own = useWords(awardWords)
  const [step, setStep] = useState<Step>()
  const changed = useChanged()
  const close = () => setStep(undefined)
  const done = async () => { close(); await changed() }
  const { may, id, version } = award
  return (
    <>
      {may.withdraw && <Button onClick={() => setStep('withdraw')}>{own.withdraw}</Button>}
      {may.decline && <Button danger onClick={() => setStep('decline')}>{own.decline}</Button>}
      {may.correct && <Button onClick={() => setStep('correct')}>{own.correct}</Button>}
      {may.takeBack && <Button onClick={() => setStep('takeBack')}>{own.takeBack}</Button>}
      {step === 'takeBack' && <TakeBackDialog award={award} onClose={close} onDone={done} />}
      {step === 'correct' && <PayeeDialog award={award} onClose={close} onDone={done} />}
      <ReasonDialog
        open={step === 'withdraw'} title={own.withdrawTitle} confirmLabel={own.withdraw} onCancel={close}
        onConfirm={async reason => { await client.withdrawAward({ id, version, reason }); await done() }}
      />
      <ReasonDialog
        open={step === 'decline'} title={own.declineTitle} confirmLabel={own.decline} isDangerous onCancel={close}
        onConfirm={async reason => { await client.declineAward({ id, version, reason }); await done() }}
      >
        <p>{own.declineLead}</p>
      </ReasonDialog>
    </>
  )
}

type Input = Parameters<typeof client.correctPayee>[0]

function PayeeDialog({ award, onClose, onDone }: { award: ReadAward; onClose: () => void; onDone: () => Promise<void> }) {
  const own = useWords(awardWords)
  const record = useRecordForm<PayeeValues, Input, unknown>({
    name: 'correct-payee', labels: usePayeeLabels(), operation: client.correctPayee, initialValues: { relation: award.relation }, issueFields: payeeIssues,
    onSaved: onDone,
    toInput: values => ({ id: award.id, version: award.version, relation: values.relation, payee: payeeOf(values) ?? { name: '' } }),
  })
  return (
    <Modal open title={own.correct} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <RecordForm record={record} submitLabel={own.save} onCancel={onClose}><PayeeFields isNeeded /></RecordForm>
    </Modal>
  )
}

type Returned = { returnedOn: string; reason: string }

/** The bank sent the money back days after it had paid. */
function TakeBackDialog({ award, onClose, onDone }: { award: ReadAward; onClose: () => void; onDone: () => Promise<void> }) {
  const own = useWords(awardWords)
  const labels = { returnedOn: own.returnedOn, reason: own.bankSaid }
  const record = useRecordForm<Returned, Parameters<typeof client.returnTransfer>[0], unknown>({
    name: 'return-transfer', labels, operation: client.returnTransfer, initialValues: { returnedOn: chinaToday() }, onSaved: onDone,
    toInput: values => ({ id: award.id, version: award.version, ...values }),
  })
  return (
    <Modal open title={own.takeBack} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }}>
      <p>{own.takeBackLead}</p>
      <RecordForm record={record} submitLabel={own.save} onCancel={onClose}>
        <DateItem name="returnedOn" label={labels.returnedOn} required max={chinaToday()} />
        <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, message: own.needed(labels.reason) }]}>
          <TextInput maxLength={200} />
        </Form.Item>
      </RecordForm>
    </Modal>
  )
}
