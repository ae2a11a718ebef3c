import { Form, Input, Modal, Radio } from 'antd'
import { DateItem } from '#platform/ui/form/DateField.tsx'
import { RecordForm } from '#platform/ui/form/RecordForm.tsx'
import { useRecordForm } from '#platform/ui/form/use-record-form.ts'
import { useWords } from '#platform/ui/words.ts'
import { chinaToday } from '#platform/values/local-date.ts'
import type { Proof } from '../../contract.ts'
import { client, type ReadAct } from '../api.ts'
import { useChoices } from '../names.ts'
import { needWords } from '../words.ts'
import { actWords } from './words.ts'

type Values = { proof: Proof; receivedOn: string; signedBy?: string; witnesses?: string[]; unwantedReason?: string }
type Input = Parameters<typeof client.receiveAct>[0]

/** How one knows that it arrived: a signature, two witnesses, or the reason why the family wanted neither. */
export function ReceiptDialog({ act, onClose, onDone }: { act: ReadAct; onClose: () => void; onDone: () => Promise<void> }) {
  const own = useWords(actWords)
  const { proofs } = useChoices()
  const labels = { proof: own.proof, receivedOn: own.receivedOn, signedBy: own.signedBy, witnesses: own.witnesses, unwantedReason: own.unwantedReason }
  const record = useRecordForm<Values, Input, unknown>({
    name: 'receive-act', labels, operation: client.receiveAct, initialValues: { proof: 'signature', receivedOn: chinaToday() }, onSaved: onDone,
    toInput: values => inputOf(act, values),
  })
  const proof = Form.useWatch('proof', record.form)
  return (
    <Modal open title={own.receive} footer={null} onCancel={onClose} destroyOnHidden mask={{ closable: false }} width={640}>
      <RecordForm record={record} submitLabel={own.receive} onCancel={onClose}>
        <DateItem name="receivedOn" label={labels.receivedOn} required />
        <Form.Item name="proof" label={labels.proof} extra={own.proofHint}><Radio.Group options={proofs} /></Form.Item>
        <ProofFields proof={proof} />
      </RecordForm>
    </Modal>
  )
}

function ProofFields({ proof }: { proof: Proof | undefined }) {
  const own = useWords(actWords)
  const { needed } = useWords(needWords)
  const item = (name: string | (string | number)[], label: string, maxLength: number) => (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: needed(label) }]}><Input maxLength={maxLength} /></Form.Item>
  )
  if (proof === 'witness') return <>{item(['witnesses', 0], own.witnessOne, 40)}{item(['witnesses', 1], own.witnessTwo, 40)}</>
  return proof === 'unwanted' ? item('unwantedReason', own.unwantedReason, 200) : item('signedBy', own.signedBy, 40)
}

function inputOf(act: ReadAct, { proof, receivedOn, signedBy, witnesses = [], unwantedReason }: Values): Input {
  return {
    id: act.id, version: act.version, proof, receivedOn, witnesses: proof === 'witness' ? witnesses : [],
    ...(proof === 'signature' && signedBy ? { signedBy } : {}), ...(proof === 'unwanted' && unwantedReason ? { unwantedReason } : {}),
  }
}
